#include "ipc/calls.h"

#include <utility>

#include "runtime/base/check.h"

namespace drover::ipc {
namespace {

base::Error ToError(SendStatus status) {
  switch (status) {
    case SendStatus::kOk:
      break;
    case SendStatus::kClosed:
      return {UV_EPIPE, "call"};
    case SendStatus::kQueueFull:
      return {UV_ENOBUFS, "call"};
    case SendStatus::kTooLarge:
      return {UV_EMSGSIZE, "call"};
  }
  CHECK(false, "no error");
  return {};
}

}  // namespace

base::Result<uint64_t> Calls::Start(Outgoing request, std::chrono::milliseconds deadline, Done done,
                                    Progress progress) {
  const uint64_t call = last_ + 1;
  request.call = call;
  const SendResult sent = channel_.Send(std::move(request));
  if (!sent.ok()) return ToError(sent.status);
  last_ = call;
  auto timer = clock_.MakeTimer([this, call] { Expire(call); });
  timer->Start(deadline);
  pending_.emplace(call, Pending{std::move(done), std::move(progress), deadline, std::move(timer)});
  return call;
}

void Calls::Expire(uint64_t call) {
  auto node = pending_.extract(call);
  if (node) node.mapped().done(base::Error(UV_ETIMEDOUT, "call"));
}

bool Calls::HandleReply(Inbound& message) {
  if (message.reply == 0) return false;
  const auto found = pending_.find(message.reply);
  if (found == pending_.end()) return true;
  if (!message.partial) {
    auto node = pending_.extract(found);
    node.mapped().done(std::move(message));
    return true;
  }
  found->second.timer->Start(found->second.deadline);
  // A copy, for the callback may cancel the call.
  const Progress progress = found->second.progress;
  if (progress) progress(std::move(message));
  return true;
}

void Calls::FailAll(const base::Error& error) {
  // The callbacks may start calls (which fail at once) or destroy this object.
  for (auto& [call, pending] : std::exchange(pending_, {})) pending.done(error);
}

}  // namespace drover::ipc
