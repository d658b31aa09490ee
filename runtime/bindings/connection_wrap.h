// ConnectionWrap: a StreamWrap that can listen, accept and connect (TCP and Pipe).
//
// listen(backlog); then onconnection(status, client) is called on the object for each accepted
// connection, in bursts. connect(req, ...): req.oncomplete(status, handle, req, true, true).
#pragma once

#include "runtime/bindings/stream_wrap.h"

namespace drover::rt {

class ConnectionWrap : public StreamWrap {
 public:
  template <class T>
  static void DescribeConnection(ClassBuilder& c) {
    DescribeStream<T>(c);
    c.Method<Call<T, &ConnectionWrap::JsListen>>("listen");
  }

 protected:
  using StreamWrap::StreamWrap;

  template <class T, void (ConnectionWrap::*kMember)(Args&)>
  static void Call(Args& args) {
    T* self = Unwrap<T>(args);
    if (self == nullptr || self->closing()) return args.Return(UV_EBADF);
    (self->*kMember)(args);
  }

  // A connect request whose uv_connect_t is handed to libuv by the subclass.
  struct Connect {
    uv_connect_t uv;
    ConnectionWrap* wrap;  // outlives the request: libuv ends it before the close callback
    v8::Global<v8::Object> req;
  };
  std::unique_ptr<Connect> NewConnect(Args& args, v8::Local<v8::Value> req);
  static void OnConnected(uv_connect_t* uv, int status);

 private:
  static void OnConnection(uv_stream_t* server, int status);
  v8::MaybeLocal<v8::Value> Accept();
  void JsListen(Args& args) { args.Return(uv_listen(stream(), args.Int32(0), OnConnection)); }
};

}  // namespace drover::rt
