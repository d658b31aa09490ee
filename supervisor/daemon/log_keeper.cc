#include "supervisor/daemon/log_keeper.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include <sys/socket.h>

#include "runtime/base/log.h"
#include "supervisor/logs/log_link.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;

constexpr std::chrono::milliseconds kRestartDelay{100};
constexpr std::chrono::milliseconds kTailPatience{300};
constexpr int kSocketFd = 3;  // of the log process

}  // namespace

LogKeeper::LogKeeper(uv_loop_t* loop, base::Clock& clock, std::string program)
    : loop_(loop),
      clock_(clock),
      program_(std::move(program)),
      restart_(clock.MakeTimer([this] {
        if (base::Status status = Start(); !status.ok())
          LOG_ERROR("logs", "log process not started: {}", status.ToString());
      })),
      patience_(clock.MakeTimer([this] { FailQuestions(); })) {}

LogKeeper::~LogKeeper() {
  if (process_) process_->Abandon();
}

base::Status LogKeeper::Start() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
    return Error::FromErrno(errno, "socketpair");
  socket_ = Fd(ends[0]);
  const Fd theirs(ends[1]);
  base::SubprocessOptions options;
  options.file = program_;
  options.argv = {"drover", "__log"};
  options.stdio = {base::SubprocessOptions::kIgnore, base::SubprocessOptions::kIgnore,
                   base::SubprocessOptions::kIgnore, theirs.get()};
  options.cwd = "/";
  options.own_session = true;
  static_assert(kSocketFd == 3);
  auto process =
      base::Subprocess::Spawn(loop_, std::move(options), [this](base::ExitStatus) { OnExit(); });
  if (!process.ok()) return std::move(process).error();
  process_ = std::move(*process);
  auto poll = base::MakeUv<uv_poll_t>(uv_poll_init, loop_, this, socket_.get());
  if (!poll.ok()) return std::move(poll).error();
  poll_ = std::move(*poll);
  uv_poll_start(poll_.get(), UV_READABLE, [](uv_poll_t* handle, int, int) {
    if (auto* self = static_cast<LogKeeper*>(handle->data)) self->OnSocket();
  });
  for (const auto& [id, stream] : streams_) Send(stream);
  return {};
}

void LogKeeper::OnExit() {
  process_.reset();
  poll_.reset();
  socket_.Reset();
  FailQuestions();
  if (ended_) {
    // The callback may destroy this object.
    const auto ended = std::move(ended_);
    return ended();
  }
  LOG_WARN("logs", "log process ended; starting another one");
  restart_->Start(kRestartDelay);
}

bool LogKeeper::Send(const Stream& stream) {
  if (!socket_) return false;
  const base::Status status =
      SendLogMessage(socket_.get(), stream.open, {stream.out.get(), stream.err.get()});
  // A log process that is so far behind is sick: a fresh one gets every stream anew.
  if (!status.ok() && process_) (void)process_->Kill(SIGKILL).ok();
  return status.ok();
}

base::Result<LogKeeper::Pipes> LogKeeper::Open(supervisor::v1::LogOpen open) {
  int out[2], err[2];
  if (::pipe2(out, O_CLOEXEC) != 0) return Error::FromErrno(errno, "pipe");
  Pipes pipes;
  pipes.out = Fd(out[1]);
  Stream stream;
  stream.out = Fd(out[0]);
  if (::pipe2(err, O_CLOEXEC) != 0) return Error::FromErrno(errno, "pipe");
  pipes.err = Fd(err[1]);
  stream.err = Fd(err[0]);
  const uint64_t id = open.stream();
  *stream.open.mutable_open() = std::move(open);
  Send(stream);
  streams_[id] = std::move(stream);
  return pipes;
}

void LogKeeper::OnSocket() {
  for (;;) {
    auto received = ReceiveLogMessage(socket_.get());
    if (!received.ok() || !received->has_value()) {
      const bool wait = !received.ok() && received.error().code() == UV_EAGAIN;
      if (!wait && poll_) uv_poll_stop(poll_.get());  // its exit is told apart
      return;
    }
    const auto& message = (*received)->message;
    if (message.has_tail())
      Answer(message.tail().stream(),
             {message.tail().lines().begin(), message.tail().lines().end()});
    if (!socket_) return;
  }
}

void LogKeeper::Tail(uint64_t stream, Lines done) {
  supervisor::v1::LogMessage message;
  message.mutable_tail_request()->set_stream(stream);
  questions_.push_back({stream, std::move(done)});
  const bool sent = socket_ && SendLogMessage(socket_.get(), message, {}).ok();
  if (!sent) return patience_->Start(std::chrono::milliseconds(0));
  if (!patience_->active()) patience_->Start(kTailPatience);
}

void LogKeeper::Answer(uint64_t stream, std::vector<std::string> lines) {
  const auto found = std::find_if(questions_.begin(), questions_.end(),
                                  [&](const Question& q) { return q.stream == stream; });
  if (found == questions_.end()) return;
  const Lines done = std::move(found->done);
  questions_.erase(found);
  if (questions_.empty()) patience_->Stop();
  done(std::move(lines));
}

void LogKeeper::FailQuestions() {
  std::vector<Question> failed = std::move(questions_);
  questions_.clear();
  for (Question& question : failed) question.done({});
}

void LogKeeper::Forget(uint64_t stream) {
  if (streams_.erase(stream) == 0 || !socket_) return;
  supervisor::v1::LogMessage message;
  message.mutable_forget()->set_stream(stream);
  (void)SendLogMessage(socket_.get(), message, {}).ok();
}

void LogKeeper::Close(std::function<void()> ended) {
  restart_->Stop();
  streams_.clear();
  poll_.reset();
  socket_.Reset();
  if (!process_) return ended();
  ended_ = std::move(ended);
}

}  // namespace drover::sup
