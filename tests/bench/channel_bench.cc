// Measures the channel between two processes, without JavaScript. Prints one line for each figure.
//
//   channel_bench [seconds for each figure]
#include <cstdio>
#include <cstdlib>

#include <sys/wait.h>

#include "ipc/channel.h"
#include "runtime/base/check.h"
#include "runtime/base/limits.h"
#include "runtime/base/loop.h"
#include "runtime/base/unix_socket.h"

namespace {

using namespace drover;
using Clock = std::chrono::steady_clock;

ipc::Outgoing Message(std::string payload) {
  ipc::Outgoing m;
  m.lane = ipc::Lane::kUser;
  m.kind = ipc::Kind::kUserJson;
  m.payload = ipc::Buffer(std::move(payload));
  return m;
}

// The other process: sends everything back, descriptors included.
class Echo final : public ipc::Channel::Delegate {
 public:
  void OnMessage(ipc::Channel& channel, ipc::Inbound in) override {
    ipc::Outgoing out = Message({});
    out.payload = std::move(in.payload).Own();
    for (base::Fd& fd : in.fds) out.fds.push_back(ipc::Share(std::move(fd)));
    CHECK(channel.Send(std::move(out)).ok());
  }
  void OnClosed(ipc::Channel&, ipc::CloseReason, const base::Error&) override {}
};

class Bench final : public ipc::Channel::Delegate {
 public:
  Bench(base::Loop& loop, base::Fd socket, double seconds) : loop_(loop), seconds_(seconds) {
    auto opened = ipc::Channel::Open(loop.uv(), std::move(socket), this);
    CHECK(opened.ok());
    channel_ = std::move(opened).value();
  }

  // Keeps `window` messages of `size` bytes, each with `fds` descriptors, under way.
  void Run(const char* name, size_t size, int window, int fds) {
    size_ = size;
    fds_ = fds;
    received_ = 0;
    running_ = true;
    const ipc::ChannelStats before = channel_->stats();
    const auto begin = Clock::now();
    end_ = begin +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds_));
    outstanding_ = 0;
    for (int i = 0; i < window; ++i) SendOne();
    loop_.RunUntil([this] { return outstanding_ == 0; }, std::chrono::seconds(60));
    const double took = std::chrono::duration<double>(Clock::now() - begin).count();
    const ipc::ChannelStats& now = channel_->stats();
    const auto calls = static_cast<double>(now.sendmsg_calls - before.sendmsg_calls +
                                           now.recvmsg_calls - before.recvmsg_calls);
    const auto count = static_cast<double>(received_);
    std::printf("%-28s %9.0f messages/s  %8.1f us each  %7.1f MiB/s  %.3f system calls a message\n",
                name, count / took, 1e6 * took / count,
                count * static_cast<double>(size) / took / (1 << 20), calls / count);
  }

  void OnMessage(ipc::Channel&, ipc::Inbound in) override {
    ++received_;
    --outstanding_;
    CHECK(in.payload.size() == size_ && in.fds.size() == static_cast<size_t>(fds_));
    // Asking for the time costs more than a message.
    if ((received_ & 15) == 0 || size_ > 4096) running_ = running_ && Clock::now() < end_;
    if (running_) SendOne();
  }
  void OnClosed(ipc::Channel&, ipc::CloseReason, const base::Error& error) override {
    std::fprintf(stderr, "closed: %s\n", error.ToString().c_str());
    std::exit(1);
  }

 private:
  void SendOne() {
    ipc::Outgoing m = Message(std::string(size_, 'x'));
    for (int i = 0; i < fds_; ++i) m.fds.push_back(null_);
    CHECK(channel_->Send(std::move(m)).ok());
    ++outstanding_;
  }

  base::Loop& loop_;
  double seconds_;
  std::unique_ptr<ipc::Channel> channel_;
  ipc::SharedFd null_ = ipc::Share(base::Fd(STDERR_FILENO).Duplicate());
  size_t size_ = 0;
  int fds_ = 0;
  int outstanding_ = 0;
  uint64_t received_ = 0;
  bool running_ = false;
  Clock::time_point end_;
};

int RunEcho(base::Fd socket) {
  base::Loop loop;
  Echo echo;
  auto channel = ipc::Channel::Open(loop.uv(), std::move(socket), &echo);
  CHECK(channel.ok());
  loop.Run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 1.0;
  base::RaiseOpenFilesLimit();
  auto pair = base::MakeSocketPair();
  CHECK(pair.ok());
  const pid_t child = ::fork();
  if (child == 0) {
    pair->first.Reset();
    return RunEcho(std::move(pair->second));
  }
  pair->second.Reset();
  {
    base::Loop loop;
    Bench bench(loop, std::move(pair->first), seconds);
    bench.Run("round trip, 20 bytes", 20, 1, 0);
    bench.Run("pipelined echo, 20 bytes", 20, 1000, 0);
    bench.Run("pipelined echo, 1 KiB", 1024, 1000, 0);
    bench.Run("echo of 64 KiB", 65536, 16, 0);
    bench.Run("echo of 1 MiB", 1 << 20, 4, 0);
    bench.Run("echo of 64 MiB", 64 << 20, 1, 0);
    bench.Run("echo of a descriptor", 20, 200, 1);
  }
  ::waitpid(child, nullptr, 0);
  return 0;
}
