// The role of the daemon, from its exec to its end.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <climits>

#include <sys/prctl.h>
#include <sys/stat.h>

#include "runtime/base/limits.h"
#include "runtime/base/log.h"
#include "supervisor/daemon/daemon.h"
#include "supervisor/exit_code.h"
#include "supervisor/lock_file.h"

namespace drover::sup {
namespace {

using base::Status;

constexpr off_t kLargestDaemonLog = 8 << 20;

std::string ThisProgram() {
  char buffer[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", buffer, sizeof buffer);
  return length > 0 ? std::string(buffer, static_cast<size_t>(length)) : "drover";
}

// One earlier log stays; what CHECK prints lands in the log, too.
void OpenDaemonLog(const Home& home) {
  const std::string path = home.DaemonLog();
  struct stat st;
  if (::stat(path.c_str(), &st) == 0 && st.st_size > kLargestDaemonLog)
    ::rename(path.c_str(), (path + ".1").c_str());
  const base::Fd log(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
  if (log) ::dup2(log.get(), STDERR_FILENO);
  base::OpenLog("sup", path, base::LogLevel::kInfo);
}

void Report(const base::Fd& ready, const Status& status) {
  if (!ready) return;
  const std::string text = status.ok() ? "ok" : status.ToString();
  (void)!::write(ready.get(), text.data(), text.size());
}

}  // namespace

int RunDaemon(const Home& home, base::Fd ready_fd) {
  ::prctl(PR_SET_NAME, "drover");
  ::signal(SIGPIPE, SIG_IGN);
  Status status = MakeHome(home);
  base::Fd lock;
  if (status.ok()) {
    auto taken = TakeLock(home.Lock());
    status = taken.ok() ? Status() : std::move(taken).error();
    if (status.ok()) lock = std::move(*taken);
  }
  if (!status.ok()) {
    Report(ready_fd, status);
    if (!ready_fd) ::dprintf(STDERR_FILENO, "drover: %s\n", status.ToString().c_str());
    return kExitFailed;
  }
  OpenDaemonLog(home);
  base::RaiseOpenFilesLimit();
  if (::chdir("/") != 0) LOG_WARN("daemon", "chdir / failed");
  Daemon daemon(home, ThisProgram());
  status = daemon.Begin();
  Report(ready_fd, status);
  ready_fd.Reset();
  if (!status.ok()) {
    LOG_ERROR("daemon", "{}", status.ToString());
    return kExitFailed;
  }
  daemon.Run();
  return kExitDone;
}

}  // namespace drover::sup
