#include "supervisor/cli/context.h"

#include <signal.h>
#include <unistd.h>

#include <sys/signalfd.h>

#include "supervisor/cli/show.h"

namespace drover::sup {
namespace {

using supervisor::v1::Outcome;
using supervisor::v1::Reply;

constexpr std::chrono::milliseconds kAnswerSlack{3'000};
constexpr std::chrono::milliseconds kLongestSilence{15 * 60'000};

void WriteAll(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t wrote = ::write(fd, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;
    text.remove_prefix(static_cast<size_t>(wrote));
  }
}

void ShowResult(const Context& context, const supervisor::v1::Result& result) {
  if (context.line.json) return Print(ResultAsJson(result));
  if (!result.message().empty() && result.apps().empty()) {
    if (result.outcome() != supervisor::v1::OUTCOME_DONE) return Complain(result.message());
    if (!context.line.quiet) Print(result.message() + "\n");
  }
  for (const auto& app : result.apps()) {
    const bool good = app.outcome() == supervisor::v1::OUTCOME_DONE;
    const std::string text = Printable(app.app()) + ": " + Printable(app.message());
    if (!good) {
      Complain(text);
    } else if (!context.line.quiet) {
      Print(text + "\n");
    }
  }
}

std::string Targets(const Context& context) {
  std::string text;
  for (const std::string& word : context.line.words) text += " " + word;
  return text;
}

}  // namespace

void Print(std::string_view text) { WriteAll(STDOUT_FILENO, text); }

void Complain(std::string_view message) {
  WriteAll(STDERR_FILENO, "drover: " + std::string(message) + "\n");
}

std::chrono::milliseconds Patience(const CommandLine& line) {
  return line.timeout.count() > 0 ? line.timeout + kAnswerSlack : kLongestSilence;
}

base::Fd WatchForInterrupt() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals, signal);
  ::sigprocmask(SIG_BLOCK, &signals, nullptr);
  return base::Fd(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

ExitCode ToExitCode(Outcome outcome) {
  if (outcome == supervisor::v1::OUTCOME_DONE) return kExitDone;
  if (outcome == supervisor::v1::OUTCOME_WRONG_USE) return kExitWrongUse;
  if (outcome == supervisor::v1::OUTCOME_TIMED_OUT) return kExitTimedOut;
  if (outcome == supervisor::v1::OUTCOME_PARTLY) return kExitPartlyDone;
  return kExitFailed;
}

int RunOperation(const Context& context, supervisor::v1::Request request, StartDaemon start) {
  request.set_timeout_ms(static_cast<uint32_t>(context.line.timeout.count()));
  // Before the daemon is started, so that Ctrl-C cannot end this half-way through that.
  const base::Fd interrupt = WatchForInterrupt();
  auto socket = ConnectToDaemon(context.home, start);
  if (!socket.ok()) {
    Complain(socket.error().code() == UV_ECONNREFUSED ? "no daemon is running"
                                                      : socket.error().ToString());
    return kExitFailed;
  }
  CallOptions options;
  options.stop_signal_fd = interrupt.get();
  options.patience = Patience(context.line);
  options.on_part = [&](const Reply& part) {
    if (part.has_progress() && !context.line.quiet && !context.line.json)
      Print(ShowProgress(part.progress(), context.terminal));
    return true;
  };
  auto reply = Call(std::move(*socket), std::move(request), options);
  if (!reply.ok() && reply.error().code() == UV_EINTR) {
    Complain("interrupted; the daemon goes on with" + Targets(context) + " (see 'drover ls')");
    return 130;
  }
  if (!reply.ok()) {
    Complain(reply.error().ToString());
    return reply.error().code() == UV_ETIMEDOUT ? kExitTimedOut : kExitFailed;
  }
  ShowResult(context, reply->result());
  return ToExitCode(reply->result().outcome());
}

}  // namespace drover::sup
