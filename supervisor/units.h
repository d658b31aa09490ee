// Durations, sizes and signals as users write and read them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drover::sup {

// "1500", "1500ms", "10s", "5m", "2h", "1d"; fractions are allowed before a unit.
std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text);
// "300M", "64k", "1G", "4096".
std::optional<uint64_t> ParseSize(std::string_view text);
// "SIGTERM", "term", "15".
std::optional<int> ParseSignal(std::string_view text);
// "SIGTERM"; "signal 63" for one without a name.
std::string SignalName(int signal);
// The two greatest units: "12s", "3m 5s", "4h 2m", "8d 3h"; "0s" below a second.
std::string FormatDuration(std::chrono::milliseconds duration);
// "512B", "3.4M", "120M", "1.2G".
std::string FormatSize(uint64_t bytes);

}  // namespace drover::sup
