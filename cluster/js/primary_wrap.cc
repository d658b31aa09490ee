// binding('cluster').Primary: the primary of the cluster module. Listeners, accepting and handing
// over are cluster::Primary's; JavaScript hears of a worker's life only.
//
//   const p = new Primary(roundRobin);
//   p.addWorker(id, channel)   p.disconnect(id)   p.workerExited(id)
//   p.ononline(id)   p.onleaving(id)   p.onlistening(id, addressType, address, port, fd)
#include <map>

#include "cluster/js/channel_wrap.h"
#include "cluster/js/cluster_binding.h"
#include "cluster/primary.h"
#include "runtime/base/clock.h"

namespace drover::cluster::js {
namespace {

class PrimaryWrap final : public rt::Wrap, public PrimaryObserver {
 public:
  static constexpr char kTypeName[] = "Primary";

  PrimaryWrap(rt::Env& env, v8::Local<v8::Object> object, Policy policy)
      : Wrap(env, object, kTypeName),
        clock_(env.loop()),
        primary_(env.loop(), clock_, *this, PrimaryOptions{.policy = policy}) {}

  ~PrimaryWrap() override {
    for (auto& [id, member] : members_)
      if (member.wrap != nullptr) member.wrap->set_tap(nullptr);
  }

  void AddWorker(WorkerId id, ChannelWrap* wrap) {
    Member& member = members_[id];
    member.owner = this;
    member.id = id;
    member.wrap = wrap;
    wrap->set_tap(&member);
    primary_.AddWorker(id, *wrap->channel());
  }

  void WorkerExited(WorkerId id) {
    primary_.WorkerExited(id);
    const auto it = members_.find(id);
    if (it == members_.end()) return;
    if (it->second.wrap != nullptr) it->second.wrap->set_tap(nullptr);
    members_.erase(it);
  }

  Primary& primary() { return primary_; }

 private:
  struct Member : ChannelTap {
    PrimaryWrap* owner = nullptr;
    WorkerId id = 0;
    ChannelWrap* wrap = nullptr;  // null once the channel is closed

    bool OnChannelMessage(ipc::Inbound& message) override {
      return owner->primary_.HandleMessage(id, message);
    }
    void OnChannelClosed(const base::Error&) override {
      wrap = nullptr;
      owner->primary_.ChannelClosed(id);
    }
  };

  template <class... Extra>
  void Tell(const char* method, WorkerId id, Extra... extra) {
    if (!env().can_call_js()) return;
    v8::HandleScope scope(env().isolate());
    v8::Context::Scope context_scope(env().context());
    v8::Local<v8::Value> argv[] = {v8::Integer::NewFromUnsigned(env().isolate(), id), extra...};
    (void)env().CallMethod(object(), env().Name(method), 1 + sizeof...(extra), argv);
  }

  void OnOnline(WorkerId id) override { Tell("ononline", id); }
  void OnLeaving(WorkerId id) override { Tell("onleaving", id); }

  void OnListening(WorkerId id, const ListeningInfo& info) override {
    auto* isolate = env().isolate();
    v8::HandleScope scope(isolate);
    v8::Local<v8::Value> address = v8::Null(isolate);
    if (info.address) address = rt::ToV8(isolate, *info.address);
    v8::Local<v8::Value> fd = v8::Undefined(isolate);
    if (info.fd) fd = v8::Integer::New(isolate, *info.fd);
    Tell("onlistening", id, AddressTypeToJs(isolate, info.type), address,
         v8::Integer::New(isolate, info.port).As<v8::Value>(), fd);
  }

  void OnProtocolError(WorkerId id, const base::Error& error) override {
    const auto it = members_.find(id);
    if (it != members_.end() && it->second.wrap != nullptr) it->second.wrap->Abort(error);
  }

  base::LoopClock clock_;
  std::map<WorkerId, Member> members_;
  Primary primary_;
};

void New(rt::Args& args) {
  CHECK(args.IsConstructCall());
  // Deleted with the environment.
  new PrimaryWrap(args.env(), args.This(), args.Bool(0) ? Policy::kRoundRobin : Policy::kShared);
}

void AddWorker(rt::Args& args) {
  auto* self = rt::Wrap::Unwrap<PrimaryWrap>(args);
  auto* channel = rt::Wrap::Unwrap<ChannelWrap>(args[1]);
  if (self != nullptr && channel != nullptr) self->AddWorker(args.Uint32(0), channel);
}

void Disconnect(rt::Args& args) {
  if (auto* self = rt::Wrap::Unwrap<PrimaryWrap>(args)) self->primary().Disconnect(args.Uint32(0));
}

void WorkerExited(rt::Args& args) {
  if (auto* self = rt::Wrap::Unwrap<PrimaryWrap>(args)) self->WorkerExited(args.Uint32(0));
}

}  // namespace

void BindPrimary(rt::Binding& b) {
  b.Class<New>("Primary")
      .Method<AddWorker>("addWorker")
      .Method<Disconnect>("disconnect")
      .Method<WorkerExited>("workerExited");
}

}  // namespace drover::cluster::js
