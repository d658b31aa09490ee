#include "supervisor/logs/log_link.h"

#include <cstring>

#include <sys/socket.h>

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;

constexpr size_t kLargestMessage = 64 << 10;
constexpr size_t kMostFds = 2;

}  // namespace

base::Status SendLogMessage(int socket, const LogMessage& message, const std::vector<int>& fds) {
  CHECK(fds.size() <= kMostFds);
  std::string bytes = message.SerializeAsString();
  iovec part{bytes.data(), bytes.size()};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * kMostFds)] = {};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  if (!fds.empty()) {
    header.msg_control = control;
    header.msg_controllen = CMSG_SPACE(sizeof(int) * fds.size());
    cmsghdr* item = CMSG_FIRSTHDR(&header);
    item->cmsg_level = SOL_SOCKET;
    item->cmsg_type = SCM_RIGHTS;
    item->cmsg_len = CMSG_LEN(sizeof(int) * fds.size());
    std::memcpy(CMSG_DATA(item), fds.data(), sizeof(int) * fds.size());
  }
  ssize_t sent;
  do {
    sent = ::sendmsg(socket, &header, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  if (sent < 0) return Error::FromErrno(errno, "send to the log process");
  return {};
}

base::Result<std::optional<ReceivedLogMessage>> ReceiveLogMessage(int socket) {
  std::string bytes(kLargestMessage, '\0');
  iovec part{bytes.data(), bytes.size()};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * kMostFds)];
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control;
  header.msg_controllen = sizeof control;
  ssize_t got;
  do {
    got = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return Error::FromErrno(errno, "receive");
  if (got == 0) return std::optional<ReceivedLogMessage>();
  ReceivedLogMessage received;
  for (cmsghdr* item = CMSG_FIRSTHDR(&header); item; item = CMSG_NXTHDR(&header, item)) {
    if (item->cmsg_level != SOL_SOCKET || item->cmsg_type != SCM_RIGHTS) continue;
    const size_t count = (item->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t i = 0; i < count; ++i) {
      int fd;
      std::memcpy(&fd, CMSG_DATA(item) + i * sizeof(int), sizeof fd);
      received.fds.emplace_back(fd);
    }
  }
  if ((header.msg_flags & MSG_TRUNC) ||
      !received.message.ParseFromArray(bytes.data(), static_cast<int>(got)))
    return Error::FromErrno(EPROTO, "log message");
  return std::optional<ReceivedLogMessage>(std::move(received));
}

}  // namespace drover::sup
