#include "cluster/primary.h"

#include <map>
#include <unordered_map>
#include <utility>

#include "cluster/served_listener.h"
#include "cluster/wire.h"
#include "runtime/base/check.h"

namespace drover::cluster {

class Primary::Impl final : public ServedListener::Sender {
 public:
  Impl(uv_loop_t* loop, base::Clock& clock, PrimaryObserver& observer,
       const PrimaryOptions& options)
      : loop_(loop), clock_(clock), observer_(observer), options_(options) {}

  void AddWorker(WorkerId id, ipc::Channel& channel);
  bool HandleMessage(WorkerId id, ipc::Inbound& message);
  void ChannelClosed(WorkerId id);
  void WorkerExited(WorkerId id);
  void Disconnect(WorkerId id);
  void Drain(WorkerId id, std::chrono::milliseconds quiet, std::chrono::milliseconds deadline);
  void CloseListeners();
  void CloseUnusedListeners();

  std::optional<WorkerState> state(WorkerId id) const;
  std::vector<ListenerInfo> listeners() const;
  size_t workers() const { return workers_.size(); }

  uint64_t NewConnectionId() override { return ++last_connection_; }
  bool SendConnections(WorkerId id, uint32_t listener,
                       const std::vector<HandOff::Assignment>& connections) override;

 private:
  struct Worker {
    ipc::Channel* channel;  // null once it has closed
    WorkerState state = WorkerState::kStarting;
    std::unordered_map<uint64_t, uint32_t> unanswered;  // connection -> listener
  };
  using Listeners = std::map<uint32_t, std::unique_ptr<ServedListener>>;

  Worker* Find(WorkerId id);
  void Apply(WorkerId id, WorkerEvent event);
  void Violation(WorkerId id, const char* what);
  bool Reply(WorkerId id, uint64_t call, const v1::ToWorker& body, ipc::SharedFd fd = nullptr);

  void OnListen(WorkerId id, const v1::Listen& body, uint64_t call);
  base::Result<ServedListener*> FindOrOpen(WorkerId id, const ListenRequest& request,
                                           const std::string& key);
  void OnListening(WorkerId id, const v1::Listening& body);
  void OnCloseListener(WorkerId id, const std::string& key);
  void OnHandOffResult(WorkerId id, const v1::HandOffResult& body);
  void OnLeaving(WorkerId id, uint64_t call);
  ServedListener* Settle(WorkerId id, Worker& worker, uint64_t connection, Verdict verdict);

  void EndMembership(WorkerId id);
  void StopEverywhere(WorkerId id);
  void ReleaseEverywhere(WorkerId id);
  void CloseIfUnused(uint32_t listener);

  uv_loop_t* loop_;
  base::Clock& clock_;
  PrimaryObserver& observer_;
  PrimaryOptions options_;
  std::map<WorkerId, Worker> workers_;
  Listeners listeners_;
  std::unordered_map<std::string, uint32_t> keys_;
  uint32_t last_listener_ = 0;
  uint64_t last_connection_ = 0;
};

// ---- workers ----

Primary::Impl::Worker* Primary::Impl::Find(WorkerId id) {
  const auto found = workers_.find(id);
  return found == workers_.end() ? nullptr : &found->second;
}

void Primary::Impl::AddWorker(WorkerId id, ipc::Channel& channel) {
  const bool is_new = workers_.try_emplace(id, Worker{&channel, WorkerState::kStarting, {}}).second;
  CHECK(is_new, "a worker's id is used twice");
}

// The only place that changes a state.
void Primary::Impl::Apply(WorkerId id, WorkerEvent event) {
  Worker* worker = Find(id);
  if (worker == nullptr) return;
  const WorkerState from = worker->state;
  const WorkerState to = Next(from, event);
  if (from == to) return;
  worker->state = to;
  observer_.OnState(id, from, to);
}

void Primary::Impl::ChannelClosed(WorkerId id) {
  EndMembership(id);
  Apply(id, WorkerEvent::kChannelClosed);
}

void Primary::Impl::WorkerExited(WorkerId id) {
  EndMembership(id);
  Apply(id, WorkerEvent::kExited);
  workers_.erase(id);
}

// Others get what it has not answered for.
void Primary::Impl::EndMembership(WorkerId id) {
  Worker* worker = Find(id);
  if (worker == nullptr || worker->channel == nullptr) return;
  worker->channel = nullptr;
  worker->unanswered.clear();
  for (auto& [_, listener] : listeners_) listener->RemoveWorker(id);
  if (options_.life == ListenerLife::kWithLastWorker) CloseUnusedListeners();
}

void Primary::Impl::StopEverywhere(WorkerId id) {
  for (auto& [_, listener] : listeners_) {
    if (listener->has(id)) listener->StopWorker(id);
  }
}

void Primary::Impl::ReleaseEverywhere(WorkerId id) {
  for (auto& [_, listener] : listeners_) {
    if (listener->has(id)) listener->ReleaseWorker(id);
  }
  if (options_.life == ListenerLife::kWithLastWorker) CloseUnusedListeners();
}

void Primary::Impl::Disconnect(WorkerId id) {
  Worker* worker = Find(id);
  if (worker == nullptr || worker->channel == nullptr) return;
  ReleaseEverywhere(id);
  v1::ToWorker message;
  message.mutable_disconnect();
  worker->channel->Send(ToFrame(message));
  Apply(id, WorkerEvent::kDisconnect);
}

void Primary::Impl::Drain(WorkerId id, std::chrono::milliseconds quiet,
                          std::chrono::milliseconds deadline) {
  Worker* worker = Find(id);
  if (worker == nullptr || worker->channel == nullptr) return;
  StopEverywhere(id);
  v1::ToWorker message;
  message.mutable_drain()->set_quiet_ms(static_cast<uint32_t>(quiet.count()));
  message.mutable_drain()->set_deadline_ms(static_cast<uint32_t>(deadline.count()));
  worker->channel->Send(ToFrame(message));
  Apply(id, WorkerEvent::kDrain);
}

std::optional<WorkerState> Primary::Impl::state(WorkerId id) const {
  const auto found = workers_.find(id);
  if (found == workers_.end()) return std::nullopt;
  return found->second.state;
}

// ---- messages ----

void Primary::Impl::Violation(WorkerId id, const char* what) {
  observer_.OnProtocolError(id, base::Error::Message(what));
}

bool Primary::Impl::HandleMessage(WorkerId id, ipc::Inbound& in) {
  if (in.kind != ipc::Kind::kCluster) return false;
  if (Find(id) == nullptr) return true;
  v1::ToPrimary message;
  if (!FromFrame(in, message)) {
    Violation(id, "a malformed message from a worker");
    return true;
  }
  switch (message.body_case()) {
    case v1::ToPrimary::kOnline:
      Apply(id, WorkerEvent::kOnline);
      observer_.OnOnline(id);
      break;
    case v1::ToPrimary::kListen:
      OnListen(id, message.listen(), in.call);
      break;
    case v1::ToPrimary::kListening:
      OnListening(id, message.listening());
      break;
    case v1::ToPrimary::kCloseListener:
      OnCloseListener(id, message.close_listener().key());
      break;
    case v1::ToPrimary::kHandOffResult:
      OnHandOffResult(id, message.hand_off_result());
      break;
    case v1::ToPrimary::kLeaving:
      OnLeaving(id, in.call);
      break;
    case v1::ToPrimary::kDrained:
      Apply(id, WorkerEvent::kDrained);
      observer_.OnDrained(id, message.drained().cut());
      break;
    case v1::ToPrimary::BODY_NOT_SET:
      break;  // of a later version
  }
  return true;
}

bool Primary::Impl::Reply(WorkerId id, uint64_t call, const v1::ToWorker& body, ipc::SharedFd fd) {
  Worker* worker = Find(id);
  if (worker == nullptr || worker->channel == nullptr) return false;
  ipc::Outgoing out = ToFrame(body);
  out.reply = call;
  if (fd) out.fds.push_back(std::move(fd));
  return worker->channel->Send(std::move(out)).ok();
}

void Primary::Impl::OnListen(WorkerId id, const v1::Listen& body, uint64_t call) {
  // Node's rule: whoever is about to leave is not answered.
  if (!TakesConnections(Find(id)->state)) return;
  ListenRequest request;
  if (!FromProto(body, request)) return Violation(id, "a listen request of an unknown kind");
  request.replace_dead_socket = options_.replace_dead_sockets;
  const std::string key = KeyOf(request);
  v1::ToWorker answer;
  v1::ListenReply& reply = *answer.mutable_listen_reply();
  reply.set_key(key);
  ipc::SharedFd socket;
  base::Status failed;
  auto listener = FindOrOpen(id, request, key);
  if (listener.ok()) {
    auto granted = (*listener)->AddWorker(id);
    if (granted.ok()) {
      socket = *granted;
    } else {
      failed = granted.error();
      CloseIfUnused((*listener)->id());
    }
  } else {
    failed = listener.error();
  }
  if (!failed.ok()) {
    reply.set_error(failed.code());
    Reply(id, call, answer);
    observer_.OnListenFailed(id, request, failed);
    return;
  }
  reply.set_listener((*listener)->id());
  reply.set_delivery(socket ? v1::DELIVERY_SHARED : v1::DELIVERY_HANDED);
  ToProto((*listener)->name(), *reply.mutable_name());
  reply.set_data((*listener)->data());
  Reply(id, call, answer, std::move(socket));
}

base::Result<ServedListener*> Primary::Impl::FindOrOpen(WorkerId id, const ListenRequest& request,
                                                        const std::string& key) {
  if (const auto found = keys_.find(key); found != keys_.end()) {
    ServedListener* listener = listeners_.at(found->second).get();
    if (listener->has(id)) return base::Error(UV_EADDRINUSE, "listen " + key);
    return listener;
  }
  if (request.fd >= 0 && !options_.allow_fd) return base::Error(UV_EBADF, "listen " + key);
  auto opened = ServedListener::Open(loop_, clock_, *this, last_listener_ + 1, request, options_);
  if (!opened.ok()) return std::move(opened).error();
  const uint32_t number = ++last_listener_;
  keys_[key] = number;
  return (listeners_[number] = std::move(opened).value()).get();
}

void Primary::Impl::OnListening(WorkerId id, const v1::Listening& body) {
  ListeningInfo info;
  if (body.type() < v1::ADDRESS_TYPE_TCP4 || body.type() > v1::ADDRESS_TYPE_UDP6)
    return Violation(id, "a server of an unknown kind");
  info.listener = body.listener();
  info.type = static_cast<AddressType>(body.type());
  if (body.has_address()) info.address = body.address();
  info.port = body.no_port() ? -1 : static_cast<int>(body.port());
  if (body.has_fd()) info.fd = body.fd();
  Apply(id, WorkerEvent::kListening);
  observer_.OnListening(id, info);
}

void Primary::Impl::OnCloseListener(WorkerId id, const std::string& key) {
  const auto found = keys_.find(key);
  if (found == keys_.end()) return;
  const uint32_t number = found->second;
  ServedListener& listener = *listeners_.at(number);
  if (!listener.has(id)) return;
  listener.ReleaseWorker(id);
  if (options_.life == ListenerLife::kWithLastWorker) CloseIfUnused(number);
  bool any = false;
  for (const auto& [_, other] : listeners_) any = any || other->has(id);
  if (!any) Apply(id, WorkerEvent::kLastListenerClosed);
  observer_.OnListenerReleased(id, key);
}

void Primary::Impl::OnLeaving(WorkerId id, uint64_t call) {
  ReleaseEverywhere(id);
  v1::ToWorker answer;
  answer.mutable_leaving_reply();
  Reply(id, call, answer);
  Apply(id, WorkerEvent::kLeaving);
  observer_.OnLeaving(id);
}

// ---- connections ----

bool Primary::Impl::SendConnections(WorkerId id, uint32_t listener,
                                    const std::vector<HandOff::Assignment>& connections) {
  Worker* worker = Find(id);
  if (worker == nullptr || worker->channel == nullptr) return false;
  v1::ToWorker message;
  v1::Connections& body = *message.mutable_connections();
  body.set_listener(listener);
  for (const auto& c : connections) body.add_ids(c.id);
  ipc::Outgoing out = ToFrame(message, ipc::Lane::kHandles);
  for (const auto& c : connections) out.fds.push_back(c.connection);
  if (!worker->channel->Send(std::move(out)).ok()) return false;
  for (const auto& c : connections) worker->unanswered[c.id] = listener;
  return true;
}

ServedListener* Primary::Impl::Settle(WorkerId id, Worker& worker, uint64_t connection,
                                      Verdict verdict) {
  const auto found = worker.unanswered.find(connection);
  if (found == worker.unanswered.end()) return nullptr;
  const auto listener = listeners_.find(found->second);
  worker.unanswered.erase(found);
  if (listener == listeners_.end()) return nullptr;  // closed meanwhile
  if (verdict == Verdict::kTaken) {
    listener->second->Taken(id, connection);
  } else {
    listener->second->Refused(id, connection);
  }
  return listener->second.get();
}

void Primary::Impl::OnHandOffResult(WorkerId id, const v1::HandOffResult& body) {
  Worker* worker = Find(id);
  ServedListener* last = nullptr;
  // The answers of one message belong to one listener, as the connections did; a message that mixes
  // them is served, too.
  const auto settle = [&](uint64_t connection, Verdict verdict) {
    ServedListener* listener = Settle(id, *worker, connection, verdict);
    if (listener == nullptr) return;
    if (last != nullptr && last != listener) last->Distribute();
    last = listener;
  };
  for (const uint64_t connection : body.taken()) settle(connection, Verdict::kTaken);
  for (const uint64_t connection : body.refused()) settle(connection, Verdict::kRefused);
  if (last != nullptr) last->Distribute();
}

// ---- listeners ----

void Primary::Impl::CloseIfUnused(uint32_t number) {
  const auto found = listeners_.find(number);
  if (found == listeners_.end() || found->second->used()) return;
  std::erase_if(keys_, [&](const auto& entry) { return entry.second == number; });
  listeners_.erase(found);
}

void Primary::Impl::CloseUnusedListeners() {
  std::vector<uint32_t> unused;
  for (const auto& [number, listener] : listeners_) {
    if (!listener->used()) unused.push_back(number);
  }
  for (const uint32_t number : unused) CloseIfUnused(number);
}

void Primary::Impl::CloseListeners() {
  listeners_.clear();
  keys_.clear();
}

std::vector<ListenerInfo> Primary::Impl::listeners() const {
  std::vector<ListenerInfo> out;
  for (const auto& [_, listener] : listeners_) out.push_back(listener->info());
  return out;
}

// ---- the public face ----

Primary::Primary(uv_loop_t* loop, base::Clock& clock, PrimaryObserver& observer,
                 PrimaryOptions options)
    : impl_(std::make_unique<Impl>(loop, clock, observer, options)) {}
Primary::~Primary() = default;

void Primary::AddWorker(WorkerId worker, ipc::Channel& channel) {
  impl_->AddWorker(worker, channel);
}
bool Primary::HandleMessage(WorkerId worker, ipc::Inbound& message) {
  return impl_->HandleMessage(worker, message);
}
void Primary::ChannelClosed(WorkerId worker) { impl_->ChannelClosed(worker); }
void Primary::WorkerExited(WorkerId worker) { impl_->WorkerExited(worker); }
void Primary::Disconnect(WorkerId worker) { impl_->Disconnect(worker); }
void Primary::Drain(WorkerId worker, std::chrono::milliseconds quiet,
                    std::chrono::milliseconds deadline) {
  impl_->Drain(worker, quiet, deadline);
}
void Primary::CloseListeners() { impl_->CloseListeners(); }
void Primary::CloseUnusedListeners() { impl_->CloseUnusedListeners(); }
std::optional<WorkerState> Primary::state(WorkerId worker) const { return impl_->state(worker); }
std::vector<ListenerInfo> Primary::listeners() const { return impl_->listeners(); }
size_t Primary::workers() const { return impl_->workers(); }

}  // namespace drover::cluster
