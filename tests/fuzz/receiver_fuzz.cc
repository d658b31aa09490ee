// Whatever bytes arrive, in pieces of whatever size, with descriptors anywhere: messages come out,
// or the receiver says that the input is malformed. No descriptor leaks.
//
// Input: pairs of (control byte, bytes). The control byte says how many of the following bytes
// arrive in one read (low 6 bits, times 3) and with what descriptors (high 2 bits).
#include <fcntl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "cluster/wire.h"
#include "ipc/receiver.h"
#include "ipc/user_message.h"
#include "runtime/base/check.h"

namespace {

using namespace drover;

// What the layers above make of a message.
void Use(ipc::Inbound message) {
  if (message.kind == ipc::Kind::kCluster) {
    cluster::v1::ToPrimary body;
    cluster::ListenRequest request;
    if (cluster::FromFrame(message, body) && cluster::FromProto(body.listen(), request))
      (void)cluster::KeyOf(request);
    cluster::v1::ToWorker reply;
    cluster::SocketName name;
    if (cluster::FromFrame(message, reply))
      (void)cluster::FromProto(reply.listen_reply().name(), name);
  }
  if (!ipc::IsUserMessage(message)) return;
  auto user = ipc::UnpackUserMessage(std::move(message));
  if (user.ok()) user->value = std::move(user->value).Own();
}

// Fills what the receiver offers.
void Fill(const ipc::Receiver::Space& space, const uint8_t* data, size_t size) {
  for (int i = 0; i < space.count && size != 0; ++i) {
    const size_t part = std::min(size, space.iov[i].iov_len);
    std::memcpy(space.iov[i].iov_base, data, part);
    data += part;
    size -= part;
  }
  CHECK(size == 0, "no room for a read");
}

bool TakeAll(ipc::Receiver& receiver) {
  for (;;) {
    ipc::Inbound message;
    switch (receiver.Take(message)) {
      case ipc::Receiver::Outcome::kMessage:
        Use(std::move(message));
        continue;
      case ipc::Receiver::Outcome::kNothing:
        return true;
      case ipc::Receiver::Outcome::kMalformed:
        return false;
    }
  }
}

std::vector<base::Fd> SomeFds(ipc::Receiver::Fds state) {
  std::vector<base::Fd> fds;
  if (state != ipc::Receiver::Fds::kNone)
    fds.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  return fds;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  ipc::ChannelOptions options;
  options.max_message = 1 << 20;
  options.max_queued = 1 << 16;
  ipc::Receiver receiver(options);
  while (size != 0) {
    const uint8_t control = *data++;
    --size;
    const size_t part = std::min<size_t>(size, 1 + (control & 63) * 3);
    if (part == 0) break;
    const auto state = static_cast<ipc::Receiver::Fds>(std::min(control >> 6, 2));
    Fill(receiver.NextSpace(), data, part);
    data += part;
    size -= part;
    receiver.Received(part, state, SomeFds(state));
    if (!TakeAll(receiver)) return 0;
    (void)receiver.TakePeerWords();
    (void)receiver.TakeLost();
    receiver.Shrink();
  }
  receiver.GiveUpLost();
  (void)TakeAll(receiver);
  return 0;
}
