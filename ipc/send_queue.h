// SendQueue: what a channel has to write, as lanes of messages on one side and batches for sendmsg
// on the other. It knows nothing of sockets or loops.
//
// A batch is a run of whole frames with the descriptors of those frames. It is built when the one
// before is written to its last byte; its descriptors go with its first byte, once.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include <sys/uio.h>

#include "ipc/channel.h"
#include "ipc/frame.h"
#include "ipc/message.h"

namespace drover::ipc {

class SendQueue {
 public:
  using Sent = Channel::Sent;

  explicit SendQueue(const ChannelOptions& options) : options_(options) {}

  // Moves out of its arguments only on kOk.
  SendStatus Push(Outgoing&& message, Sent&& sent);

  // One sendmsg. Pointers are valid until the next call of Written, Push or Fail.
  struct Batch {
    const iovec* iov;
    size_t iov_count;
    const int* fds;  // none after the batch's first byte was written
    size_t fd_count;
    size_t bytes;
  };
  // False: nothing can be written now.
  bool Next(Batch& batch);
  // So many bytes (more than 0) of the last batch were written.
  void Written(size_t bytes);

  // Something waits, though perhaps for the peer to acknowledge descriptors.
  bool empty() const {
    return !wire_active() && queued_ == 0 && !ack_due() && late_.empty() && lost_.empty();
  }
  size_t queued() const { return queued_; }
  size_t fds_in_flight() const { return fds_in_flight_; }
  uint64_t fds_sent() const { return fd_sequence_; }
  uint64_t fds_resent() const { return fds_resent_; }
  // At the end of the process nobody will read acknowledgements: the window does not count any
  // more.
  void IgnoreWindow() { window_ignored_ = true; }

  // For the other direction: what has arrived here, to be told with the next frame.
  void Acknowledge(uint64_t up_to) { ack_ = up_to; }
  void ReportLost(uint64_t sequence) { report_.push_back(sequence); }

  // The peer's word on our descriptors. False: it speaks of some that were never sent.
  bool HandleAck(uint64_t up_to);
  // Returns the tries of that message's descriptors so far, 0 if there are none such.
  int HandleLost(uint64_t sequence);
  // Sends again what was reported lost, or gives it up after kMaxTries.
  void Resend();
  static constexpr int kMaxTries = 4;

  // Drops everything; every `sent` that was not called gets the error.
  void Fail(const base::Status& status);

  // Callbacks that are due: moved out, to be called by the caller.
  using Completions = std::vector<std::pair<Sent, base::Status>>;
  Completions TakeCompletions() { return std::exchange(completions_, {}); }
  bool has_completions() const { return !completions_.empty(); }

 private:
  struct Item {
    Outgoing message;
    Sent sent;
    size_t size = 0;    // counted in the lane's bytes
    size_t offset = 0;  // payload bytes already framed
    uint64_t id = 0;    // of a message that is longer than a chunk
  };
  struct LaneQueue {
    std::deque<Item> items;
    size_t queued = 0;
  };
  // A frame inside the batch: what happens when its last byte is written.
  struct Framed {
    size_t end;  // offset in the batch
    size_t lane;
    size_t size;  // bytes taken off the lane
  };
  // Bytes of the batch: in arena_ (pointer null) or elsewhere.
  struct Piece {
    const char* outside;
    size_t offset;
    size_t size;
  };
  struct InFlight {
    uint64_t sequence;
    uint64_t original;  // the sequence that the message had at first
    size_t lane;
    int tries;
    std::vector<SharedFd> fds;
  };

  bool wire_active() const { return wire_bytes_ > written_; }
  bool ack_due() const { return ack_ != ack_sent_ || !report_.empty(); }
  void Build();
  // Appends the next frame of a lane; false: the lane has none that fits.
  bool AppendFrom(size_t lane);
  bool AppendLate();
  void AppendAck();
  bool FitsFds(size_t count) const;
  void AttachFds(FrameHeader& header, size_t lane, std::vector<SharedFd> fds, uint64_t original,
                 int tries);
  void FillAck(FrameHeader& header);
  void AppendFrame(FrameHeader& header, std::string_view payload);
  void AddPiece(const char* outside, size_t offset, size_t size);
  void FinishFrames();

  ChannelOptions options_;
  LaneQueue lanes_[kLanes];
  size_t queued_ = 0;
  uint64_t last_message_ = 0;

  // The batch on its way.
  std::string arena_;
  std::vector<Piece> pieces_;
  std::vector<iovec> iov_;
  std::vector<int> wire_fds_;
  std::deque<Framed> framed_;
  std::deque<Item> finished_;  // kept until their last byte is written; `offset` = end in the batch
  size_t wire_bytes_ = 0;
  size_t written_ = 0;
  std::string report_bytes_;

  // Descriptors.
  uint64_t fd_sequence_ = 0;  // of the last descriptor sent
  uint64_t fd_batch_ = 0;
  size_t fds_in_flight_ = 0;
  uint64_t fds_resent_ = 0;
  bool window_ignored_ = false;
  std::deque<InFlight> in_flight_;
  std::vector<InFlight> lost_;  // reported, waiting for Resend()
  std::deque<InFlight> late_;   // to be sent again

  uint64_t ack_ = 0;
  uint64_t ack_sent_ = 0;
  std::vector<uint64_t> report_;

  Completions completions_;
};

}  // namespace drover::ipc
