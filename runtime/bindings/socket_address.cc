#include "runtime/bindings/socket_address.h"

#include <uv.h>

#include <array>

#include <arpa/inet.h>
#include <net/if.h>

namespace drover::rt {

int SocketAddress::Parse(int family, const std::string& address, int port) {
  return family == AF_INET6
             ? uv_ip6_addr(address.c_str(), port, reinterpret_cast<sockaddr_in6*>(&storage_))
             : uv_ip4_addr(address.c_str(), port, reinterpret_cast<sockaddr_in*>(&storage_));
}

int SocketAddress::port() const {
  if (family() == AF_INET6)
    return ntohs(reinterpret_cast<const sockaddr_in6*>(&storage_)->sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in*>(&storage_)->sin_port);
}

std::string SocketAddress::Text() const {
  std::array<char, INET6_ADDRSTRLEN + IF_NAMESIZE + 1> text = {};
  if (family() == AF_INET) {
    uv_ip4_name(reinterpret_cast<const sockaddr_in*>(&storage_), text.data(), text.size());
    return text.data();
  }
  if (family() != AF_INET6) return {};
  const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&storage_);
  uv_ip6_name(v6, text.data(), text.size());
  std::string out = text.data();
  std::array<char, IF_NAMESIZE> interface = {};
  if (v6->sin6_scope_id != 0 && if_indextoname(v6->sin6_scope_id, interface.data()) != nullptr)
    out.append("%").append(interface.data());
  return out;
}

void SocketAddress::FillObject(Env& env, v8::Local<v8::Object> out) const {
  auto* isolate = env.isolate();
  auto context = env.context();
  const bool v6 = family() == AF_INET6;
  out->Set(context, env.Name("address"), ToV8(isolate, Text())).Check();
  out->Set(context, env.Name("family"), env.Name(v6 ? "IPv6" : "IPv4")).Check();
  out->Set(context, env.Name("port"), v8::Integer::New(isolate, port())).Check();
}

}  // namespace drover::rt
