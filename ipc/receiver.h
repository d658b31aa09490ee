// Receiver: bytes and descriptors from the socket on one side, whole messages on the other. It
// knows nothing of sockets or loops, and trusts nothing that it is given.
//
//   while (more) { space = Space(); n = recvmsg(...); Received(n, ...);
//                  while (Take(message) == kMessage) deliver; }
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <sys/uio.h>

#include "ipc/channel.h"
#include "ipc/frame.h"
#include "ipc/message.h"

namespace drover::ipc {

class Receiver {
 public:
  explicit Receiver(const ChannelOptions& options) : options_(options) {}

  // Where the next bytes go; valid until Received. Views in messages taken before end here.
  struct Space {
    iovec iov[2];
    int count;
    size_t size;
  };
  Space NextSpace();

  enum class Fds {
    kNone,       // no descriptors came with the bytes
    kWhole,      // all that the peer sent with one sendmsg
    kTruncated,  // some or all of them were dropped by the kernel
  };
  void Received(size_t bytes, Fds state, std::vector<base::Fd> fds);

  enum class Outcome { kMessage, kNothing, kMalformed };
  // The next message that is complete. After kMalformed, why() says what was wrong and nothing else
  // may be called.
  Outcome Take(Inbound& message);
  const char* why() const { return why_; }

  // Hands out what waits for descriptors without them: no more bytes will come.
  void GiveUpLost();

  // For the other direction: what the peer has said about our descriptors since the last call, in
  // the order of its frames.
  struct PeerWord {
    uint64_t acknowledged;  // 0: nothing
    std::vector<uint64_t> lost;
  };
  std::vector<PeerWord> TakePeerWords() { return std::exchange(words_, {}); }

  // What is to be told the peer about its descriptors.
  uint64_t acknowledge() const { return fd_sequence_; }
  std::vector<uint64_t> TakeLost() { return std::exchange(report_, {}); }

  uint64_t fds_received() const { return fds_received_; }
  // Frees the read buffer if nothing is in it.
  void Shrink();

 private:
  // A message in the making or waiting for its descriptors; owns everything.
  struct Parked {
    Inbound message;
    std::string head;
    uint64_t waits_for = 0;  // sequence of descriptors that were lost; 0: ready
  };
  struct LaneState {
    bool assembling = false;
    uint64_t id = 0;
    size_t filled = 0;
    Parked parts;             // while assembling
    std::deque<Parked> held;  // from the first that waits for descriptors on
  };
  struct FdBatch {
    uint64_t number;
    bool truncated;
    std::deque<base::Fd> fds;
  };
  enum class Step { kMessage, kNext, kNeedMore, kMalformed };

  Step ParseFrame(Inbound& message);
  Step HandleFrame(const FrameHeader& header, std::string_view payload, Inbound& message);
  // The payload of an incomplete frame is read straight to where it belongs.
  bool BeginDirect(const Scan& scan, std::string_view available);
  Step FinishDirect(Inbound& message);
  bool CheckHeader(const FrameHeader& header, size_t payload);
  bool HandleFdFields(const FrameHeader& header);
  bool TakeFds(const FrameHeader& header, std::vector<base::Fd>& fds, bool& lost);
  void HandleResend(const FrameHeader& header, uint64_t original);
  bool BeginAssembly(LaneState& lane, const FrameHeader& header);
  Step Complete(LaneState& lane, Parked message, uint64_t waits_for, Inbound& out);
  void ReleaseHeld(LaneState& lane);
  bool Fail(const char* why) {
    why_ = why;
    return false;
  }

  ChannelOptions options_;
  const char* why_ = "";

  // Bytes read and not yet parsed: [begin_, end_) of buffer_.
  std::unique_ptr<char[]> buffer_;
  size_t capacity_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;

  // A frame whose payload is being read into `direct_`.
  struct Direct {
    bool active = false;
    FrameHeader header;
    std::string head;
    std::string report;
    Buffer own;  // for a message of one frame
    char* target = nullptr;
    size_t size = 0;
    size_t filled = 0;
  };
  Direct direct_;

  LaneState lanes_[kLanes];
  size_t held_bytes_ = 0;
  std::deque<Parked> ready_;  // released from held lanes
  Parked current_;            // what the last Take() gave out, if it owns memory

  std::deque<FdBatch> batches_;
  uint64_t batches_received_ = 0;
  uint64_t fd_sequence_ = 0;  // of the last descriptor that a frame claimed
  uint64_t fds_received_ = 0;
  std::vector<uint64_t> report_;
  std::vector<PeerWord> words_;
};

}  // namespace drover::ipc
