#include "supervisor/logs/log_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include <sys/stat.h>

namespace drover::sup {

LogFile::LogFile(std::string path, uint64_t max_bytes, unsigned keep)
    : path_(std::move(path)), max_bytes_(max_bytes), keep_(keep) {}

void LogFile::SetLimits(uint64_t max_bytes, unsigned keep) {
  max_bytes_ = max_bytes;
  keep_ = keep;
}

// Whether the open file is still the one of that name: somebody may have taken it away (rm, mv,
// another rotation), and then a new one begins.
bool LogFile::IsCurrent() const {
  struct stat ours, named;
  return fd_ && ::fstat(fd_.get(), &ours) == 0 && ::stat(path_.c_str(), &named) == 0 &&
         ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

bool LogFile::Open() {
  if (IsCurrent()) return true;
  fd_ = base::Fd(::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  struct stat st;
  if (!fd_ || ::fstat(fd_.get(), &st) != 0) return false;
  size_ = static_cast<uint64_t>(st.st_size);
  return true;
}

void LogFile::Rotate() {
  fd_.Reset();
  if (keep_ == 0) {
    ::unlink(path_.c_str());
    return;
  }
  ::unlink((path_ + "." + std::to_string(keep_)).c_str());
  for (unsigned i = keep_; i > 1; --i)
    ::rename((path_ + "." + std::to_string(i - 1)).c_str(),
             (path_ + "." + std::to_string(i)).c_str());
  ::rename(path_.c_str(), (path_ + ".1").c_str());
}

void LogFile::Write(std::string_view lines) {
  if (lines.empty()) return;
  if (max_bytes_ > 0 && size_ > 0 && size_ + lines.size() > max_bytes_) Rotate();
  if (!Open()) {
    dropped_ += lines.size();
    return;
  }
  if (dropped_ > 0) {
    const std::string note = "-- " + std::to_string(dropped_) + " bytes of log were lost here --\n";
    if (::write(fd_.get(), note.data(), note.size()) == static_cast<ssize_t>(note.size()))
      dropped_ = 0;
  }
  while (!lines.empty()) {
    const ssize_t wrote = ::write(fd_.get(), lines.data(), lines.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) break;
    size_ += static_cast<uint64_t>(wrote);
    lines.remove_prefix(static_cast<size_t>(wrote));
  }
  dropped_ += lines.size();
}

}  // namespace drover::sup
