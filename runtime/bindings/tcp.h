// The binding 'tcp': class TCP, a uv_tcp_t. `new TCP(constants.SOCKET | constants.SERVER)`.
#pragma once

#include "runtime/bindings/connection_wrap.h"

namespace drover::rt {

class TcpWrap final : public ConnectionWrap {
 public:
  static constexpr char kTypeName[] = "TCP";

  explicit TcpWrap(Args& args);
  static void Describe(ClassBuilder& c);

 private:
  enum class Name { kOwn, kPeer };

  void JsOpen(Args& args);
  void JsBind(Args& args) { Bind(args, AF_INET); }
  void JsBind6(Args& args) { Bind(args, AF_INET6); }
  void JsConnect(Args& args) { StartConnect(args, AF_INET); }
  void JsConnect6(Args& args) { StartConnect(args, AF_INET6); }
  void JsGetSockName(Args& args) { GetName(args, Name::kOwn); }
  void JsGetPeerName(Args& args) { GetName(args, Name::kPeer); }
  void JsSetNoDelay(Args& args);
  void JsSetKeepAlive(Args& args);
  void JsSetSimultaneousAccepts(Args& args);
  void JsReset(Args& args);

  void Bind(Args& args, int family);
  void StartConnect(Args& args, int family);
  void GetName(Args& args, Name which);

  uv_tcp_t tcp_;
};

void BindTcp(Binding& b);

}  // namespace drover::rt
