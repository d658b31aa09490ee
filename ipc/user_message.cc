#include "ipc/user_message.h"

#include <utility>

#include "proto/envelope.pb.h"

namespace drover::ipc {

static_assert(static_cast<int>(Kind::kUserJson) == v1::KIND_USER_JSON);
static_assert(static_cast<int>(Kind::kUserAdvanced) == v1::KIND_USER_ADVANCED);
static_assert(static_cast<int>(Kind::kCluster) == v1::KIND_CLUSTER);
static_assert(static_cast<int>(Kind::kControl) == v1::KIND_CONTROL);
static_assert(static_cast<int>(Lane::kUser) == v1::LANE_USER);
static_assert(static_cast<int>(HandleKind::kNativeUdp) == v1::HANDLE_KIND_NATIVE_UDP);

Outgoing PackUserMessage(OutgoingUserMessage message) {
  Outgoing out;
  out.lane = Lane::kUser;
  out.kind = message.codec == Codec::kJson ? Kind::kUserJson : Kind::kUserAdvanced;
  out.payload = std::move(message.value);
  if (message.handles.empty() && message.info.empty() && !message.internal) return out;
  v1::UserHead head;
  for (auto& handle : message.handles) {
    head.add_handles(static_cast<v1::HandleKind>(handle.kind));
    out.fds.push_back(std::move(handle.fd));
  }
  head.set_info(std::move(message.info));
  head.set_internal(message.internal);
  head.SerializeToString(&out.head);
  return out;
}

bool IsUserMessage(const Inbound& message) {
  return message.kind == Kind::kUserJson || message.kind == Kind::kUserAdvanced;
}

base::Result<IncomingUserMessage> UnpackUserMessage(Inbound message) {
  IncomingUserMessage out;
  out.codec = message.kind == Kind::kUserJson ? Codec::kJson : Codec::kAdvanced;
  out.value = std::move(message.payload);
  out.handles_lost = message.fds_lost;
  v1::UserHead head;
  if (!head.ParseFromArray(message.head.data(), static_cast<int>(message.head.size())))
    return base::Error::Message("malformed user message");
  const auto kinds = static_cast<size_t>(head.handles_size());
  if (message.fds.size() != (message.fds_lost ? 0 : kinds))
    return base::Error::Message("a user message with a wrong number of handles");
  for (size_t i = 0; i < message.fds.size(); ++i) {
    const int kind = head.handles(static_cast<int>(i));
    if (kind < v1::HANDLE_KIND_SOCKET || kind > v1::HANDLE_KIND_NATIVE_UDP)
      return base::Error::Message("a user message with an unknown handle");
    out.handles.push_back({std::move(message.fds[i]), static_cast<HandleKind>(kind)});
  }
  out.info = std::move(*head.mutable_info());
  out.internal = head.internal();
  return out;
}

}  // namespace drover::ipc
