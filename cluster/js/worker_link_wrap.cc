// binding('cluster').WorkerLink: the worker's half of the cluster module, for workers of a script
// and of the daemon alike.
//
//   const link = new WorkerLink(channel);
//   link.online()
//   link.listen(request, callback)   callback(error, reply): a negative code, or 0 and
//                                    {key, listener, fd, data, sockname}; fd -1: connections are
//                                    handed over. False: no channel, nothing will be called.
//   link.listening(listener, request, port)   link.closeListener(key)
//   link.leave(callback)   link.drained(cut)
//   link.accepts(key) -> boolean     asked for every connection that is offered; no user code in it
//   link.onconnection(key, fd)       a connection that was accepted; fd is the receiver's
//   link.ondisconnect()   link.ondrain(quietMs, deadlineMs)
//
// The answer to an offer leaves before user code sees the connection: a worker that dies of it must
// not make the primary give it to the next one.
#include "cluster/js/bindings.h"
#include "cluster/js/channel_wrap.h"
#include "cluster/js/cluster_binding.h"
#include "cluster/worker_link.h"
#include "runtime/base/clock.h"

namespace drover::cluster::js {
namespace {

class LinkWrap final : public rt::Wrap, public WorkerLink::Delegate, public ChannelTap {
 public:
  static constexpr char kTypeName[] = "WorkerLink";

  LinkWrap(rt::Env& env, v8::Local<v8::Object> object, ChannelWrap* channel)
      : Wrap(env, object, kTypeName),
        channel_(channel),
        clock_(env.loop()),
        link_(std::make_unique<WorkerLink>(*channel->channel(), clock_, *this)) {
    channel->set_tap(this);
  }
  ~LinkWrap() override {
    if (channel_ != nullptr) channel_->set_tap(nullptr);
  }

  WorkerLink* link() { return link_.get(); }  // null when the channel is gone

 private:
  struct Offer {
    std::string key;
    base::Fd fd;
  };

  template <class... Values>
  void Tell(const char* method, Values... values) {
    if (!env().can_call_js()) return;
    v8::Local<v8::Value> argv[] = {values..., v8::Local<v8::Value>()};
    (void)env().CallMethod(object(), env().Name(method), sizeof...(values), argv);
  }

  bool OnChannelMessage(ipc::Inbound& message) override {
    if (!link_ || !link_->HandleMessage(message)) return false;
    DeliverConnections();
    return true;
  }

  void OnChannelClosed(const base::Error& error) override {
    channel_ = nullptr;
    if (auto link = std::move(link_)) link->ChannelClosed(error);
  }

  void DeliverConnections() {
    if (taken_.empty()) return;
    if (channel_ != nullptr && channel_->channel() != nullptr) channel_->channel()->TryFlush();
    auto* isolate = env().isolate();
    for (auto& offer : std::exchange(taken_, {})) {
      v8::HandleScope scope(isolate);
      Tell("onconnection", rt::ToV8(isolate, offer.key).As<v8::Value>(),
           v8::Integer::New(isolate, offer.fd.Release()).As<v8::Value>());
    }
  }

  Verdict OnConnection(const std::string& key, base::Fd& connection) override {
    if (!env().can_call_js()) return Verdict::kRefused;
    auto* isolate = env().isolate();
    v8::HandleScope scope(isolate);
    v8::Local<v8::Value> argv[] = {rt::ToV8(isolate, key)};
    v8::Local<v8::Value> answer;
    if (!env().CallMethod(object(), env().Name("accepts"), 1, argv).ToLocal(&answer) ||
        !answer->BooleanValue(isolate)) {
      return Verdict::kRefused;
    }
    taken_.push_back({key, std::move(connection)});
    return Verdict::kTaken;
  }

  void OnDisconnect() override { Tell("ondisconnect"); }

  void OnDrain(std::chrono::milliseconds quiet, std::chrono::milliseconds deadline) override {
    auto* isolate = env().isolate();
    v8::HandleScope scope(isolate);
    Tell("ondrain", v8::Number::New(isolate, static_cast<double>(quiet.count())).As<v8::Value>(),
         v8::Number::New(isolate, static_cast<double>(deadline.count())).As<v8::Value>());
  }

  void OnProtocolError(const base::Error& error) override {
    if (channel_ != nullptr) channel_->Abort(error);
  }

  ChannelWrap* channel_;  // null once the channel is closed
  base::LoopClock clock_;
  std::unique_ptr<WorkerLink> link_;
  std::vector<Offer> taken_;
};

WorkerLink* LinkOf(rt::Args& args) {
  auto* wrap = rt::Wrap::Unwrap<LinkWrap>(args);
  return wrap == nullptr ? nullptr : wrap->link();
}

v8::Local<v8::Value> Property(rt::Args& args, v8::Local<v8::Object> object, const char* name) {
  v8::Local<v8::Value> value;
  if (!object->Get(args.context(), args.env().Name(name)).ToLocal(&value))
    return v8::Undefined(args.isolate());
  return value;
}

ListenRequest RequestFrom(rt::Args& args, v8::Local<v8::Object> object) {
  auto* isolate = args.isolate();
  auto number = [&](const char* name, int fallback) {
    auto value = Property(args, object, name);
    return value->IsNumber() ? value->Int32Value(args.context()).FromMaybe(fallback) : fallback;
  };
  ListenRequest request;
  request.type = AddressTypeFromJs(isolate, Property(args, object, "addressType"));
  if (auto address = Property(args, object, "address"); address->IsString())
    request.address = rt::ToUtf8(isolate, address);
  request.port = number("port", -1);
  request.fd = number("fd", -1);
  request.ipv6_only = (number("flags", 0) & UV_TCP_IPV6ONLY) != 0;
  request.backlog = number("backlog", 511);
  request.readable_all = Property(args, object, "readableAll")->BooleanValue(isolate);
  request.writable_all = Property(args, object, "writableAll")->BooleanValue(isolate);
  if (auto data = Property(args, object, "data"); data->IsString())
    request.data = rt::ToUtf8(isolate, data);
  return request;
}

// {address, family, port}, as server.address() shows it; null for a pipe.
v8::Local<v8::Value> SockName(rt::Env& env, const SocketName& name) {
  auto* isolate = env.isolate();
  if (!IsTcp(name.type)) return v8::Null(isolate);
  auto out = v8::Object::New(isolate);
  auto set = [&](const char* key, v8::Local<v8::Value> value) {
    (void)out->Set(env.context(), env.Name(key), value).FromMaybe(false);
  };
  set("address", rt::ToV8(isolate, name.address));
  set("family", rt::ToV8(isolate, name.type == AddressType::kTcp6 ? "IPv6" : "IPv4"));
  set("port", v8::Integer::New(isolate, name.port));
  return out;
}

v8::Local<v8::Value> ReplyToJs(rt::Env& env, ListenReply& reply) {
  auto* isolate = env.isolate();
  auto out = v8::Object::New(isolate);
  auto set = [&](const char* key, v8::Local<v8::Value> value) {
    (void)out->Set(env.context(), env.Name(key), value).FromMaybe(false);
  };
  set("key", rt::ToV8(isolate, reply.key));
  set("listener", v8::Integer::NewFromUnsigned(isolate, reply.listener));
  set("fd", v8::Integer::New(isolate, reply.socket.Release()));
  set("data", reply.data.empty() ? v8::Null(isolate).As<v8::Value>()
                                 : rt::ToV8(isolate, reply.data).As<v8::Value>());
  set("sockname", SockName(env, reply.name));
  return out;
}

void CallBack(rt::Env& env, v8::Global<v8::Function>& callback, int argc,
              v8::Local<v8::Value>* argv) {
  (void)env.Call(v8::Object::New(env.isolate()), callback.Get(env.isolate()), argc, argv);
}

std::shared_ptr<v8::Global<v8::Function>> Keep(rt::Args& args, int i) {
  return std::make_shared<v8::Global<v8::Function>>(args.isolate(), args.Function(i));
}

void New(rt::Args& args) {
  CHECK(args.IsConstructCall());
  auto* channel = rt::Wrap::Unwrap<ChannelWrap>(args[0]);
  CHECK(channel != nullptr && channel->channel() != nullptr);
  new LinkWrap(args.env(), args.This(), channel);  // deleted with the environment
}

void Online(rt::Args& args) {
  if (auto* link = LinkOf(args)) link->Online();
}

void Listen(rt::Args& args) {
  auto* link = LinkOf(args);
  if (link == nullptr) return args.Return(false);
  auto done = [&env = args.env(), callback = Keep(args, 1)](base::Result<ListenReply> reply) {
    if (!env.can_call_js()) return;
    v8::HandleScope scope(env.isolate());
    v8::Context::Scope context_scope(env.context());
    const int error = reply.ok() ? reply->error : reply.error().code();
    v8::Local<v8::Value> argv[] = {v8::Integer::New(env.isolate(), error),
                                   v8::Undefined(env.isolate())};
    if (error == 0) argv[1] = ReplyToJs(env, *reply);
    CallBack(env, *callback, 2, argv);
  };
  args.Return(link->Listen(RequestFrom(args, args.Object(0)), std::move(done)));
}

void Listening(rt::Args& args) {
  if (auto* link = LinkOf(args))
    link->Listening(args.Uint32(0), RequestFrom(args, args.Object(1)), args.Int32(2));
}

void CloseListener(rt::Args& args) {
  if (auto* link = LinkOf(args)) link->CloseListener(args.Utf8(0));
}

void Leave(rt::Args& args) {
  auto* link = LinkOf(args);
  if (link == nullptr) return args.Return(false);
  args.Return(link->Leave([&env = args.env(), callback = Keep(args, 0)] {
    if (!env.can_call_js()) return;
    v8::HandleScope scope(env.isolate());
    v8::Context::Scope context_scope(env.context());
    CallBack(env, *callback, 0, nullptr);
  }));
}

void Drained(rt::Args& args) {
  if (auto* link = LinkOf(args)) link->Drained(args.Uint32(0));
}

}  // namespace

v8::Local<v8::Value> AddressTypeToJs(v8::Isolate* isolate, AddressType type) {
  switch (type) {
    case AddressType::kTcp4:
      return v8::Integer::New(isolate, 4);
    case AddressType::kTcp6:
      return v8::Integer::New(isolate, 6);
    case AddressType::kPipe:
      return v8::Integer::New(isolate, -1);
    case AddressType::kUdp4:
      return rt::ToV8(isolate, "udp4");
    case AddressType::kUdp6:
      return rt::ToV8(isolate, "udp6");
  }
  return v8::Undefined(isolate);
}

AddressType AddressTypeFromJs(v8::Isolate* isolate, v8::Local<v8::Value> type) {
  if (type->IsString())
    return rt::ToUtf8(isolate, type) == "udp6" ? AddressType::kUdp6 : AddressType::kUdp4;
  const int number = type->IsInt32() ? type.As<v8::Int32>()->Value() : 4;
  if (number == -1) return AddressType::kPipe;
  return number == 6 ? AddressType::kTcp6 : AddressType::kTcp4;
}

void BindWorkerLink(rt::Binding& b) {
  b.Class<New>("WorkerLink")
      .Method<Online>("online")
      .Method<Listen>("listen")
      .Method<Listening>("listening")
      .Method<CloseListener>("closeListener")
      .Method<Leave>("leave")
      .Method<Drained>("drained");
}

void BindCluster(rt::Binding& b) {
  BindPrimary(b);
  BindWorkerLink(b);
}

}  // namespace drover::cluster::js
