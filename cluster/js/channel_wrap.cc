#include "cluster/js/channel_wrap.h"

#include <fcntl.h>

#include <algorithm>
#include <vector>

#include <sys/socket.h>

#include "cluster/js/bindings.h"
#include "cluster/js/value_payload.h"

namespace drover::cluster::js {
namespace {

// How long the end of the process waits for peers that do not read.
constexpr std::chrono::milliseconds kExitFlush{5000};

// All channels of the process, to be flushed at its end.
class OpenChannels {
 public:
  explicit OpenChannels(rt::Env& env) {
    env.AtExit([this] {
      for (auto* wrap : wraps_)
        if (wrap->channel()) (void)wrap->channel()->Flush(kExitFlush);
    });
  }
  void Add(ChannelWrap* wrap) { wraps_.push_back(wrap); }
  void Remove(ChannelWrap* wrap) { std::erase(wraps_, wrap); }

 private:
  std::vector<ChannelWrap*> wraps_;
};

int CodeOf(ipc::SendStatus status) {
  switch (status) {
    case ipc::SendStatus::kOk:
      return 0;
    case ipc::SendStatus::kClosed:
      return UV_EPIPE;
    case ipc::SendStatus::kQueueFull:
      return UV_ENOBUFS;
    case ipc::SendStatus::kTooLarge:
      return UV_EMSGSIZE;
  }
  return UV_EINVAL;
}

// "tcp", "pipe" or "udp": which class of handle a descriptor needs.
void DescriptorKind(rt::Args& args) {
  int type = 0, domain = 0;
  socklen_t size = sizeof type;
  const int fd = args.Int32(0);
  if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) != 0) return args.Return("pipe");
  size = sizeof domain;
  (void)getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size);
  if (domain == AF_UNIX) return args.Return("pipe");
  args.Return(type == SOCK_DGRAM ? "udp" : "tcp");
}

void CloseDescriptor(rt::Args& args) { base::Fd fd(args.Int32(0)); }

}  // namespace

ChannelWrap::ChannelWrap(rt::Env& env, v8::Local<v8::Object> object, ipc::Codec codec)
    : Wrap(env, object, kTypeName), codec_(codec) {}

void ChannelWrap::New(rt::Args& args) {
  CHECK(args.IsConstructCall());
  rt::Env& env = args.env();
  base::Fd socket(args.Int32(0));
  (void)fcntl(socket.get(), F_SETFD, FD_CLOEXEC);
  auto* wrap =
      new ChannelWrap(env, args.This(), args.Bool(1) ? ipc::Codec::kAdvanced : ipc::Codec::kJson);
  auto channel = ipc::Channel::Open(env.loop(), std::move(socket), wrap);
  int error = 0;
  if (channel.ok()) {
    wrap->channel_ = std::move(channel).value();
    env.State<OpenChannels>().Add(wrap);
  } else {
    error = channel.error().code();
    delete wrap;
  }
  (void)args.This()
      ->Set(args.context(), env.Name("error"), v8::Integer::New(env.isolate(), error))
      .FromMaybe(false);
}

void ChannelWrap::OnMessage(ipc::Channel& channel, ipc::Inbound message) {
  if (!env().can_call_js()) return;
  v8::HandleScope scope(env().isolate());
  v8::Context::Scope context_scope(env().context());
  if (tap_ != nullptr && tap_->OnChannelMessage(message)) return;
  if (!closing_) Deliver(std::move(message));
}

void ChannelWrap::Deliver(ipc::Inbound inbound) {
  if (!ipc::IsUserMessage(inbound)) return;
  auto unpacked = ipc::UnpackUserMessage(std::move(inbound));
  if (!unpacked.ok()) return Abort(unpacked.error());
  auto& message = *unpacked;
  v8::Local<v8::Value> value;
  if (!DecodeValue(env(), message.codec, message.value.view()).ToLocal(&value))
    return Abort(base::Error(UV_EPROTO, "message of the peer"));

  auto* isolate = env().isolate();
  v8::Local<v8::Value> argv[5] = {value, v8::Boolean::New(isolate, message.internal)};
  int argc = 2;
  if (!message.handles.empty() || message.handles_lost) {
    int kind = 0, fd = -1;
    if (!message.handles.empty()) {
      kind = static_cast<int>(message.handles[0].kind);
      fd = message.handles[0].fd.Release();
    }
    argv[2] = v8::Integer::New(isolate, kind);
    argv[3] = v8::Integer::New(isolate, fd);
    argv[4] = rt::ToV8(isolate, message.info);
    argc = 5;
  }
  (void)env().CallMethod(object(), env().Name("onmessage"), argc, argv);
}

void ChannelWrap::NotifyTap(const base::Error& error) {
  if (ChannelTap* tap = std::exchange(tap_, nullptr)) tap->OnChannelClosed(error);
}

void ChannelWrap::OnClosed(ipc::Channel&, ipc::CloseReason, const base::Error& error) {
  // Otherwise the closing is our own, and its end comes to CloseWhenFlushed.
  if (!closing_) Abort(error);
}

void ChannelWrap::Abort(const base::Error& error) {
  closing_ = true;
  v8::HandleScope scope(env().isolate());
  NotifyTap(error);
  auto self = object();
  rt::Env& e = env();
  CloseForTeardown();  // deletes this
  if (!e.can_call_js()) return;
  v8::Context::Scope context_scope(e.context());
  v8::Local<v8::Value> argv[] = {v8::Integer::New(e.isolate(), error.code())};
  (void)e.CallMethod(self, e.Name("onclose"), 1, argv);
}

void ChannelWrap::CloseWhenFlushed() {
  if (closing_) return;
  closing_ = true;
  NotifyTap(base::Error(UV_ECANCELED, "channel closed"));
  channel_->CloseWhenFlushed([this] {
    v8::HandleScope scope(env().isolate());
    CloseForTeardown();
  });
}

void ChannelWrap::CloseForTeardown() {
  NotifyTap(base::Error(UV_ECANCELED, "channel closed"));
  env().State<OpenChannels>().Remove(this);
  delete this;
}

void ChannelWrap::Send(rt::Args& args) {
  ipc::OutgoingUserMessage message;
  message.codec = codec_;
  message.internal = args.Bool(1);
  if (!EncodeValue(env(), codec_, args[0], &message.value)) return;  // with its exception
  if (args.Length() > 3) {
    const int kind = args.Int32(3);
    base::Fd copy(fcntl(args.Int32(4), F_DUPFD_CLOEXEC, 0));
    if (!copy) return args.Return(-errno);
    message.handles.push_back({ipc::Share(std::move(copy)), static_cast<ipc::HandleKind>(kind)});
    message.info = args.Utf8(5);
  }
  ipc::Channel::Sent sent;
  if (args[2]->IsFunction()) {
    auto callback = std::make_shared<v8::Global<v8::Function>>(args.isolate(), args.Function(2));
    sent = [&e = env(), callback](const base::Status& status) {
      if (!e.can_call_js()) return;
      v8::HandleScope scope(e.isolate());
      v8::Context::Scope context_scope(e.context());
      v8::Local<v8::Value> argv[] = {v8::Integer::New(e.isolate(), status.code())};
      (void)e.Call(v8::Object::New(e.isolate()), callback->Get(e.isolate()), 1, argv);
    };
  }
  const auto result = channel_->Send(ipc::PackUserMessage(std::move(message)), std::move(sent));
  if (!result.ok()) return args.Return(CodeOf(result.status));
  args.Return(static_cast<double>(result.queued));
}

void ChannelWrap::JsSend(rt::Args& args) {
  auto* self = Unwrap<ChannelWrap>(args);
  if (self == nullptr || self->closing_) return args.Return(UV_EPIPE);
  self->Send(args);
}

void ChannelWrap::JsClose(rt::Args& args) {
  if (auto* self = Unwrap<ChannelWrap>(args)) self->CloseWhenFlushed();
}

void ChannelWrap::JsRef(rt::Args& args) {
  if (auto* self = Unwrap<ChannelWrap>(args)) self->channel_->Ref();
}

void ChannelWrap::JsUnref(rt::Args& args) {
  if (auto* self = Unwrap<ChannelWrap>(args)) self->channel_->Unref();
}

void ChannelWrap::JsHasRef(rt::Args& args) {
  auto* self = Unwrap<ChannelWrap>(args);
  args.Return(self != nullptr && !self->closing_ && self->channel_->has_ref());
}

void ChannelWrap::JsFd(rt::Args& args) {
  auto* self = Unwrap<ChannelWrap>(args);
  args.Return(self == nullptr ? -1 : self->channel_->fd());
}

void ChannelWrap::JsQueued(rt::Args& args) {
  auto* self = Unwrap<ChannelWrap>(args);
  args.Return(self == nullptr ? 0.0 : static_cast<double>(self->channel_->queued()));
}

void ChannelWrap::Describe(rt::ClassBuilder& c) {
  c.Method<JsSend>("send").Method<JsClose>("close").Method<JsRef>("ref").Method<JsUnref>("unref");
  c.Method<JsHasRef>("hasRef").Accessor<JsFd>("fd").Accessor<JsQueued>("writeQueueSize");
}

void BindIpc(rt::Binding& b) {
  b.Method<DescriptorKind>("descriptorKind");
  b.Method<CloseDescriptor>("closeDescriptor");
  b.Class<ChannelWrap::New>("Channel").With(ChannelWrap::Describe);
}

}  // namespace drover::cluster::js
