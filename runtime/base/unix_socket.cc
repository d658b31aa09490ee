#include "runtime/base/unix_socket.h"

#include <fcntl.h>
#include <uv.h>

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace drover::base {
namespace {

constexpr int kStream = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK;
constexpr size_t kMaxPath = sizeof(sockaddr_un::sun_path) - 1;

struct SplitPath {
  std::string folder;
  std::string name;
};

SplitPath Split(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return {".", path};
  return {slash == 0 ? "/" : path.substr(0, slash), path.substr(slash + 1)};
}

Error Errno(const char* what, const std::string& path) {
  return Error::FromErrno(errno, std::string(what) + " " + path);
}

// A sockaddr for a path that is known to fit.
sockaddr_un Address(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.data(), path.size());
  return address;
}

int BindTo(int fd, const std::string& path) {
  const sockaddr_un address = Address(path);
  return ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

// "/proc/self/fd/N" reaches what N is open on by a path of few bytes.
std::string ProcPath(int fd) { return "/proc/self/fd/" + std::to_string(fd); }

// Binds under a short temporary name inside the folder and then links the long one to it, which
// fails where that exists.
Status BindLong(int fd, const std::string& path) {
  const auto [folder, name] = Split(path);
  const Fd dir(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!dir) return Errno("open", folder);
  const std::string base = ProcPath(dir.get()) + "/";
  if (base.size() + name.size() <= kMaxPath) {
    if (BindTo(fd, base + name) < 0) return Errno("bind", path);
    return {};
  }
  const std::string temporary = "." + std::to_string(::getpid()) + "." + std::to_string(fd);
  if (BindTo(fd, base + temporary) < 0) return Errno("bind", path);
  Status status;
  if (::linkat(dir.get(), temporary.c_str(), dir.get(), name.c_str(), 0) < 0) {
    status = Error::FromErrno(errno == EEXIST ? EADDRINUSE : errno, "bind " + path);
  }
  ::unlinkat(dir.get(), temporary.c_str(), 0);
  return status;
}

}  // namespace

Result<FdPair> MakeSocketPair() {
  int fds[2];
  if (::socketpair(AF_UNIX, kStream, 0, fds) < 0) return Error::FromErrno(errno, "socketpair");
  return FdPair{Fd(fds[0]), Fd(fds[1])};
}

Result<Fd> ListenUnix(const std::string& path, std::optional<mode_t> mode, int backlog) {
  Fd fd(::socket(AF_UNIX, kStream, 0));
  if (!fd) return Errno("socket for", path);
  // The file is made with the mode of the descriptor, less the umask: set before bind, so that it
  // never exists with a wider one. Bits that the umask takes away are added afterwards.
  if (mode && ::fchmod(fd.get(), *mode) < 0) return Errno("set mode of", path);
  if (path.size() <= kMaxPath) {
    if (BindTo(fd.get(), path) < 0) return Errno("bind", path);
  } else if (Status status = BindLong(fd.get(), path); !status.ok()) {
    return status;
  }
  if ((mode && ::chmod(path.c_str(), *mode) < 0) || ::listen(fd.get(), backlog) < 0) {
    const int err = errno;
    ::unlink(path.c_str());
    return Error::FromErrno(err, "listen " + path);
  }
  return fd;
}

Result<Fd> ConnectUnix(const std::string& path) {
  Fd fd(::socket(AF_UNIX, kStream, 0));
  if (!fd) return Errno("socket for", path);
  Fd target;
  std::string reach = path;
  if (path.size() > kMaxPath) {
    target = Fd(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!target) return Errno("connect", path);
    reach = ProcPath(target.get());
  }
  const sockaddr_un address = Address(reach);
  if (::connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0) {
    return Errno("connect", path);
  }
  return fd;
}

Status RemoveDeadSocket(const std::string& path) {
  struct stat st;
  if (::lstat(path.c_str(), &st) < 0) {
    if (errno == ENOENT) return {};
    return Errno("stat", path);
  }
  if (!S_ISSOCK(st.st_mode)) return Error(UV_ENOTSOCK, path);
  const auto connected = ConnectUnix(path);
  if (connected.ok() || connected.error().code() == UV_EAGAIN) return Error(UV_EADDRINUSE, path);
  if (connected.error().code() == UV_ENOENT) return {};
  if (connected.error().code() != UV_ECONNREFUSED) return connected.error();
  if (::unlink(path.c_str()) < 0 && errno != ENOENT) return Errno("remove", path);
  return {};
}

Result<PeerCredentials> GetPeerCredentials(const Fd& fd) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (::getsockopt(fd.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) < 0) {
    return Error::FromErrno(errno, "peer credentials");
  }
  return PeerCredentials{peer.pid, peer.uid, peer.gid};
}

}  // namespace drover::base
