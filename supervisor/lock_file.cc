#include "supervisor/lock_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

#include <sys/file.h>

namespace drover::sup {
namespace {

pid_t ReadPid(int fd) {
  char buffer[24] = {};
  const ssize_t got = ::pread(fd, buffer, sizeof buffer - 1, 0);
  return got > 0 ? static_cast<pid_t>(std::atol(buffer)) : 0;
}

}  // namespace

base::Result<base::Fd> TakeLock(const std::string& path) {
  base::Fd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!fd) return base::Error::FromErrno(errno, path);
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    const pid_t holder = ReadPid(fd.get());
    return base::Error::FromErrno(
        EBUSY, "another daemon runs in this home (pid " + std::to_string(holder) + ")");
  }
  const std::string text = std::to_string(::getpid()) + "\n";
  if (::ftruncate(fd.get(), 0) != 0 || ::pwrite(fd.get(), text.data(), text.size(), 0) < 0)
    return base::Error::FromErrno(errno, path);
  return fd;
}

pid_t LockHolder(const std::string& path) {
  const base::Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return 0;
  if (::flock(fd.get(), LOCK_SH | LOCK_NB) == 0) return 0;
  return ReadPid(fd.get());
}

}  // namespace drover::sup
