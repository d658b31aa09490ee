// Channel: messages and descriptors over one UNIX stream socket, on one thread, driven by a uv
// loop. docs/protocol.md describes what is on the wire.
//
// Promises:
// - Order holds within a lane. A control message waits for at most one batch (about 128 KiB) of
// other
//   lanes; long messages are cut into chunks so that others pass between them.
// - All messages of one turn of the loop leave in one system call, before the loop sleeps.
// - Payload bytes are not copied on their way out; a long message is read straight into its buffer.
// - A descriptor arrives with its message, or the message says fds_lost; it is never sent twice,
//   never leaked, and kept here until the peer has acknowledged it.
// - What waits to be written is bounded: see Options and Send.
// - Whatever the peer sends, the worst that happens is that this channel closes (OnClosed).
//
// Reentrancy: from every callback everything may be called, including the channel's destructor.
// Send, Flush, Close and the destructor never call back.
#pragma once

#include <uv.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "ipc/message.h"
#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace drover::ipc {

enum class SendStatus {
  kOk,
  kClosed,     // no channel any more, or it is closing
  kQueueFull,  // the lane's limit: nothing was taken
  kTooLarge,   // head or payload over its limit, or more than kMaxFds descriptors
};

struct SendResult {
  SendStatus status;
  size_t queued;  // bytes waiting in all lanes, this message included where it was taken
  bool ok() const { return status == SendStatus::kOk; }
};

// Node's send() returns true while less than this waits.
inline constexpr size_t kHighWater = 128 * 1024;

enum class CloseReason {
  kEof,        // the peer closed its end, or is gone
  kError,      // the socket failed
  kMalformed,  // the peer broke the protocol
};

struct ChannelOptions {
  // For each lane: bytes that may wait. One message of any allowed size is taken where the lane is
  // empty.
  size_t max_queued = size_t{64} << 20;
  size_t max_message = size_t{512} << 20;  // payload, in both directions
  size_t chunk = size_t{64} << 10;         // payload bytes of one frame that is sent
  // Descriptors sent and not yet acknowledged; others wait in the queue. The kernel bounds the
  // number in flight for each user, so one silent peer must not hold them all.
  size_t max_fds_in_flight = 512;
};

// What the channel has done since it was opened.
struct ChannelStats {
  uint64_t messages_sent = 0, messages_received = 0;
  uint64_t bytes_sent = 0, bytes_received = 0;
  uint64_t sendmsg_calls = 0, recvmsg_calls = 0;
  uint64_t fds_sent = 0, fds_received = 0;
  uint64_t fds_resent = 0, fds_dropped = 0;  // dropped: by our kernel, on arrival
};

class Channel {
 public:
  class Delegate {
   public:
    virtual void OnMessage(Channel& channel, Inbound message) = 0;
    // The peer ended it. Called once, after the last OnMessage; not after Close(). Pending sends
    // have been answered with an error before.
    virtual void OnClosed(Channel& channel, CloseReason reason, const base::Error& error) = 0;

   protected:
    ~Delegate() = default;
  };

  // Called from the loop when the message was written to the socket (ok) or never will be
  // (UV_ECANCELED, UV_EPIPE...). Not called where the channel is destroyed before.
  using Sent = std::function<void(const base::Status&)>;

  // Takes one end of a UNIX stream socket. delegate and loop outlive the channel.
  static base::Result<std::unique_ptr<Channel>> Open(uv_loop_t* loop, base::Fd socket,
                                                     Delegate* delegate,
                                                     ChannelOptions options = {});
  // Closes at once: what is not written is lost. See Flush.
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  void set_delegate(Delegate* delegate);

  // Queues a message. On kQueueFull the channel has first written out what the peer was ready to
  // take. The control lane has its own limit, so it passes when user data is stuck. A status other
  // than kOk means that nothing was taken and `sent` will not be called.
  SendResult Send(Outgoing message, Sent sent = nullptr);

  // Writes now what the socket takes, without waiting.
  void TryFlush();
  // Waits until everything is written or the time is up, without running the loop: for the end of a
  // process. Nothing is received meanwhile. True: all is written (or there is no peer any more).
  bool Flush(std::chrono::milliseconds limit);

  // Stops receiving, drops what is not written (their `sent` get UV_ECANCELED from the loop),
  // closes the socket. OnClosed is not called.
  void Close();
  // Close() as soon as everything queued is written and its descriptors are acknowledged; takes no
  // more messages. OnClosed is not called unless the peer ends it first; `closed` is called from
  // the loop afterwards, in both cases.
  void CloseWhenFlushed(std::function<void()> closed = nullptr);
  bool open() const;

  // Stops and resumes receiving. The socket's buffer then makes the peer wait, control lane
  // included.
  void PauseReading();
  void ResumeReading();

  // Whether an open channel keeps the loop alive (it does at first). Messages that wait to be
  // written always do.
  void Ref();
  void Unref();
  bool has_ref() const;

  size_t queued() const;         // bytes waiting in all lanes
  size_t fds_in_flight() const;  // sent, not yet acknowledged
  const ChannelStats& stats() const;
  int fd() const;  // for messages to people; -1 when closed

 private:
  class Impl;
  Channel();
  std::unique_ptr<Impl> impl_;
};

}  // namespace drover::ipc
