#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

#include <sys/wait.h>

#include "runtime/base/unix_socket.h"
#include "supervisor/cli/client.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;
using Clock = std::chrono::steady_clock;

constexpr auto kReadyPatience = std::chrono::seconds(15);
constexpr int kReadyFd = 3;  // of the daemon

// In the grandchild: nothing of the caller's terminal, session or descriptors stays.
[[noreturn]] void BecomeDaemon(int ready) {
  const Fd nothing(::open("/dev/null", O_RDWR));
  for (int fd = 0; fd < 3; ++fd) ::dup2(nothing.get(), fd);
  ::dup2(ready, kReadyFd);
  ::close_range(kReadyFd + 1, ~0u, 0);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const char* name :
       {"DROVER_CHANNEL_FD", "DROVER_CHANNEL_CODEC", "DROVER_WORKER_ID", "DROVER_INSTANCE",
        "NODE_CHANNEL_FD", "NODE_UNIQUE_ID", "NODE_APP_INSTANCE"})
    ::unsetenv(name);
  const char* argv[] = {"drover", "daemon", "--ready-fd=3", nullptr};
  ::execv("/proc/self/exe", const_cast<char**>(argv));
  const char text[] = "cannot run itself";
  (void)!::write(kReadyFd, text, sizeof text - 1);
  ::_exit(1);
}

// What the daemon says about its start: everything up to the end of the pipe.
base::Result<std::string> ReadAnswer(int fd) {
  std::string text;
  const auto deadline = Clock::now() + kReadyPatience;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd readable{fd, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) == 0)
      return Error::FromErrno(ETIMEDOUT, "the daemon is not ready after 15 s");
    char buffer[1024];
    const ssize_t got = ::read(fd, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(buffer, static_cast<size_t>(got));
  }
}

// Somebody else started one at the same moment: wait until it listens.
bool WaitForOther(const Home& home) {
  const auto deadline = Clock::now() + kReadyPatience;
  while (Clock::now() < deadline) {
    if (base::ConnectUnix(home.Socket()).ok()) return true;
    ::poll(nullptr, 0, 5);
  }
  return false;
}

}  // namespace

base::Status SpawnDaemon(const Home& home) {
  if (base::Status status = MakeHome(home); !status.ok()) return status;
  ::setenv("DROVER_HOME", home.path.c_str(), 1);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return Error::FromErrno(errno, "pipe");
  const Fd read_end(ends[0]);
  Fd write_end(ends[1]);
  const pid_t child = ::fork();
  if (child < 0) return Error::FromErrno(errno, "fork");
  if (child == 0) {
    ::setsid();
    const pid_t grandchild = ::fork();
    if (grandchild == 0) BecomeDaemon(write_end.get());
    ::_exit(grandchild < 0 ? 1 : 0);
  }
  write_end.Reset();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  auto answer = ReadAnswer(read_end.get());
  if (!answer.ok()) return std::move(answer).error();
  if (*answer == "ok") return {};
  if (answer->starts_with("another daemon runs") && WaitForOther(home)) return {};
  if (answer->empty()) return Error::Message("the daemon ended at once; see " + home.DaemonLog());
  return Error::Message("the daemon did not start: " + *answer);
}

}  // namespace drover::sup
