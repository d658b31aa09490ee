#include "runtime/bindings/connection_wrap.h"

namespace drover::rt {

std::unique_ptr<ConnectionWrap::Connect> ConnectionWrap::NewConnect(Args& args,
                                                                    v8::Local<v8::Value> req) {
  CHECK(req->IsObject());
  auto connect = std::make_unique<Connect>();
  connect->wrap = this;
  connect->req.Reset(args.isolate(), req.As<v8::Object>());
  connect->uv.data = connect.get();
  return connect;
}

void ConnectionWrap::OnConnected(uv_connect_t* uv, int status) {
  std::unique_ptr<Connect> connect(static_cast<Connect*>(uv->data));
  Env& e = connect->wrap->env();
  if (!e.can_call_js()) return;
  auto* isolate = e.isolate();
  v8::HandleScope scope(isolate);
  v8::Context::Scope context_scope(e.context());
  auto req = connect->req.Get(isolate);
  v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, status), connect->wrap->object(), req,
                                 v8::True(isolate), v8::True(isolate)};
  (void)e.CallMethod(req, e.Name("oncomplete"), 5, argv);
}

// A new handle of the same class as the listening one, with the connection in it.
v8::MaybeLocal<v8::Value> ConnectionWrap::Accept() {
  Env& e = env();
  v8::Local<v8::Value> klass;
  if (!object()->Get(e.context(), e.Name("constructor")).ToLocal(&klass)) return {};
  CHECK(klass->IsFunction());
  v8::Local<v8::Value> type = v8::Integer::New(e.isolate(), 0);  // kSocket
  v8::Local<v8::Object> client;
  if (!klass.As<v8::Function>()->NewInstance(e.context(), 1, &type).ToLocal(&client)) return {};
  auto* wrap = static_cast<ConnectionWrap*>(
      static_cast<Wrap*>(client->GetAlignedPointerFromInternalField(0)));
  if (uv_accept(stream(), wrap->stream()) < 0) {
    wrap->Close({});
    return {};
  }
  return client;
}

void ConnectionWrap::OnConnection(uv_stream_t* server, int status) {
  auto* self = static_cast<ConnectionWrap*>(server->data);
  Env& e = self->env();
  if (!e.can_call_js()) return;
  v8::HandleScope scope(e.isolate());
  v8::Context::Scope context_scope(e.context());
  v8::Local<v8::Value> argv[] = {v8::Integer::New(e.isolate(), status), v8::Undefined(e.isolate())};
  if (status == 0 && !self->Accept().ToLocal(&argv[1])) return;
  (void)e.CallMethod(self->object(), e.Name("onconnection"), 2, argv);
}

}  // namespace drover::rt
