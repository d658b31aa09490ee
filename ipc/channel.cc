#include "ipc/channel.h"

#include <poll.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/socket.h>

#include "ipc/receiver.h"
#include "ipc/send_queue.h"
#include "runtime/base/check.h"
#include "runtime/base/uv_ptr.h"

namespace drover::ipc {
namespace {

// Send writes at once when so much waits, instead of at the end of the turn.
constexpr size_t kEagerFlush = size_t{64} << 10;
// One channel does so much in one turn before others have theirs.
constexpr int kReadsPerTurn = 32;
constexpr int kWritesPerTurn = 32;
// Before lost descriptors are sent again: the peer has to find free ones first.
constexpr uint64_t kResendDelaysMs[] = {5, 50, 500};
// The kernel has too many descriptors in flight, or no memory, for the moment.
constexpr uint64_t kBusyDelayMs = 1;

}  // namespace

class Channel::Impl {
 public:
  Impl(Channel* channel, base::Fd socket, Delegate* delegate, const ChannelOptions& options)
      : channel_(channel),
        socket_(std::move(socket)),
        delegate_(delegate),
        out_(options),
        in_(options) {}

  base::Status Init(uv_loop_t* loop);
  SendResult Send(Outgoing message, Sent sent);
  void TryFlush();
  bool Flush(std::chrono::milliseconds limit);
  void Close();
  void CloseWhenFlushed(std::function<void()> closed);
  void Pause();
  void Resume();
  void SetRef(bool ref);

  bool open() const { return socket_.valid(); }
  bool has_ref() const { return ref_; }
  int fd() const { return socket_.get(); }
  void set_delegate(Delegate* delegate) { delegate_ = delegate; }
  const SendQueue& out() const { return out_; }
  const ChannelStats& stats();

 private:
  enum class Alive { kYes, kNo };  // whether this object still exists after a callback
  enum class Write { kProgress, kBlocked, kDone };
  enum class Read { kMore, kDrained, kGone };

  static void OnPoll(uv_poll_t* handle, int status, int events);
  static void OnIdle(uv_idle_t* handle);
  static void OnTimer(uv_timer_t* handle);

  // The idle handle runs before the loop sleeps, and keeps it from sleeping: what is due is done
  // there.
  void Schedule() { uv_idle_start(idle_.get(), OnIdle); }
  void Turn();
  void EndTurn();
  void UpdatePoll();
  void StartTimer(uint64_t ms);

  void WriteNow();
  Write WriteBatch();
  void WriteFailed(int err);

  Alive ReadTurn();
  Read ReadOnce();
  Alive Deliver();
  void PassOnDescriptorWords();
  Alive EndByPeer(CloseReason reason, const base::Status& status);
  Alive RunCompletions();
  void CloseSocket();

  Channel* channel_;
  base::Fd socket_;
  Delegate* delegate_;
  SendQueue out_;
  Receiver in_;
  ChannelStats stats_;

  base::UvPtr<uv_poll_t> poll_;  // null once the socket is closed
  base::UvPtr<uv_idle_t> idle_;
  base::UvPtr<uv_timer_t> timer_;  // made when first needed
  int events_ = 0;                 // that poll_ watches
  bool ref_ = true;
  bool paused_ = false;
  bool blocked_ = false;     // the socket takes no more for now
  bool busy_ = false;        // the kernel asked us to wait; the timer runs
  int write_error_ = 0;      // nothing can be written any more
  bool read_again_ = false;  // bytes may be left although nothing will wake us
  bool closing_ = false;     // CloseWhenFlushed
  bool malformed_ = false;
  std::function<void()> closed_;
};

base::Status Channel::Impl::Init(uv_loop_t* loop) {
  auto poll = base::MakeUv<uv_poll_t>(uv_poll_init, loop, this, socket_.get());
  if (!poll.ok()) return std::move(poll).error().Wrap("channel");
  poll_ = std::move(poll).value();
  auto idle = base::MakeUv<uv_idle_t>(uv_idle_init, loop, this);
  CHECK(idle.ok(), "uv_idle_init");
  idle_ = std::move(idle).value();
  UpdatePoll();
  return {};
}

// ---- the loop calls ----

void Channel::Impl::OnPoll(uv_poll_t* handle, int status, int events) {
  auto* self = static_cast<Impl*>(handle->data);
  if (self == nullptr) return;
  if (status < 0) {
    // The peer is gone with an error pending; libuv has stopped the handle. What it wrote before
    // can still be read.
    self->events_ = 0;
    self->read_again_ = true;
    self->Schedule();
    return;
  }
  if ((events & UV_WRITABLE) != 0) {
    self->blocked_ = false;
    self->WriteNow();
  }
  if ((events & UV_READABLE) != 0 && self->ReadTurn() == Alive::kNo) return;
  self->EndTurn();
}

void Channel::Impl::OnIdle(uv_idle_t* handle) {
  auto* self = static_cast<Impl*>(handle->data);
  if (self == nullptr) return;
  uv_idle_stop(handle);
  self->Turn();
}

void Channel::Impl::OnTimer(uv_timer_t* handle) {
  auto* self = static_cast<Impl*>(handle->data);
  if (self == nullptr) return;
  self->busy_ = false;
  self->out_.Resend();
  self->Schedule();
}

void Channel::Impl::Turn() {
  if (open()) {
    WriteNow();
    if (read_again_ && ReadTurn() == Alive::kNo) return;
  }
  EndTurn();
}

// What every entry from the loop ends with.
void Channel::Impl::EndTurn() {
  if (RunCompletions() == Alive::kNo) return;
  // Descriptors are delivered when they are acknowledged; until then they may have to be sent
  // again.
  const bool finished = out_.empty() && out_.fds_in_flight() == 0;
  if (closing_ && open() && (finished || write_error_ != 0)) Close();
  if (!open() && closed_) {
    const auto closed = std::exchange(closed_, nullptr);
    closed();
    return;
  }
  if (open()) UpdatePoll();
}

void Channel::Impl::UpdatePoll() {
  const int events = (paused_ ? 0 : UV_READABLE) | (blocked_ ? UV_WRITABLE : 0);
  if (events != events_) {
    events_ = events;
    if (events == 0) {
      uv_poll_stop(poll_.get());
    } else {
      uv_poll_start(poll_.get(), events, OnPoll);
    }
  }
  // What waits for the socket keeps the loop alive, whatever the channel itself is set to.
  auto* handle = reinterpret_cast<uv_handle_t*>(poll_.get());
  if (ref_ || !out_.empty()) {
    uv_ref(handle);
  } else {
    uv_unref(handle);
  }
}

void Channel::Impl::StartTimer(uint64_t ms) {
  if (!timer_) {
    auto timer = base::MakeUv<uv_timer_t>(uv_timer_init, poll_->loop, this);
    CHECK(timer.ok(), "uv_timer_init");
    timer_ = std::move(timer).value();
  }
  if (!uv_is_active(reinterpret_cast<uv_handle_t*>(timer_.get())))
    uv_timer_start(timer_.get(), OnTimer, ms, 0);
}

// ---- writing ----

SendResult Channel::Impl::Send(Outgoing message, Sent sent) {
  if (!open() || closing_ || write_error_ != 0) return {SendStatus::kClosed, 0};
  SendStatus status = out_.Push(std::move(message), std::move(sent));
  if (status == SendStatus::kQueueFull) {
    blocked_ = false;  // the loop may not have had a chance to see that the peer has read
    WriteNow();
    Schedule();
    if (write_error_ != 0) return {SendStatus::kClosed, 0};
    // It was not taken, so it is still whole.
    status = out_.Push(std::move(message), std::move(sent));  // NOLINT(bugprone-use-after-move)
  }
  if (status != SendStatus::kOk) return {status, out_.queued()};
  ++stats_.messages_sent;
  if (out_.queued() >= kEagerFlush) WriteNow();
  Schedule();
  return {SendStatus::kOk, out_.queued()};
}

// The caller sees to the next turn, which calls back and sets what is polled for.
void Channel::Impl::WriteNow() {
  if (blocked_ || busy_) return;
  for (int i = 0; i < kWritesPerTurn && write_error_ == 0; ++i) {
    switch (WriteBatch()) {
      case Write::kProgress:
        continue;
      case Write::kBlocked:
      case Write::kDone:
        return;
    }
  }
  Schedule();
}

Channel::Impl::Write Channel::Impl::WriteBatch() {
  SendQueue::Batch batch;
  if (!out_.Next(batch)) return Write::kDone;
  alignas(cmsghdr) char control[CMSG_SPACE(kMaxFds * sizeof(int))];
  msghdr message{};
  message.msg_iov = const_cast<iovec*>(batch.iov);
  message.msg_iovlen = batch.iov_count;
  if (batch.fd_count != 0) {
    message.msg_control = control;
    message.msg_controllen = CMSG_SPACE(batch.fd_count * sizeof(int));
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(batch.fd_count * sizeof(int));
    std::memcpy(CMSG_DATA(header), batch.fds, batch.fd_count * sizeof(int));
  }
  ssize_t n;
  do {
    n = ::sendmsg(socket_.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    ++stats_.sendmsg_calls;
  } while (n < 0 && errno == EINTR);
  if (n > 0) {
    stats_.bytes_sent += static_cast<uint64_t>(n);
    out_.Written(static_cast<size_t>(n));
    if (static_cast<size_t>(n) == batch.bytes) return Write::kProgress;
    blocked_ = true;
    return Write::kBlocked;
  }
  switch (errno) {
    case EAGAIN:
      blocked_ = true;
      break;
    case ETOOMANYREFS:
    case ENOBUFS:
    case ENOMEM:
      busy_ = true;
      StartTimer(kBusyDelayMs);
      break;
    default:
      WriteFailed(errno);
      break;
  }
  return Write::kBlocked;
}

// What the peer wrote before it went can still be read, so the socket stays open until its end is
// reached.
void Channel::Impl::WriteFailed(int err) {
  write_error_ = uv_translate_sys_error(err);
  blocked_ = false;
  out_.Fail(base::Status(write_error_, "write to channel"));
  read_again_ = true;
  Schedule();
}

void Channel::Impl::TryFlush() {
  if (!open() || write_error_ != 0) return;
  blocked_ = false;
  WriteNow();
  Schedule();
}

bool Channel::Impl::Flush(std::chrono::milliseconds limit) {
  if (!open() || write_error_ != 0) return true;
  const auto end = std::chrono::steady_clock::now() + limit;
  out_.IgnoreWindow();
  out_.Resend();
  for (;;) {
    busy_ = false;
    const Write outcome = WriteBatch();
    if (outcome == Write::kProgress) continue;
    if (outcome == Write::kDone || write_error_ != 0) break;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (left.count() <= 0) break;
    pollfd p{socket_.get(), POLLOUT, 0};
    // When the kernel is short of something, the socket is ready all the same.
    if (busy_) {
      ::poll(nullptr, 0, static_cast<int>(kBusyDelayMs));
    } else {
      ::poll(&p, 1, static_cast<int>(left.count()));
    }
    blocked_ = false;
  }
  Schedule();
  return out_.empty() || write_error_ != 0;
}

// ---- reading ----

Channel::Impl::Alive Channel::Impl::ReadTurn() {
  read_again_ = false;
  // Left over from before a pause.
  if (Deliver() == Alive::kNo) return Alive::kNo;
  for (int i = 0; i < kReadsPerTurn; ++i) {
    if (paused_ || !open()) return Alive::kYes;
    switch (ReadOnce()) {
      case Read::kGone:
        in_.GiveUpLost();
        if (Deliver() == Alive::kNo) return Alive::kNo;
        if (!open()) return Alive::kYes;
        if (paused_) {
          read_again_ = true;  // the end is told after what is still to be delivered
          return Alive::kYes;
        }
        return EndByPeer(CloseReason::kEof, base::Status(UV_EOF, "channel"));
      case Read::kDrained:
        if (Deliver() == Alive::kNo) return Alive::kNo;
        if (!open()) return Alive::kYes;
        in_.Shrink();
        if (write_error_ != 0 && !paused_) {
          // The peer takes nothing, and has said nothing more: half a channel is none.
          return EndByPeer(CloseReason::kError, base::Status(write_error_, "write to channel"));
        }
        return Alive::kYes;
      case Read::kMore:
        if (Deliver() == Alive::kNo) return Alive::kNo;
        break;
    }
  }
  read_again_ = true;
  Schedule();
  return Alive::kYes;
}

Channel::Impl::Read Channel::Impl::ReadOnce() {
  Receiver::Space space = in_.NextSpace();
  alignas(cmsghdr) char control[CMSG_SPACE(kMaxFds * sizeof(int))];
  msghdr message{};
  message.msg_iov = space.iov;
  message.msg_iovlen = static_cast<size_t>(space.count);
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t n;
  do {
    n = ::recvmsg(socket_.get(), &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    ++stats_.recvmsg_calls;
  } while (n < 0 && errno == EINTR);
  if (n < 0) return errno == EAGAIN ? Read::kDrained : Read::kGone;

  std::vector<base::Fd> fds;
  auto state =
      (message.msg_flags & MSG_CTRUNC) != 0 ? Receiver::Fds::kTruncated : Receiver::Fds::kNone;
  for (cmsghdr* c = CMSG_FIRSTHDR(&message); c != nullptr; c = CMSG_NXTHDR(&message, c)) {
    if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
    if (state == Receiver::Fds::kNone) state = Receiver::Fds::kWhole;
    const size_t count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t i = 0; i < count; ++i) {
      int fd;
      std::memcpy(&fd, CMSG_DATA(c) + i * sizeof fd, sizeof fd);
      fds.emplace_back(fd);
    }
  }
  if (n == 0) return Read::kGone;
  stats_.bytes_received += static_cast<uint64_t>(n);
  in_.Received(static_cast<size_t>(n), state, std::move(fds));
  // The kernel ends a read behind descriptors, so only a short read without any means that no more
  // is there.
  const bool drained = static_cast<size_t>(n) < space.size && state == Receiver::Fds::kNone;
  return drained ? Read::kDrained : Read::kMore;
}

Channel::Impl::Alive Channel::Impl::Deliver() {
  uv_idle_t* const guard = idle_.get();
  while (open() && !paused_) {
    Inbound message;
    const Receiver::Outcome outcome = in_.Take(message);
    PassOnDescriptorWords();
    if (outcome == Receiver::Outcome::kMalformed || malformed_) {
      const char* why = malformed_ ? "an acknowledgement of what was never sent" : in_.why();
      return EndByPeer(CloseReason::kMalformed,
                       base::Error::Message(std::string("malformed input: ") + why));
    }
    if (outcome == Receiver::Outcome::kNothing) return Alive::kYes;
    ++stats_.messages_received;
    delegate_->OnMessage(*channel_, std::move(message));
    if (guard->data == nullptr) return Alive::kNo;
  }
  return Alive::kYes;
}

// Between the two directions: acknowledgements that came, and those that are due.
void Channel::Impl::PassOnDescriptorWords() {
  for (const Receiver::PeerWord& word : in_.TakePeerWords()) {
    for (const uint64_t sequence : word.lost) {
      const int tries = out_.HandleLost(sequence);
      if (tries == 0) continue;
      StartTimer(kResendDelaysMs[std::min<size_t>(tries, std::size(kResendDelaysMs)) - 1]);
    }
    if (!out_.HandleAck(word.acknowledged)) malformed_ = true;
    Schedule();  // descriptors that waited for this may go
  }
  for (const uint64_t lost : in_.TakeLost()) {
    ++stats_.fds_dropped;
    out_.ReportLost(lost);
  }
  out_.Acknowledge(in_.acknowledge());
  if (!out_.empty() && write_error_ == 0) Schedule();
}

Channel::Impl::Alive Channel::Impl::EndByPeer(CloseReason reason, const base::Status& status) {
  uv_idle_t* const guard = idle_.get();
  out_.Fail(base::Status(reason == CloseReason::kEof ? UV_EPIPE : status.code(), "channel"));
  CloseSocket();
  if (RunCompletions() == Alive::kNo) return Alive::kNo;
  if (closed_) Schedule();
  delegate_->OnClosed(*channel_, reason, status);
  return guard->data == nullptr ? Alive::kNo : Alive::kYes;
}

Channel::Impl::Alive Channel::Impl::RunCompletions() {
  uv_idle_t* const guard = idle_.get();
  for (auto& [sent, status] : out_.TakeCompletions()) {
    sent(status);
    if (guard->data == nullptr) return Alive::kNo;
  }
  return Alive::kYes;
}

// ---- the end, and the rest ----

void Channel::Impl::CloseSocket() {
  poll_.reset();
  timer_.reset();
  socket_.Reset();
  blocked_ = busy_ = read_again_ = false;
}

void Channel::Impl::Close() {
  if (!open()) return;
  out_.Fail(base::Status(UV_ECANCELED, "channel closed"));
  CloseSocket();
  if (out_.has_completions() || closed_) Schedule();
}

void Channel::Impl::CloseWhenFlushed(std::function<void()> closed) {
  closed_ = std::move(closed);
  closing_ = true;
  Schedule();
}

void Channel::Impl::Pause() {
  paused_ = true;
  if (open()) UpdatePoll();
}

void Channel::Impl::Resume() {
  if (!std::exchange(paused_, false) || !open()) return;
  UpdatePoll();
  read_again_ = true;
  Schedule();
}

void Channel::Impl::SetRef(bool ref) {
  ref_ = ref;
  if (open()) UpdatePoll();
}

const ChannelStats& Channel::Impl::stats() {
  stats_.fds_sent = out_.fds_sent();
  stats_.fds_resent = out_.fds_resent();
  stats_.fds_received = in_.fds_received();
  return stats_;
}

// ---- the public face ----

Channel::Channel() = default;
Channel::~Channel() = default;

base::Result<std::unique_ptr<Channel>> Channel::Open(uv_loop_t* loop, base::Fd socket,
                                                     Delegate* delegate, ChannelOptions options) {
  auto channel = std::unique_ptr<Channel>(new Channel());
  channel->impl_ = std::make_unique<Impl>(channel.get(), std::move(socket), delegate, options);
  if (base::Status status = channel->impl_->Init(loop); !status.ok()) return status;
  return channel;
}

void Channel::set_delegate(Delegate* delegate) { impl_->set_delegate(delegate); }
SendResult Channel::Send(Outgoing message, Sent sent) {
  return impl_->Send(std::move(message), std::move(sent));
}
void Channel::TryFlush() { impl_->TryFlush(); }
bool Channel::Flush(std::chrono::milliseconds limit) { return impl_->Flush(limit); }
void Channel::Close() { impl_->Close(); }
void Channel::CloseWhenFlushed(std::function<void()> closed) {
  impl_->CloseWhenFlushed(std::move(closed));
}
bool Channel::open() const { return impl_->open(); }
void Channel::PauseReading() { impl_->Pause(); }
void Channel::ResumeReading() { impl_->Resume(); }
void Channel::Ref() { impl_->SetRef(true); }
void Channel::Unref() { impl_->SetRef(false); }
bool Channel::has_ref() const { return impl_->has_ref(); }
size_t Channel::queued() const { return impl_->out().queued(); }
size_t Channel::fds_in_flight() const { return impl_->out().fds_in_flight(); }
const ChannelStats& Channel::stats() const { return impl_->stats(); }
int Channel::fd() const { return impl_->fd(); }

}  // namespace drover::ipc
