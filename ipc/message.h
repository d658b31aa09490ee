// A message as its sender gives it to a channel and as its receiver gets it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ipc/buffer.h"
#include "runtime/base/fd.h"

namespace drover::ipc {

// What may overtake what: control before handles before user. Order holds within a lane.
enum class Lane : uint8_t { kControl = 1, kHandles = 2, kUser = 3 };
inline constexpr int kLanes = 3;

// What head and payload hold. The numbers are those of Kind in envelope.proto.
enum class Kind : uint32_t {
  kNone = 0,
  kCluster = 1,
  kUserJson = 2,
  kUserAdvanced = 3,
  kControl = 4,
};

// A descriptor on its way out. Shared, because the channel keeps its copy until the peer has
// acknowledged it, and the caller may want to keep it longer (a hand-off ledger).
using SharedFd = std::shared_ptr<const base::Fd>;
inline SharedFd Share(base::Fd fd) { return std::make_shared<const base::Fd>(std::move(fd)); }

struct Outgoing {
  Lane lane = Lane::kControl;
  Kind kind = Kind::kNone;
  uint64_t call = 0;     // this is a request; see Calls
  uint64_t reply = 0;    // this answers the peer's call of that number
  bool partial = false;  // ... and is not the last answer
  std::string head;      // at most kMaxHead bytes
  Buffer payload;
  std::vector<SharedFd> fds;  // at most kMaxFds
};

struct Inbound {
  Lane lane = Lane::kControl;
  Kind kind = Kind::kNone;  // may be a number that this version does not know: ignore such messages
  uint64_t call = 0;
  uint64_t reply = 0;
  bool partial = false;
  std::string_view head;  // valid during the call that delivers the message
  Buffer payload;         // may be borrowed for that call: std::move(payload).Own() keeps it
  std::vector<base::Fd> fds;
  // Descriptors came with the message but could not be received (no free descriptor here), even
  // after repeated tries: `fds` is empty.
  bool fds_lost = false;
};

inline constexpr size_t kMaxHead = 64 * 1024;
inline constexpr size_t kMaxFds = 253;  // in one message; the kernel's limit for one sendmsg

}  // namespace drover::ipc
