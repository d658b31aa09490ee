// Two channels that talk to each other in one process, and what each has received.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ipc/channel.h"
#include "tests/support/loop_test.h"

namespace drover::test {

// A delegate that keeps everything.
class Recorder final : public ipc::Channel::Delegate {
 public:
  struct Message {
    ipc::Lane lane;
    ipc::Kind kind;
    uint64_t call;
    uint64_t reply;
    bool partial;
    std::string head;
    std::string payload;
    std::vector<base::Fd> fds;
    bool fds_lost;
  };
  void OnMessage(ipc::Channel& channel, ipc::Inbound message) override;
  void OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const base::Error& error) override;

  // Called for each message after it was recorded; may do anything.
  std::function<void(ipc::Channel&, const Message&)> on_message;
  std::function<void()> on_closed;

  std::vector<Message> messages;
  std::string order;  // first byte of every payload
  int closed = 0;
  ipc::CloseReason reason{};
  std::string error;
};

class ChannelTest : public LoopTest {
 protected:
  // Connects a and b. Small buffers of the kernel make partial writes.
  void Connect(ipc::ChannelOptions options = {}, int send_buffer = 0);
  // Only a; the other end is a bare socket.
  base::Fd ConnectBare(ipc::ChannelOptions options = {});

  static ipc::Outgoing Text(std::string text, ipc::Lane lane = ipc::Lane::kUser);
  static ipc::Outgoing WithFds(std::string text, size_t fds, ipc::Lane lane = ipc::Lane::kUser);

  // After the channels, which use them.
  Recorder to_a, to_b;
  std::unique_ptr<ipc::Channel> a, b;
};

// The number that identifies the open file behind a descriptor made by MarkedFd.
base::Fd MarkedFd(uint64_t mark);
uint64_t MarkOf(const base::Fd& fd);

}  // namespace drover::test
