// UNIX stream sockets: pairs, listening and connecting at a path of any length (the kernel's limit
// of 107 bytes is passed by with a directory descriptor), and who is at the other end.
// Every socket is close-on-exec and non-blocking.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include <sys/types.h>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace drover::base {

struct PeerCredentials {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

struct FdPair {
  Fd first;
  Fd second;
};

// Two connected ends.
Result<FdPair> MakeSocketPair();

// Binds and listens at `path`. With a mode the file has it from its first moment; without, it has
// what the umask leaves. EADDRINUSE where the path exists, whatever it is; see RemoveDeadSocket.
Result<Fd> ListenUnix(const std::string& path, std::optional<mode_t> mode, int backlog);

// Connects without waiting: ENOENT, ECONNREFUSED (nobody listens: a dead socket file), EAGAIN (the
// listener's queue is full), EACCES.
Result<Fd> ConnectUnix(const std::string& path);

// Removes a socket file that nobody listens at. ok: it is gone or never was. EADDRINUSE: somebody
// answers. ENOTSOCK: it is no socket and was left alone.
Status RemoveDeadSocket(const std::string& path);

Result<PeerCredentials> GetPeerCredentials(const Fd& fd);

}  // namespace drover::base
