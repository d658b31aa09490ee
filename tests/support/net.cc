#include "tests/support/net.h"

#include <fcntl.h>
#include <uv.h>

#include <cerrno>

#include <netinet/in.h>
#include <sys/socket.h>

#include "runtime/base/check.h"
#include "runtime/base/unix_socket.h"

namespace drover::test {

base::Fd ConnectTo(const cluster::SocketName& name) {
  if (name.type == cluster::AddressType::kPipe) {
    auto fd = base::ConnectUnix(name.address);
    return fd.ok() ? std::move(fd).value() : base::Fd();
  }
  base::Fd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in to{};
  const bool any = name.address == "::" || name.address == "0.0.0.0";
  uv_ip4_addr(any ? "127.0.0.1" : name.address.c_str(), name.port, &to);
  if (::connect(fd.get(), reinterpret_cast<sockaddr*>(&to), sizeof to) < 0) return base::Fd();
  ::fcntl(fd.get(), F_SETFL, O_NONBLOCK);
  return fd;
}

std::string ReadNow(const base::Fd& fd) {
  char buffer[4096];
  const ssize_t n = ::read(fd.get(), buffer, sizeof buffer);
  if (n > 0) return {buffer, static_cast<size_t>(n)};
  if (n == 0) return "<end>";
  if (errno == EAGAIN) return "";
  return std::string("<") + uv_err_name(uv_translate_sys_error(errno)) + ">";
}

void WriteAll(const base::Fd& fd, const std::string& bytes) {
  CHECK(::write(fd.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
}

}  // namespace drover::test
