#include "supervisor/daemon/session.h"

#include "runtime/base/log.h"
#include "supervisor/control.h"

namespace drover::sup {

using supervisor::v1::Reply;
using supervisor::v1::Request;

Outcome Combine(const google::protobuf::RepeatedPtrField<AppResult>& results) {
  if (results.empty()) return supervisor::v1::OUTCOME_DONE;
  const Outcome first = results[0].outcome();
  for (const AppResult& result : results)
    if (result.outcome() != first) return supervisor::v1::OUTCOME_PARTLY;
  return first;
}

Session::Session(base::Clock& clock, Server& server)
    : server_(server), patience_(clock.MakeTimer([this] { End(); })) {}

base::Result<std::unique_ptr<Session>> Session::Open(uv_loop_t* loop, base::Clock& clock,
                                                     base::Fd socket, Server& server) {
  std::unique_ptr<Session> session(new Session(clock, server));
  ipc::ChannelOptions options;
  options.max_message = kLargestControlMessage;
  options.max_queued = kMostWaitingReplies;
  auto channel = ipc::Channel::Open(loop, std::move(socket), session.get(), options);
  if (!channel.ok()) return std::move(channel).error();
  session->channel_ = std::move(*channel);
  session->patience_->Start(kRequestPatience);
  return session;
}

void Session::End() {
  if (ended_) return;
  ended_ = true;
  patience_->Stop();
  channel_->Close();
  server_.OnEnd(*this);
}

void Session::OnMessage(ipc::Channel& channel, ipc::Inbound message) {
  Request request;
  const auto bytes = message.payload.view();
  const bool legal = message.kind == ipc::Kind::kControl && message.call != 0 && call_ == 0 &&
                     request.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  if (!legal) return End();
  patience_->Stop();
  call_ = message.call;
  server_.OnRequest(*this, request);
}

void Session::OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const base::Error& error) {
  if (reason == ipc::CloseReason::kMalformed)
    LOG_WARN("control", "a client broke the protocol: {}", error.ToString());
  End();
}

bool Session::SendPart(const Reply& reply) {
  if (ended_) return false;
  ipc::Outgoing message;
  message.kind = ipc::Kind::kControl;
  message.reply = call_;
  message.partial = true;
  message.payload = ipc::Buffer(reply.SerializeAsString());
  return channel_->Send(std::move(message)).ok();
}

void Session::OnProgress(const supervisor::v1::Progress& progress) {
  Reply reply;
  *reply.mutable_progress() = progress;
  SendPart(reply);  // a client that does not read misses steps, never the result
}

void Session::SendEvent(supervisor::v1::Event event) {
  event.set_dropped(dropped_);
  Reply reply;
  *reply.mutable_event() = std::move(event);
  dropped_ = SendPart(reply) ? 0 : dropped_ + 1;
}

void Session::OnResult(const AppResult& result) {
  *result_.add_apps() = result;
  if (static_cast<size_t>(result_.apps_size()) < expected_) return;
  result_.set_outcome(Combine(result_.apps()));
  Reply reply;
  *reply.mutable_result() = std::move(result_);
  Finish(std::move(reply));
}

void Session::Finish(Outcome outcome, std::string message) {
  Reply reply;
  reply.mutable_result()->set_outcome(outcome);
  reply.mutable_result()->set_message(std::move(message));
  Finish(std::move(reply));
}

void Session::Finish(Reply reply) {
  if (ended_) return;
  ipc::Outgoing message;
  message.kind = ipc::Kind::kControl;
  message.reply = call_;
  message.payload = ipc::Buffer(reply.SerializeAsString());
  if (!channel_->Send(std::move(message)).ok()) return End();
  // The client closes when it has read; it is not waited for beyond its patience.
  channel_->TryFlush();
  patience_->Start(kRequestPatience);
}

}  // namespace drover::sup
