// Turns the bytes of one stream into lines of a log: "2026-11-23T22:40:00.123Z w0 text\n". A line
// without its end waits for it; one longer than kLongestLine is cut into several.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace drover::sup {

inline constexpr size_t kLongestLine = 64 << 10;
// Of "2026-11-23T22:40:00.123Z".
inline constexpr size_t kStampLength = 24;

using WallTime = std::chrono::system_clock::time_point;

// UTC, milliseconds.
std::string FormatStamp(WallTime time);

class LineStamper {
 public:
  explicit LineStamper(std::string prefix) : prefix_(std::move(prefix)) {}

  // Appends to `out` each line that `bytes` completes.
  void Feed(std::string_view bytes, WallTime now, std::string& out);
  // Ends the line that waits, if any: the stream is at its end.
  void Finish(WallTime now, std::string& out);

 private:
  void Emit(std::string_view line, WallTime now, std::string& out);

  std::string prefix_;
  std::string waiting_;
  std::string stamp_;  // text of stamp_time_
  long long stamp_time_ = -1;
};

// The parts of a stamped line; views into it. A line without a stamp is all text.
struct StampedLine {
  std::string_view stamp, prefix, text;
};
StampedLine ParseStamped(std::string_view line);

}  // namespace drover::sup
