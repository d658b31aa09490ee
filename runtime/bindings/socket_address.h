// An IPv4 or IPv6 address and port, between libuv's form and JavaScript's.
#pragma once

#include <string>

#include <netinet/in.h>
#include <sys/socket.h>

#include "runtime/engine/env.h"

namespace drover::rt {

class SocketAddress {
 public:
  // Parses a numeric address ("::1%lo" has a scope). Returns 0 or UV_EINVAL.
  int Parse(int family, const std::string& address, int port);
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage_); }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage_); }
  int family() const { return storage_.ss_family; }
  int port() const;
  // The numeric address, without port. A link-local IPv6 one has its scope: "fe80::1%eth0".
  std::string Text() const;
  // Sets address, family ('IPv4' or 'IPv6') and port of an object.
  void FillObject(Env& env, v8::Local<v8::Object> out) const;

 private:
  sockaddr_storage storage_ = {};
};

}  // namespace drover::rt
