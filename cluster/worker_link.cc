#include "cluster/worker_link.h"

#include <unistd.h>

#include <map>
#include <utility>

#include "cluster/wire.h"
#include "runtime/base/check.h"

namespace drover::cluster {
namespace {

// The primary answers at once; only one that hangs, or that has disconnected us, does not.
constexpr std::chrono::minutes kListenDeadline{10};
constexpr std::chrono::seconds kLeaveDeadline{10};

}  // namespace

class WorkerLink::Impl : public std::enable_shared_from_this<WorkerLink::Impl> {
 public:
  Impl(ipc::Channel& channel, base::Clock& clock, Delegate& delegate)
      : channel_(channel), delegate_(delegate), calls_(channel, clock) {}

  void Detach() { detached_ = true; }

  bool Listen(ListenRequest request, Listened done);
  void CloseListener(const std::string& key);
  bool Leave(std::function<void()> known);
  bool HandleMessage(ipc::Inbound& in);
  void ChannelClosed(const base::Error& error) { calls_.FailAll(error); }
  void Send(const v1::ToPrimary& message) { channel_.Send(ToFrame(message)); }

 private:
  // A listener of ours, by its number.
  struct Known {
    std::string key;
    std::string indexed;  // of port 0: what its index counts under
  };
  // Node's numbering of listeners on port 0: counts up while there is any of that address.
  struct Indexes {
    uint32_t next = 0;
    uint32_t used = 0;
  };

  base::Result<ListenReply> OnListenReply(base::Result<ipc::Inbound> result,
                                          const std::string& indexed);
  void ReleaseIndex(const std::string& indexed);
  void OnConnections(const v1::Connections& body, ipc::Inbound& in);

  ipc::Channel& channel_;
  Delegate& delegate_;
  ipc::Calls calls_;
  std::map<uint32_t, Known> listeners_;
  std::map<std::string, Indexes> indexes_;
  bool detached_ = false;  // the link is gone: no more callbacks
};

bool WorkerLink::Impl::Listen(ListenRequest request, Listened done) {
  std::string indexed;
  if (request.port == 0) {
    indexed = KeyOf(request);
    Indexes& indexes = indexes_[indexed];
    request.index = indexes.next++;
    ++indexes.used;
  }
  v1::ToPrimary message;
  ToProto(request, *message.mutable_listen());
  auto call = calls_.Start(ToFrame(message), kListenDeadline,
                           [this, indexed, done = std::move(done)](base::Result<ipc::Inbound> r) {
                             auto reply = OnListenReply(std::move(r), indexed);
                             done(std::move(reply));
                           });
  if (!call.ok()) ReleaseIndex(indexed);
  return call.ok();
}

base::Result<ListenReply> WorkerLink::Impl::OnListenReply(base::Result<ipc::Inbound> result,
                                                          const std::string& indexed) {
  ListenReply reply;
  if (!result.ok()) {
    ReleaseIndex(indexed);
    return std::move(result).error();
  }
  v1::ToWorker message;
  if (!FromFrame(*result, message) || !message.has_listen_reply()) {
    ReleaseIndex(indexed);
    return base::Error(UV_EPROTO, "listen");
  }
  v1::ListenReply& body = *message.mutable_listen_reply();
  reply.error = body.error();
  const bool shared = body.delivery() == v1::DELIVERY_SHARED;
  if (reply.error == 0 && shared && result->fds.empty()) {
    // No free descriptor here for the socket: the primary is told that we do not serve it.
    reply.error = UV_EMFILE;
    CloseListener(body.key());
  }
  if (reply.error != 0) {
    ReleaseIndex(indexed);
    return reply;
  }
  reply.key = body.key();
  reply.listener = body.listener();
  if (!FromProto(body.name(), reply.name)) return base::Error(UV_EPROTO, "listen");
  reply.data = std::move(*body.mutable_data());
  if (shared) reply.socket = std::move(result->fds.front());
  listeners_[reply.listener] = {reply.key, indexed};
  return reply;
}

void WorkerLink::Impl::ReleaseIndex(const std::string& indexed) {
  const auto found = indexes_.find(indexed);
  if (found != indexes_.end() && --found->second.used == 0) indexes_.erase(found);
}

void WorkerLink::Impl::CloseListener(const std::string& key) {
  for (auto it = listeners_.begin(); it != listeners_.end(); ++it) {
    if (it->second.key != key) continue;
    ReleaseIndex(it->second.indexed);
    listeners_.erase(it);
    break;
  }
  v1::ToPrimary message;
  message.mutable_close_listener()->set_key(key);
  Send(message);
}

bool WorkerLink::Impl::Leave(std::function<void()> known) {
  v1::ToPrimary message;
  message.mutable_leaving();
  return calls_
      .Start(ToFrame(message), kLeaveDeadline,
             [known = std::move(known)](base::Result<ipc::Inbound>) {
               if (known) known();
             })
      .ok();
}

bool WorkerLink::Impl::HandleMessage(ipc::Inbound& in) {
  if (in.kind != ipc::Kind::kCluster) return false;
  const auto self = shared_from_this();  // a callback may destroy the link
  if (calls_.HandleReply(in)) return true;
  v1::ToWorker message;
  if (!FromFrame(in, message)) {
    delegate_.OnProtocolError(base::Error::Message("a malformed message from the primary"));
    return true;
  }
  switch (message.body_case()) {
    case v1::ToWorker::kConnections:
      OnConnections(message.connections(), in);
      break;
    case v1::ToWorker::kDisconnect:
      delegate_.OnDisconnect();
      break;
    case v1::ToWorker::kDrain:
      delegate_.OnDrain(std::chrono::milliseconds(message.drain().quiet_ms()),
                        std::chrono::milliseconds(message.drain().deadline_ms()));
      break;
    case v1::ToWorker::kListenReply:
    case v1::ToWorker::kLeavingReply:
    case v1::ToWorker::BODY_NOT_SET:
      break;  // no reply to anything, or of a later version
  }
  return true;
}

void WorkerLink::Impl::OnConnections(const v1::Connections& body, ipc::Inbound& in) {
  const auto count = static_cast<size_t>(body.ids_size());
  if (in.fds.size() != (in.fds_lost ? 0 : count)) {
    delegate_.OnProtocolError(base::Error::Message("connections without their descriptors"));
    return;
  }
  v1::ToPrimary answer;
  v1::HandOffResult& result = *answer.mutable_hand_off_result();
  for (size_t i = 0; i < count; ++i) {
    const uint64_t id = body.ids(static_cast<int>(i));
    const auto known = listeners_.find(body.listener());
    Verdict verdict = Verdict::kRefused;
    if (known != listeners_.end() && !in.fds_lost) {
      const std::string key = known->second.key;  // the callback may close the listener
      verdict = delegate_.OnConnection(key, in.fds[i]);
      if (detached_) return;
    }
    if (verdict == Verdict::kTaken) {
      result.add_taken(id);
    } else {
      result.add_refused(id);
    }
  }
  Send(answer);
}

// ---- the public face ----

WorkerLink::WorkerLink(ipc::Channel& channel, base::Clock& clock, Delegate& delegate)
    : impl_(std::make_shared<Impl>(channel, clock, delegate)) {}
WorkerLink::~WorkerLink() { impl_->Detach(); }

void WorkerLink::Online() {
  v1::ToPrimary message;
  message.mutable_online()->set_pid(static_cast<uint32_t>(::getpid()));
  message.mutable_online()->set_runtime("drover " DROVER_VERSION);
  impl_->Send(message);
}

bool WorkerLink::Listen(ListenRequest request, Listened done) {
  return impl_->Listen(std::move(request), std::move(done));
}

void WorkerLink::Listening(uint32_t listener, const ListenRequest& request, int real_port) {
  v1::ToPrimary message;
  v1::Listening& body = *message.mutable_listening();
  body.set_listener(listener);
  body.set_type(static_cast<v1::AddressType>(request.type));
  if (request.address) body.set_address(*request.address);
  if (real_port >= 0) body.set_port(static_cast<uint32_t>(real_port));
  body.set_no_port(real_port < 0);
  if (request.fd >= 0) body.set_fd(request.fd);
  impl_->Send(message);
}

void WorkerLink::CloseListener(const std::string& key) { impl_->CloseListener(key); }
bool WorkerLink::Leave(std::function<void()> known) { return impl_->Leave(std::move(known)); }

void WorkerLink::Drained(uint32_t cut) {
  v1::ToPrimary message;
  message.mutable_drained()->set_cut(cut);
  impl_->Send(message);
}

bool WorkerLink::HandleMessage(ipc::Inbound& message) { return impl_->HandleMessage(message); }
void WorkerLink::ChannelClosed(const base::Error& error) {
  const auto self = impl_;
  self->ChannelClosed(error);
}

}  // namespace drover::cluster
