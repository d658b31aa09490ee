// A log on disk that begins anew when it has grown over its limit: FILE becomes FILE.1, FILE.1
// becomes FILE.2, and so on; what is over the number to keep goes. Renaming loses no line, and a
// reader that holds the old file open finds all of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/base/fd.h"

namespace drover::sup {

class LogFile {
 public:
  LogFile(std::string path, uint64_t max_bytes, unsigned keep);

  // Whole lines. What the disk does not take is dropped and counted; the next write that succeeds
  // says in the file how much is missing.
  void Write(std::string_view lines);
  void SetLimits(uint64_t max_bytes, unsigned keep);
  uint64_t dropped_bytes() const { return dropped_; }

 private:
  bool IsCurrent() const;
  bool Open();
  void Rotate();

  std::string path_;
  uint64_t max_bytes_;  // 0: no limit
  unsigned keep_;
  base::Fd fd_;
  uint64_t size_ = 0;
  uint64_t dropped_ = 0;
};

}  // namespace drover::sup
