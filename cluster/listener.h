// Listener: one bound socket, listening where its kind listens, and the rules by which requests of
// several workers mean the same one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <sys/types.h>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace drover::cluster {

// The numbers are those of AddressType in cluster.proto.
enum class AddressType { kTcp4 = 1, kTcp6 = 2, kPipe = 3, kUdp4 = 4, kUdp6 = 5 };
bool IsTcp(AddressType type);
bool IsUdp(AddressType type);

// What a worker asks for.
struct ListenRequest {
  AddressType type = AddressType::kTcp4;
  // Numeric for IP (the worker has looked names up), absolute path for pipes. None: every address,
  // '::' (dual-stack) where there is IPv6, else 0.0.0.0.
  std::optional<std::string> address;
  int port = 0;        // 0: any. -1 for pipes and descriptors
  uint32_t index = 0;  // tells requests for port 0 apart; set by WorkerLink
  int fd = -1;         // an open descriptor of the primary to listen on, or -1
  bool ipv6_only = false;
  int backlog = 511;
  bool readable_all = false;  // mode of a pipe
  bool writable_all = false;
  // A socket file at which nobody listens is removed instead of being EADDRINUSE. Set by the
  // Primary.
  bool replace_dead_socket = false;
  std::string data;  // opaque; the first one is kept with the listener and given to every worker
};

// Node's rule: address:port:addressType:fd, and :index for port 0. Equal keys share one listener.
std::string KeyOf(const ListenRequest& request);

// Where a socket is bound.
struct SocketName {
  AddressType type = AddressType::kTcp4;
  std::string address;
  int port = 0;  // 0 for pipes
};
base::Result<SocketName> NameOf(int fd);

// Kernel policy: several sockets at one address, between which the kernel divides connections.
enum class PortSharing { kNone, kGroupFirst, kGroupMember };

class Listener {
 public:
  // Binds, and listens but for UDP. The error's code is the errno that the worker reports
  // (UV_EADDRINUSE, UV_EACCES, UV_EADDRNOTAVAIL...).
  // kGroupFirst makes the address sharable afterwards, and fails where anyone else already has
  // it; kGroupMember joins it (request.port is then the port that the first one got).
  static base::Result<std::unique_ptr<Listener>> Open(const ListenRequest& request,
                                                      PortSharing sharing = PortSharing::kNone);
  // Closes the socket and removes the socket file that it made.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  int fd() const { return fd_->get(); }
  const std::shared_ptr<const base::Fd>& shared_fd() const { return fd_; }
  const SocketName& name() const { return name_; }
  // Accepts one connection: close-on-exec, non-blocking. UV_EAGAIN: none waits.
  base::Result<base::Fd> Accept();

 private:
  Listener() = default;
  std::shared_ptr<const base::Fd> fd_;
  SocketName name_;
  struct MadeFile {
    std::string path;
    dev_t device = 0;
    ino_t inode = 0;
  };
  MadeFile made_file_;  // removed at the end, if it still is the one
};

// A worker's answer to a connection that was handed to it.
enum class Verdict { kTaken, kRefused };

}  // namespace drover::cluster
