#include "tests/support/channel_pair.h"

#include <sys/mman.h>
#include <sys/socket.h>

#include "runtime/base/check.h"
#include "runtime/base/unix_socket.h"

namespace drover::test {

void Recorder::OnMessage(ipc::Channel& channel, ipc::Inbound m) {
  order += m.payload.size() != 0 ? m.payload.view()[0] : '-';
  messages.push_back({m.lane, m.kind, m.call, m.reply, m.partial, std::string(m.head),
                      std::string(m.payload.view()), std::move(m.fds), m.fds_lost});
  if (on_message) on_message(channel, messages.back());
}

void Recorder::OnClosed(ipc::Channel&, ipc::CloseReason why, const base::Error& what) {
  ++closed;
  reason = why;
  error = what.ToString();
  if (on_closed) on_closed();
}

void ChannelTest::Connect(ipc::ChannelOptions options, int send_buffer) {
  auto pair = base::MakeSocketPair();
  CHECK(pair.ok());
  if (send_buffer != 0) {
    for (const base::Fd* fd : {&pair->first, &pair->second})
      ::setsockopt(fd->get(), SOL_SOCKET, SO_SNDBUF, &send_buffer, sizeof send_buffer);
  }
  auto first = ipc::Channel::Open(uv(), std::move(pair->first), &to_a, options);
  auto second = ipc::Channel::Open(uv(), std::move(pair->second), &to_b, options);
  CHECK(first.ok() && second.ok());
  a = std::move(first).value();
  b = std::move(second).value();
}

base::Fd ChannelTest::ConnectBare(ipc::ChannelOptions options) {
  auto pair = base::MakeSocketPair();
  CHECK(pair.ok());
  auto first = ipc::Channel::Open(uv(), std::move(pair->first), &to_a, options);
  CHECK(first.ok());
  a = std::move(first).value();
  return std::move(pair->second);
}

ipc::Outgoing ChannelTest::Text(std::string text, ipc::Lane lane) {
  ipc::Outgoing out;
  out.lane = lane;
  out.kind = ipc::Kind::kUserJson;
  out.payload = ipc::Buffer(std::move(text));
  return out;
}

ipc::Outgoing ChannelTest::WithFds(std::string text, size_t fds, ipc::Lane lane) {
  static uint64_t mark = 0;
  ipc::Outgoing out = Text(std::move(text), lane);
  for (size_t i = 0; i < fds; ++i) out.fds.push_back(ipc::Share(MarkedFd(++mark)));
  return out;
}

base::Fd MarkedFd(uint64_t mark) {
  base::Fd fd(::memfd_create("mark", MFD_CLOEXEC));
  CHECK(::write(fd.get(), &mark, sizeof mark) == sizeof mark);
  return fd;
}

uint64_t MarkOf(const base::Fd& fd) {
  uint64_t mark = 0;
  return ::pread(fd.get(), &mark, sizeof mark, 0) == sizeof mark ? mark : 0;
}

}  // namespace drover::test
