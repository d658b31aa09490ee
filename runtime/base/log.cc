#include "runtime/base/log.h"

#include <cstdio>
#include <memory>

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace drover::base {
namespace {

std::shared_ptr<spdlog::logger>& Logger() {
  static std::shared_ptr<spdlog::logger> logger;
  return logger;
}

spdlog::level::level_enum ToSpdlog(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarn:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

}  // namespace

void OpenLog(std::string_view role, const std::string& path, LogLevel least) {
  std::shared_ptr<spdlog::sinks::sink> sink;
  if (path.empty()) {
    sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  } else {
    sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path);
  }
  auto logger = std::make_shared<spdlog::logger>(std::string(role), std::move(sink));
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %P %n %v");
  logger->set_level(ToSpdlog(least));
  logger->flush_on(spdlog::level::info);
  Logger() = std::move(logger);
}

bool LogEnabled(LogLevel level) { return Logger() && Logger()->should_log(ToSpdlog(level)); }

void WriteLog(LogLevel level, std::string_view component, std::string_view message) {
  if (!Logger()) return;
  std::string line(component);
  line.append(": ").append(message);
  Logger()->log(ToSpdlog(level), spdlog::string_view_t(line.data(), line.size()));
}

namespace format_detail {

void Append(std::string& out, std::string_view v) { out.append(v); }
void Append(std::string& out, const char* v) { out.append(v ? v : "(null)"); }
void Append(std::string& out, const std::string& v) { out.append(v); }
void Append(std::string& out, bool v) { out.append(v ? "true" : "false"); }
void Append(std::string& out, char v) { out.push_back(v); }
void Append(std::string& out, int v) { out.append(std::to_string(v)); }
void Append(std::string& out, unsigned v) { out.append(std::to_string(v)); }
void Append(std::string& out, long v) { out.append(std::to_string(v)); }
void Append(std::string& out, unsigned long v) { out.append(std::to_string(v)); }
void Append(std::string& out, long long v) { out.append(std::to_string(v)); }
void Append(std::string& out, unsigned long long v) { out.append(std::to_string(v)); }
void Append(std::string& out, double v) {
  char buf[32];
  std::snprintf(buf, sizeof buf, "%g", v);
  out.append(buf);
}

std::string_view Next(std::string& out, std::string_view format) {
  const auto at = format.find("{}");
  if (at == std::string_view::npos) {
    out.append(format);
    return {};
  }
  out.append(format.substr(0, at));
  return format.substr(at + 2);
}

}  // namespace format_detail
}  // namespace drover::base
