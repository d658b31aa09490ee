#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstring>

#include <sys/syscall.h>
#include <sys/wait.h>

#include "runtime/base/fd.h"
#include "supervisor/config/config_file.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;
using Clock = std::chrono::steady_clock;

constexpr auto kLongestRun = std::chrono::seconds(10);
constexpr size_t kLargestValue = 16 << 20;
constexpr size_t kMostErrorText = 64 << 10;
constexpr int kGrace = 2000;  // ms between the end of its output and its exit
constexpr int kValueFd =
    3;  // of the child; its standard output stays free for what the file prints

// Loads the file as a program would, takes its default export, calls it where it is a function.
// What it throws nobody catches, because the runtime then prints it with its file and line.
constexpr char kLoader[] =
    "(async () => {"
    "const file = process.argv[1];"
    "const m = file.endsWith('.mjs') ? await import(require('url').pathToFileURL(file).href)"
    " : require(file);"
    "let value = m && m.default !== undefined ? m.default : m;"
    "if (typeof value === 'function') value = await value();"
    "const text = JSON.stringify(value);"
    "require('fs').writeFileSync(3, text === undefined ? 'null' : text);"
    "process.exit(0);"
    "})();";

struct Child {
  pid_t pid = -1;
  Fd value, errors;
};

[[noreturn]] void RunChild(const Caller& caller, const std::string& file, int value, int errors) {
  const Fd nothing(::open("/dev/null", O_RDWR));
  // The descriptors may stand where they are wanted: out of the way first.
  const int value_high = ::fcntl(value, F_DUPFD, 10), errors_high = ::fcntl(errors, F_DUPFD, 10);
  ::dup2(nothing.get(), 0);
  ::dup2(nothing.get(), 1);
  ::dup2(errors_high, 2);
  ::dup2(value_high, kValueFd);
  ::close_range(kValueFd + 1, ~0u, 0);
  ::setpgid(0, 0);
  const char* argv[] = {caller.runtime.c_str(), "-e", kLoader, file.c_str(), nullptr};
  ::execv(argv[0], const_cast<char**>(argv));
  const char* why = std::strerror(errno);
  (void)!::write(2, why, std::strlen(why));
  ::_exit(127);
}

base::Result<Child> Spawn(const Caller& caller, const std::string& file) {
  int value[2], errors[2];
  if (::pipe2(value, O_CLOEXEC) != 0) return Error::FromErrno(errno, "pipe");
  Fd value_end(value[1]);
  Child child{-1, Fd(value[0]), Fd()};
  if (::pipe2(errors, O_CLOEXEC) != 0) return Error::FromErrno(errno, "pipe");
  const Fd errors_end(errors[1]);
  child.errors = Fd(errors[0]);
  child.pid = ::fork();
  if (child.pid < 0) return Error::FromErrno(errno, "fork");
  if (child.pid == 0) RunChild(caller, file, value_end.get(), errors_end.get());
  return child;
}

struct Output {
  std::string value, errors;
  enum class End { kClosed, kTooLate, kTooMuch } end = End::kClosed;
};

Output Collect(const Child& child) {
  Output out;
  const auto deadline = Clock::now() + kLongestRun;
  pollfd fds[2] = {{child.value.get(), POLLIN, 0}, {child.errors.get(), POLLIN, 0}};
  std::string* into[2] = {&out.value, &out.errors};
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return out.end = Output::End::kTooLate, out;
    if (::poll(fds, 2, static_cast<int>(left.count()) + 1) < 0 && errno != EINTR) break;
    for (int i = 0; i < 2; ++i) {
      if (fds[i].fd < 0 || !(fds[i].revents & (POLLIN | POLLHUP | POLLERR))) continue;
      char buffer[8192];
      const ssize_t got = ::read(fds[i].fd, buffer, sizeof buffer);
      if (got <= 0) {
        fds[i].fd = -1;
      } else if (i == 0 || into[i]->size() < kMostErrorText) {
        into[i]->append(buffer, static_cast<size_t>(got));
      }
    }
    if (out.value.size() > kLargestValue) return out.end = Output::End::kTooMuch, out;
  }
  return out;
}

// Waits for the child, at most `grace_ms`; then it is killed.
int Reap(pid_t pid, int grace_ms) {
  const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  pollfd ended = {pidfd.get(), POLLIN, 0};
  if (!pidfd || ::poll(&ended, 1, grace_ms) != 1) ::kill(pid, SIGKILL);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

bool IsPlace(std::string_view line, std::string_view file) {
  const size_t colon = line.rfind(':');
  if (colon == std::string_view::npos || colon + 1 == line.size()) return false;
  return line.substr(0, colon).ends_with(file) &&
         line.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
}

// From a printed error to one line: "FILE:LINE: SyntaxError: Unexpected token". The place is the
// first one in the text that names the file.
std::string OneLine(const std::string& text, const std::string& file) {
  std::string place = file, message;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (place == file && IsPlace(line, file)) place = file + line.substr(line.rfind(':'));
    if (const size_t in = line.find(file + ":"); place == file && in != std::string::npos) {
      const size_t digits = in + file.size() + 1;
      const size_t stop = std::min(line.find_first_not_of("0123456789", digits), line.size());
      if (stop > digits) place = file + ":" + line.substr(digits, stop - digits);
    }
    const size_t colon = line.find(": ");
    const bool names_error = colon != std::string::npos && line.find(' ') > colon - 1 &&
                             line.substr(0, colon).find("Error") != std::string::npos;
    const bool with_code = line.find("Error [") != std::string::npos && !line.starts_with(' ');
    if (message.empty() && (names_error || with_code)) message = line;
  }
  if (message.empty()) message = text.substr(0, text.find('\n'));
  if (message.empty()) message = "ended without a configuration";
  return place + ": " + message;
}

}  // namespace

base::Result<std::string> EvaluateConfig(const std::string& file, const Caller& caller) {
  auto child = Spawn(caller, file);
  if (!child.ok()) return std::move(child).error().Wrap(file);
  const Output out = Collect(*child);
  const int status = Reap(child->pid, out.end == Output::End::kClosed ? kGrace : 0);
  ::kill(-child->pid, SIGKILL);  // what the file may have started and left behind
  if (out.end == Output::End::kTooLate)
    return Error::FromErrno(ETIMEDOUT, file + ": not evaluated within 10 s");
  if (out.end == Output::End::kTooMuch)
    return Error::FromErrno(EFBIG, file + ": its value is over 16 MiB");
  if (status != 0) return Error::Message(OneLine(out.errors, file));
  return out.value;
}

}  // namespace drover::sup
