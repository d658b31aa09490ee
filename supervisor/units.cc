#include "supervisor/units.h"

#include <signal.h>
#include <string.h>
#include <strings.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace drover::sup {
namespace {

struct Unit {
  std::string_view name;
  double factor;
};

constexpr Unit kDurationUnits[] = {{"", 1},          {"ms", 1},       {"s", 1000},
                                   {"m", 60'000},    {"min", 60'000}, {"h", 3'600'000},
                                   {"d", 86'400'000}};
constexpr Unit kSizeUnits[] = {{"", 1},        {"B", 1},        {"K", 1 << 10}, {"KB", 1 << 10},
                               {"M", 1 << 20}, {"MB", 1 << 20}, {"G", 1 << 30}, {"GB", 1 << 30}};
constexpr double kGreatest = 1e15;

template <size_t N>
std::optional<double> ParseWithUnit(std::string_view text, const Unit (&units)[N]) {
  const size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  if (digits == 0 || digits > 18) return std::nullopt;
  const std::string number(text.substr(0, digits));
  char* end = nullptr;
  const double value = std::strtod(number.c_str(), &end);
  if (*end != '\0') return std::nullopt;
  const std::string unit(text.substr(digits));
  const auto* found = std::find_if(std::begin(units), std::end(units), [&](const Unit& u) {
    return ::strcasecmp(std::string(u.name).c_str(), unit.c_str()) == 0;
  });
  if (found == std::end(units) || value * found->factor > kGreatest) return std::nullopt;
  return value * found->factor;
}

}  // namespace

std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text) {
  const auto value = ParseWithUnit(text, kDurationUnits);
  if (!value) return std::nullopt;
  return std::chrono::milliseconds(std::llround(*value));
}

std::optional<uint64_t> ParseSize(std::string_view text) {
  const auto value = ParseWithUnit(text, kSizeUnits);
  if (!value) return std::nullopt;
  return static_cast<uint64_t>(*value);
}

std::optional<int> ParseSignal(std::string_view text) {
  std::string name(text);
  if (!name.empty() && name.find_first_not_of("0123456789") == std::string::npos) {
    const int number = name.size() <= 2 ? std::atoi(name.c_str()) : 0;
    return number >= 1 && number < NSIG ? std::optional<int>(number) : std::nullopt;
  }
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (name.starts_with("SIG")) name.erase(0, 3);
  for (int signal = 1; signal < NSIG; ++signal) {
    const char* abbreviation = ::sigabbrev_np(signal);
    if (abbreviation && name == abbreviation) return signal;
  }
  return std::nullopt;
}

std::string SignalName(int signal) {
  const char* abbreviation = ::sigabbrev_np(signal);
  if (!abbreviation) return "signal " + std::to_string(signal);
  return std::string("SIG") + abbreviation;
}

std::string FormatDuration(std::chrono::milliseconds duration) {
  const long long seconds = duration.count() / 1000;
  const auto two = [](long long a, const char* unit_a, long long b, const char* unit_b) {
    std::string out = std::to_string(a) + unit_a;
    if (b > 0) out.append(" ").append(std::to_string(b)).append(unit_b);
    return out;
  };
  if (seconds < 60) return std::to_string(std::max(0LL, seconds)) + "s";
  if (seconds < 3600) return two(seconds / 60, "m", seconds % 60, "s");
  if (seconds < 86400) return two(seconds / 3600, "h", seconds % 3600 / 60, "m");
  return two(seconds / 86400, "d", seconds % 86400 / 3600, "h");
}

std::string FormatSize(uint64_t bytes) {
  if (bytes < 1024) return std::to_string(bytes) + "B";
  double value = static_cast<double>(bytes);
  const char* unit = "KMGT";
  value /= 1024;
  while (value >= 1024 && unit[1] != '\0') {
    value /= 1024;
    ++unit;
  }
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, value < 10 ? "%.1f%c" : "%.0f%c", value, *unit);
  return buffer;
}

}  // namespace drover::sup
