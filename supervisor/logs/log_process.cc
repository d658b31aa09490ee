#include "supervisor/logs/log_process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include <uv.h>

#include <deque>
#include <map>
#include <memory>
#include <string>

#include <sys/prctl.h>

#include "runtime/base/uv_ptr.h"
#include "supervisor/logs/line_stamper.h"
#include "supervisor/logs/log_file.h"
#include "supervisor/logs/log_link.h"

namespace drover::sup {
namespace {

using base::Fd;
using base::UvPtr;

constexpr size_t kReadSize = 64 << 10;
constexpr int kReadsInARow = 16;  // of one pipe, before the others have their turn
constexpr size_t kTailLines = 12;
constexpr size_t kTailLineLength = 500;

WallTime Now() { return std::chrono::system_clock::now(); }

class LogProcess;

// One pipe of one worker.
class Pipe {
 public:
  Pipe(LogProcess& owner, uint64_t stream, Fd fd, std::shared_ptr<LogFile> file, std::string prefix,
       bool keep_tail)
      : owner_(owner),
        stream_(stream),
        fd_(std::move(fd)),
        file_(std::move(file)),
        stamper_(std::move(prefix)),
        keep_tail_(keep_tail) {}

  bool Watch(uv_loop_t* loop);
  // Reads what is there. False at the end of the pipe.
  bool Drain();
  void Close() {
    poll_.reset();
    fd_.Reset();
  }
  bool closed() const { return !fd_.valid(); }
  uint64_t stream() const { return stream_; }
  const std::deque<std::string>& tail() const { return tail_; }

 private:
  void Remember(std::string_view lines);

  LogProcess& owner_;  // outlives its pipes
  uint64_t stream_;
  Fd fd_;
  std::shared_ptr<LogFile> file_;
  LineStamper stamper_;
  bool keep_tail_;
  std::deque<std::string> tail_;
  UvPtr<uv_poll_t> poll_;
};

class LogProcess {
 public:
  explicit LogProcess(Fd socket) : socket_(std::move(socket)) { buffer_.resize(kReadSize); }

  int Run();
  void OnPipeReadable(Pipe& pipe);
  std::string& buffer() { return buffer_; }

 private:
  struct Stream {
    std::unique_ptr<Pipe> out, err;
    bool forgotten = false;  // the daemon asks for nothing more
  };
  void OnSocket();
  void Handle(ReceivedLogMessage received);
  void Open(const supervisor::v1::LogOpen& open, std::vector<Fd> fds);
  void Tail(uint64_t stream);
  void Forget(uint64_t stream);
  void Collect(std::map<uint64_t, Stream>::iterator stream);
  std::shared_ptr<LogFile> FileAt(const std::string& path, uint64_t max_bytes, unsigned keep);

  uv_loop_t loop_{};
  Fd socket_;
  UvPtr<uv_poll_t> poll_;
  std::map<uint64_t, Stream> streams_;
  std::map<std::string, std::weak_ptr<LogFile>> files_;
  std::string buffer_;  // shared by all reads
};

bool Pipe::Watch(uv_loop_t* loop) {
  ::fcntl(fd_.get(), F_SETFL, ::fcntl(fd_.get(), F_GETFL) | O_NONBLOCK);
  auto poll = base::MakeUv<uv_poll_t>(uv_poll_init, loop, this, fd_.get());
  if (!poll.ok()) return false;
  poll_ = std::move(*poll);
  return uv_poll_start(poll_.get(), UV_READABLE, [](uv_poll_t* handle, int, int) {
           if (auto* pipe = static_cast<Pipe*>(handle->data)) pipe->owner_.OnPipeReadable(*pipe);
         }) == 0;
}

void Pipe::Remember(std::string_view lines) {
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view text = ParseStamped(lines.substr(0, end)).text;
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (text.empty()) continue;
    tail_.emplace_back(text.substr(0, kTailLineLength));
    if (tail_.size() > kTailLines) tail_.pop_front();
  }
}

bool Pipe::Drain() {
  std::string lines;
  bool open = true;
  for (int i = 0; i < kReadsInARow; ++i) {
    const ssize_t got = ::read(fd_.get(), owner_.buffer().data(), owner_.buffer().size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN) break;
    if (got <= 0) {
      open = false;
      break;
    }
    stamper_.Feed({owner_.buffer().data(), static_cast<size_t>(got)}, Now(), lines);
  }
  if (!open) stamper_.Finish(Now(), lines);
  file_->Write(lines);
  if (keep_tail_) Remember(lines);
  return open;
}

int LogProcess::Run() {
  if (uv_loop_init(&loop_) != 0) return 1;
  auto poll = base::MakeUv<uv_poll_t>(uv_poll_init, &loop_, this, socket_.get());
  if (!poll.ok()) return 1;
  poll_ = std::move(*poll);
  uv_poll_start(poll_.get(), UV_READABLE, [](uv_poll_t* handle, int, int) {
    if (auto* self = static_cast<LogProcess*>(handle->data)) self->OnSocket();
  });
  uv_run(&loop_, UV_RUN_DEFAULT);  // ends when the socket and every pipe are closed
  CHECK(uv_loop_close(&loop_) == 0, "the log process ends with an empty loop");
  return 0;
}

void LogProcess::OnSocket() {
  for (;;) {
    auto received = ReceiveLogMessage(socket_.get());
    if (!received.ok() && received.error().code() == UV_EAGAIN) return;
    if (!received.ok() && received.error().code() == UV_EPROTO) continue;
    if (!received.ok() || !received->has_value()) {
      poll_.reset();
      for (auto it = streams_.begin(); it != streams_.end();) Forget((it++)->first);
      return;
    }
    Handle(std::move(**received));
  }
}

void LogProcess::Handle(ReceivedLogMessage received) {
  if (received.message.has_open()) Open(received.message.open(), std::move(received.fds));
  if (received.message.has_tail_request()) Tail(received.message.tail_request().stream());
  if (received.message.has_forget()) Forget(received.message.forget().stream());
}

std::shared_ptr<LogFile> LogProcess::FileAt(const std::string& path, uint64_t max_bytes,
                                            unsigned keep) {
  std::erase_if(files_, [](const auto& entry) { return entry.second.expired(); });
  if (auto file = files_[path].lock()) {
    file->SetLimits(max_bytes, keep);
    return file;
  }
  auto file = std::make_shared<LogFile>(path, max_bytes, keep);
  files_[path] = file;
  return file;
}

void LogProcess::Open(const supervisor::v1::LogOpen& open, std::vector<Fd> fds) {
  if (fds.size() != 2) return;
  Stream& stream = streams_[open.stream()];
  stream.out = std::make_unique<Pipe>(*this, open.stream(), std::move(fds[0]),
                                      FileAt(open.out_path(), open.max_bytes(), open.keep()),
                                      open.prefix(), false);
  stream.err = std::make_unique<Pipe>(*this, open.stream(), std::move(fds[1]),
                                      FileAt(open.error_path(), open.max_bytes(), open.keep()),
                                      open.prefix(), true);
  stream.out->Watch(&loop_);
  stream.err->Watch(&loop_);
}

void LogProcess::OnPipeReadable(Pipe& pipe) {
  if (pipe.Drain()) return;
  pipe.Close();
  Collect(streams_.find(pipe.stream()));
}

void LogProcess::Tail(uint64_t stream) {
  const auto found = streams_.find(stream);
  LogMessage answer;
  answer.mutable_tail()->set_stream(stream);
  if (found != streams_.end()) {
    Pipe& err = *found->second.err;
    if (!err.closed() && !err.Drain()) err.Close();
    for (const std::string& line : err.tail()) answer.mutable_tail()->add_lines(line);
  }
  // A daemon that does not read gets no answer; it goes on after a while without.
  (void)SendLogMessage(socket_.get(), answer, {}).ok();
}

void LogProcess::Forget(uint64_t stream) {
  const auto found = streams_.find(stream);
  if (found == streams_.end()) return;
  found->second.forgotten = true;
  Collect(found);
}

void LogProcess::Collect(std::map<uint64_t, Stream>::iterator stream) {
  CHECK(stream != streams_.end(), "a pipe belongs to a stream");
  const Stream& s = stream->second;
  if (s.forgotten && s.out->closed() && s.err->closed()) streams_.erase(stream);
}

}  // namespace

int RunLogProcess(Fd socket) {
  ::prctl(PR_SET_NAME, "drover-log");
  // Ctrl-C on the terminal that started the daemon, or a signal to its group, is not for this
  // process.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) ::signal(signal, SIG_IGN);
  return LogProcess(std::move(socket)).Run();
}

}  // namespace drover::sup
