#include "cluster/listener.h"

#include <fcntl.h>
#include <uv.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "runtime/base/unix_socket.h"

namespace drover::cluster {
namespace {

using base::Error;
using base::Fd;
using base::Result;

struct IpAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

std::string Describe(const ListenRequest& r) {
  if (r.fd >= 0) return "listen on descriptor " + std::to_string(r.fd);
  if (r.type == AddressType::kPipe) return "listen " + r.address.value_or("");
  return "listen " + r.address.value_or("*") + ":" + std::to_string(r.port);
}

Result<IpAddress> Parse(const std::string& text, int port, bool v6) {
  IpAddress out;
  int err;
  if (v6) {
    err = uv_ip6_addr(text.c_str(), port, reinterpret_cast<sockaddr_in6*>(&out.storage));
    out.size = sizeof(sockaddr_in6);
  } else {
    err = uv_ip4_addr(text.c_str(), port, reinterpret_cast<sockaddr_in*>(&out.storage));
    out.size = sizeof(sockaddr_in);
  }
  if (err < 0) return Error(err, "address " + text);
  return out;
}

bool SetOption(const Fd& fd, int level, int name, int value) {
  return ::setsockopt(fd.get(), level, name, &value, sizeof value) == 0;
}

Result<Fd> BindIp(const ListenRequest& request, const std::string& address, bool v6,
                  PortSharing sharing) {
  auto ip = Parse(address, request.port, v6);
  if (!ip.ok()) return std::move(ip).error();
  const int type = IsUdp(request.type) ? SOCK_DGRAM : SOCK_STREAM;
  Fd fd(::socket(v6 ? AF_INET6 : AF_INET, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!fd) return Error::FromErrno(errno, Describe(request));
  if (type == SOCK_STREAM) SetOption(fd, SOL_SOCKET, SO_REUSEADDR, 1);
  if (v6) SetOption(fd, IPPROTO_IPV6, IPV6_V6ONLY, request.ipv6_only ? 1 : 0);
  if (sharing == PortSharing::kGroupMember) SetOption(fd, SOL_SOCKET, SO_REUSEPORT, 1);
  if (::bind(fd.get(), reinterpret_cast<const sockaddr*>(&ip->storage), ip->size) < 0)
    return Error::FromErrno(errno, Describe(request));
  // Shared from now on: had the option been set before, bind would have joined a stranger's group
  // without a word.
  if (sharing == PortSharing::kGroupFirst) SetOption(fd, SOL_SOCKET, SO_REUSEPORT, 1);
  if (type == SOCK_STREAM && ::listen(fd.get(), request.backlog) < 0)
    return Error::FromErrno(errno, Describe(request));
  return fd;
}

Result<Fd> OpenIp(const ListenRequest& request, PortSharing sharing) {
  const bool v6 = request.type == AddressType::kTcp6 || request.type == AddressType::kUdp6;
  if (request.address) return BindIp(request, *request.address, v6, sharing);
  if (IsUdp(request.type)) return BindIp(request, v6 ? "::" : "0.0.0.0", v6, sharing);
  auto dual = BindIp(request, "::", true, sharing);
  if (dual.ok() || request.ipv6_only) return dual;
  return BindIp(request, "0.0.0.0", false, sharing);
}

Result<Fd> OpenPipe(const ListenRequest& request) {
  const std::string& path = *request.address;
  auto fd = base::ListenUnix(path, std::nullopt, request.backlog);
  if (!fd.ok() && request.replace_dead_socket && fd.error().code() == UV_EADDRINUSE) {
    base::Status removed = base::RemoveDeadSocket(path);
    if (!removed.ok()) return Error(UV_EADDRINUSE, Describe(request));
    fd = base::ListenUnix(path, std::nullopt, request.backlog);
  }
  if (!fd.ok()) return std::move(fd).error();
  mode_t more = 0;
  if (request.readable_all) more |= S_IRUSR | S_IRGRP | S_IROTH;
  if (request.writable_all) more |= S_IWUSR | S_IWGRP | S_IWOTH;
  struct stat st;
  if (more != 0 && ::stat(path.c_str(), &st) == 0) ::chmod(path.c_str(), st.st_mode | more);
  return fd;
}

Result<Fd> OpenFd(const ListenRequest& request) {
  Fd fd(::fcntl(request.fd, F_DUPFD_CLOEXEC, 3));
  if (!fd) return Error::FromErrno(errno, Describe(request));
  ::fcntl(fd.get(), F_SETFL, ::fcntl(fd.get(), F_GETFL) | O_NONBLOCK);
  if (!IsUdp(request.type) && ::listen(fd.get(), request.backlog) < 0)
    return Error::FromErrno(errno, Describe(request));
  return fd;
}

Result<Fd> OpenSocket(const ListenRequest& request, PortSharing sharing) {
  if (request.fd >= 0) return OpenFd(request);
  if (request.type == AddressType::kPipe) {
    if (!request.address || request.address->empty()) return Error(UV_EINVAL, "listen on no path");
    return OpenPipe(request);
  }
  if (request.port < 0 || request.port > 65535) return Error(UV_EINVAL, Describe(request));
  return OpenIp(request, sharing);
}

const char* TypeName(AddressType type) {
  switch (type) {
    case AddressType::kTcp4:
      return "4";
    case AddressType::kTcp6:
      return "6";
    case AddressType::kPipe:
      return "-1";
    case AddressType::kUdp4:
      return "udp4";
    case AddressType::kUdp6:
      return "udp6";
  }
  return "?";
}

}  // namespace

bool IsTcp(AddressType type) { return type == AddressType::kTcp4 || type == AddressType::kTcp6; }
bool IsUdp(AddressType type) { return type == AddressType::kUdp4 || type == AddressType::kUdp6; }

std::string KeyOf(const ListenRequest& r) {
  std::string key = r.address.value_or("null") + ":" + std::to_string(r.port) + ":" +
                    TypeName(r.type) + ":" + (r.fd >= 0 ? std::to_string(r.fd) : "undefined");
  if (r.port == 0) key += ":" + std::to_string(r.index);
  return key;
}

Result<SocketName> NameOf(int fd) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (::getsockname(fd, reinterpret_cast<sockaddr*>(&storage), &size) < 0)
    return Error::FromErrno(errno, "getsockname");
  int kind = 0;
  socklen_t kind_size = sizeof kind;
  ::getsockopt(fd, SOL_SOCKET, SO_TYPE, &kind, &kind_size);
  const bool udp = kind == SOCK_DGRAM;
  char text[INET6_ADDRSTRLEN] = "";
  SocketName name;
  if (storage.ss_family == AF_INET) {
    const auto* in = reinterpret_cast<const sockaddr_in*>(&storage);
    ::inet_ntop(AF_INET, &in->sin_addr, text, sizeof text);
    name = {udp ? AddressType::kUdp4 : AddressType::kTcp4, text, ntohs(in->sin_port)};
  } else if (storage.ss_family == AF_INET6) {
    const auto* in = reinterpret_cast<const sockaddr_in6*>(&storage);
    ::inet_ntop(AF_INET6, &in->sin6_addr, text, sizeof text);
    name = {udp ? AddressType::kUdp6 : AddressType::kTcp6, text, ntohs(in->sin6_port)};
  } else if (storage.ss_family == AF_UNIX) {
    const auto* un = reinterpret_cast<const sockaddr_un*>(&storage);
    const size_t length = size - offsetof(sockaddr_un, sun_path);
    name = {AddressType::kPipe, std::string(un->sun_path, ::strnlen(un->sun_path, length)), 0};
  } else {
    return Error(UV_EINVAL, "a socket of an unknown family");
  }
  return name;
}

Result<std::unique_ptr<Listener>> Listener::Open(const ListenRequest& request,
                                                 PortSharing sharing) {
  auto fd = OpenSocket(request, sharing);
  if (!fd.ok()) return std::move(fd).error();
  auto name = NameOf(fd->get());
  if (!name.ok()) return std::move(name).error();
  auto listener = std::unique_ptr<Listener>(new Listener());
  listener->name_ = std::move(name).value();
  if (request.type == AddressType::kPipe && request.fd < 0) {
    // The kernel knows a long path by another name.
    listener->name_.address = *request.address;
    struct stat st;
    if (::lstat(request.address->c_str(), &st) == 0) {
      listener->made_file_ = {*request.address, st.st_dev, st.st_ino};
    }
  }
  listener->fd_ = std::make_shared<const Fd>(std::move(fd).value());
  return listener;
}

Listener::~Listener() {
  struct stat st;
  if (made_file_.path.empty() || ::lstat(made_file_.path.c_str(), &st) < 0) return;
  // Somebody else may have put a socket of his own there.
  if (st.st_dev == made_file_.device && st.st_ino == made_file_.inode)
    ::unlink(made_file_.path.c_str());
}

Result<Fd> Listener::Accept() {
  for (;;) {
    const int fd = ::accept4(fd_->get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (fd >= 0) return Fd(fd);
    // A connection that broke while it waited is not the listener's trouble.
    if (errno != EINTR && errno != ECONNABORTED && errno != EPROTO) break;
  }
  return Error::FromErrno(errno, "accept");
}

}  // namespace drover::cluster
