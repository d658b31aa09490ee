#include "supervisor/logs/line_stamper.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace drover::sup {

std::string FormatStamp(WallTime time) {
  const long long ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
  const std::time_t seconds = static_cast<std::time_t>(ms / 1000);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", utc.tm_year + 1900,
                utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                static_cast<int>(ms % 1000));
  return buffer;
}

void LineStamper::Emit(std::string_view line, WallTime now, std::string& out) {
  const long long ms =
      std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
  if (ms != stamp_time_) {
    stamp_time_ = ms;
    stamp_ = FormatStamp(now);
  }
  out.append(stamp_).append(" ").append(prefix_).append(" ").append(line).append("\n");
}

void LineStamper::Feed(std::string_view bytes, WallTime now, std::string& out) {
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    const bool whole = end != std::string_view::npos;
    std::string_view piece = bytes.substr(0, whole ? end : bytes.size());
    const size_t room = kLongestLine - waiting_.size();
    const bool cut = piece.size() > room;
    if (cut) piece = piece.substr(0, room);
    bytes.remove_prefix(piece.size() + (whole && !cut ? 1 : 0));
    if (!whole && !cut) {
      waiting_.append(piece);
      return;
    }
    if (waiting_.empty()) {
      Emit(piece, now, out);
    } else {
      waiting_.append(piece);
      Emit(waiting_, now, out);
      waiting_.clear();
    }
  }
}

void LineStamper::Finish(WallTime now, std::string& out) {
  if (!waiting_.empty()) Emit(waiting_, now, out);
  waiting_.clear();
}

StampedLine ParseStamped(std::string_view line) {
  const bool stamped = line.size() > kStampLength + 1 && line[4] == '-' && line[10] == 'T' &&
                       line[kStampLength - 1] == 'Z' && line[kStampLength] == ' ';
  if (!stamped) return {"", "", line};
  const std::string_view rest = line.substr(kStampLength + 1);
  const size_t space = std::min(rest.find(' '), rest.size());
  return {line.substr(0, kStampLength), rest.substr(0, space),
          space == rest.size() ? "" : rest.substr(space + 1)};
}

}  // namespace drover::sup
