// UserMessage: what process.send() and worker.send() carry. The value is opaque here: its bytes are
// in one of two codecs, and what the descriptors are is told beside them.
//
// This is the form in which the JavaScript face sees every peer. A peer that speaks Node's own wire
// format delivers the same UserMessage by another transport.
#pragma once

#include <string>
#include <vector>

#include "ipc/message.h"
#include "runtime/base/result.h"

namespace drover::ipc {

enum class Codec { kJson, kAdvanced };

// The numbers are those of HandleKind in envelope.proto.
enum class HandleKind : uint32_t {
  kSocket = 1,
  kServer = 2,
  kNativeTcp = 3,
  kNativePipe = 4,
  kDgramSocket = 5,
  kNativeUdp = 6,
};

// Fd is SharedFd on the way out and base::Fd on the way in.
template <class Fd>
struct BasicUserMessage {
  struct Handle {
    Fd fd;
    HandleKind kind;
  };
  Codec codec = Codec::kJson;
  Buffer value;
  std::vector<Handle> handles;
  std::string info;           // JSON about the handles; "" for none
  bool internal = false;      // to be delivered as 'internalMessage'
  bool handles_lost = false;  // incoming only: see Inbound::fds_lost
};
using OutgoingUserMessage = BasicUserMessage<SharedFd>;
using IncomingUserMessage = BasicUserMessage<base::Fd>;

// Always the user lane: plain messages and those with handles keep their order.
Outgoing PackUserMessage(OutgoingUserMessage message);
// Whether the message is one for UnpackUserMessage.
bool IsUserMessage(const Inbound& message);
// An error means that the peer broke the protocol: close the channel. The value may be borrowed, as
// the payload was.
base::Result<IncomingUserMessage> UnpackUserMessage(Inbound message);

}  // namespace drover::ipc
