#include "runtime/bindings/tcp.h"

#include <cerrno>

#include <sys/socket.h>

#include "runtime/base/fd.h"
#include "runtime/bindings/socket_address.h"

namespace drover::rt {

namespace {

// Flags of bind and bind6; the first two are libuv's numbers.
constexpr unsigned kIpv6Only = UV_TCP_IPV6ONLY;
constexpr unsigned kReusePort = 2;

// libuv 1.44 has no way to ask for SO_REUSEPORT, so the socket is made here.
int OpenWithReusePort(uv_tcp_t* tcp, int family) {
  base::Fd fd(socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!fd) return -errno;
  const int on = 1;
  if (setsockopt(fd.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof(on)) != 0) return -errno;
  const int err = uv_tcp_open(tcp, fd.get());
  if (err == 0) (void)fd.Release();
  return err;
}

void Construct(Args& args) {
  CHECK(args.IsConstructCall());
  new TcpWrap(args);
}

}  // namespace

TcpWrap::TcpWrap(Args& args)
    : ConnectionWrap(args.env(), args.This(), kTypeName, reinterpret_cast<uv_stream_t*>(&tcp_)) {
  CHECK(uv_tcp_init(args.env().loop(), &tcp_) == 0);
  tcp_.data = static_cast<HandleWrap*>(this);
}

void TcpWrap::JsOpen(Args& args) { args.Return(uv_tcp_open(&tcp_, args.Int32(0))); }

void TcpWrap::Bind(Args& args, int family) {
  SocketAddress address;
  if (const int err = address.Parse(family, args.Utf8(0), args.Int32(1)); err < 0)
    return args.Return(err);
  const unsigned flags = args.Uint32(2);
  if ((flags & kReusePort) != 0) {
    if (const int err = OpenWithReusePort(&tcp_, family); err < 0) return args.Return(err);
  }
  args.Return(uv_tcp_bind(&tcp_, address.get(), flags & kIpv6Only));
}

void TcpWrap::StartConnect(Args& args, int family) {
  SocketAddress address;
  if (const int err = address.Parse(family, args.Utf8(1), args.Int32(2)); err < 0)
    return args.Return(err);
  auto connect = NewConnect(args, args[0]);
  const int err = uv_tcp_connect(&connect->uv, &tcp_, address.get(), OnConnected);
  if (err == 0) (void)connect.release();  // OnConnected deletes it
  args.Return(err);
}

void TcpWrap::GetName(Args& args, Name which) {
  SocketAddress address;
  int length = sizeof(sockaddr_storage);
  const int err = which == Name::kOwn ? uv_tcp_getsockname(&tcp_, address.get(), &length)
                                      : uv_tcp_getpeername(&tcp_, address.get(), &length);
  if (err == 0) address.FillObject(args.env(), args.Object(0));
  args.Return(err);
}

void TcpWrap::JsSetNoDelay(Args& args) { args.Return(uv_tcp_nodelay(&tcp_, args.Bool(0) ? 1 : 0)); }

// setKeepAlive(on, delaySeconds): a delay of 0 leaves the system's.
void TcpWrap::JsSetKeepAlive(Args& args) {
  const int on = args.Bool(0) ? 1 : 0;
  const uint32_t delay = args.Uint32(1);
  if (delay > 0 || on == 0) return args.Return(uv_tcp_keepalive(&tcp_, on, delay));
  uv_os_fd_t fd = -1;
  if (const int err = uv_fileno(handle(), &fd); err < 0) return args.Return(err);
  args.Return(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof(on)) == 0 ? 0 : -errno);
}

void TcpWrap::JsSetSimultaneousAccepts(Args& args) {
  args.Return(uv_tcp_simultaneous_accepts(&tcp_, args.Bool(0) ? 1 : 0));
}

// reset(cb): like close(cb), but the peer sees a reset.
void TcpWrap::JsReset(Args& args) {
  const linger hard = {.l_onoff = 1, .l_linger = 0};
  uv_os_fd_t fd = -1;
  if (const int err = uv_fileno(handle(), &fd); err < 0) return args.Return(err);
  if (setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard)) != 0) return args.Return(-errno);
  Close(args[0]);
  args.Return(0);
}

void TcpWrap::Describe(ClassBuilder& c) {
  DescribeConnection<TcpWrap>(c);
  c.Method<CallOwn<TcpWrap, &TcpWrap::JsOpen>>("open")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsBind>>("bind")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsBind6>>("bind6")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsConnect>>("connect")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsConnect6>>("connect6")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsGetSockName>>("getsockname")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsGetPeerName>>("getpeername")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsSetNoDelay>>("setNoDelay")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsSetKeepAlive>>("setKeepAlive")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsSetSimultaneousAccepts>>("setSimultaneousAccepts")
      .Method<CallOwn<TcpWrap, &TcpWrap::JsReset>>("reset");
}

void BindTcp(Binding& b) {
  auto c = b.Class<Construct>("TCP");
  TcpWrap::Describe(c);
  const Binding::NamedNumber constants[] = {{"SOCKET", 0},
                                            {"SERVER", 1},
                                            {"UV_TCP_IPV6ONLY", kIpv6Only},
                                            {"UV_TCP_REUSEPORT", kReusePort}};
  b.Constants("constants", constants);
}

}  // namespace drover::rt
