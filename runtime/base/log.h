// The log of the native parts. One line an event: time, level, pid, role, component, message.
// spdlog is named in log.cc only. Messages are formatted with Format(), a small {}-formatter, so
// that no caller pays for a formatting library's headers.
//
//   LOG_INFO("apps", "worker {} of {} exited with signal {}", id, name, signal);
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drover::base {

enum class LogLevel { kDebug, kInfo, kWarn, kError };

// Opens the log. role: "sup", "cli", "w3". path: a file to append to; "" means stderr.
// The only global of the code base; a main calls this once.
void OpenLog(std::string_view role, const std::string& path, LogLevel least);
bool LogEnabled(LogLevel level);
void WriteLog(LogLevel level, std::string_view component, std::string_view message);

namespace format_detail {
void Append(std::string& out, std::string_view v);
void Append(std::string& out, const char* v);
void Append(std::string& out, const std::string& v);
void Append(std::string& out, bool v);
void Append(std::string& out, char v);
void Append(std::string& out, int v);
void Append(std::string& out, unsigned v);
void Append(std::string& out, long v);
void Append(std::string& out, unsigned long v);
void Append(std::string& out, long long v);
void Append(std::string& out, unsigned long long v);
void Append(std::string& out, double v);
// Appends format up to the next "{}" and returns what stands behind it.
std::string_view Next(std::string& out, std::string_view format);
}  // namespace format_detail

// Replaces each "{}" by the next argument. Surplus arguments are ignored, surplus "{}" stay.
template <class... A>
std::string Format(std::string_view format, const A&... args) {
  std::string out;
  ((format = format_detail::Next(out, format), format_detail::Append(out, args)), ...);
  out.append(format);
  return out;
}

}  // namespace drover::base

#define DROVER_LOG(level, component, ...)                                              \
  do {                                                                                 \
    if (::drover::base::LogEnabled(level))                                             \
      ::drover::base::WriteLog(level, component, ::drover::base::Format(__VA_ARGS__)); \
  } while (0)
#define LOG_DEBUG(component, ...) \
  DROVER_LOG(::drover::base::LogLevel::kDebug, component, __VA_ARGS__)
#define LOG_INFO(component, ...) DROVER_LOG(::drover::base::LogLevel::kInfo, component, __VA_ARGS__)
#define LOG_WARN(component, ...) DROVER_LOG(::drover::base::LogLevel::kWarn, component, __VA_ARGS__)
#define LOG_ERROR(component, ...) \
  DROVER_LOG(::drover::base::LogLevel::kError, component, __VA_ARGS__)
