#include "supervisor/cli/client.h"

#include <poll.h>
#include <unistd.h>

#include "ipc/channel.h"
#include "runtime/base/clock.h"
#include "runtime/base/loop.h"
#include "runtime/base/unix_socket.h"
#include "supervisor/control.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;
using supervisor::v1::Reply;

constexpr int kConnectTries = 1000;
constexpr int kConnectPause = 5;  // ms

// One call over one channel.
class OneCall final : private ipc::Channel::Delegate {
 public:
  OneCall(base::Loop& loop, base::Clock& clock, const CallOptions& options)
      : loop_(loop), options_(options), patience_(clock.MakeTimer([this] {
          End(Error::FromErrno(ETIMEDOUT, "the daemon does not answer"));
        })) {}

  base::Result<Reply> Run(Fd socket, const supervisor::v1::Request& request);

 private:
  void OnMessage(ipc::Channel& channel, ipc::Inbound message) override;
  void OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const Error& error) override {
    End(Error::FromErrno(ECONNRESET, "the daemon has gone"));
  }
  void End(base::Result<Reply> result) {
    if (!result_) result_ = std::make_unique<base::Result<Reply>>(std::move(result));
    loop_.Stop();
  }
  void Wait() {
    if (options_.patience.count() > 0) patience_->Start(options_.patience);
  }
  base::Status WatchForStop(base::UvPtr<uv_poll_t>& poll);

  base::Loop& loop_;
  const CallOptions& options_;
  std::unique_ptr<base::Timer> patience_;
  std::unique_ptr<base::Result<Reply>> result_;
};

void OneCall::OnMessage(ipc::Channel& channel, ipc::Inbound message) {
  if (message.kind != ipc::Kind::kControl || message.reply != 1) return;
  Reply reply;
  const auto bytes = message.payload.view();
  if (!reply.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return End(Error::Message("the daemon's answer makes no sense"));
  if (!message.partial) return End(std::move(reply));
  Wait();
  if (options_.on_part && !options_.on_part(reply)) End(Error::FromErrno(ECANCELED, "ended"));
}

base::Status OneCall::WatchForStop(base::UvPtr<uv_poll_t>& poll) {
  if (options_.stop_signal_fd < 0) return {};
  auto made = base::MakeUv<uv_poll_t>(uv_poll_init, loop_.uv(), this, options_.stop_signal_fd);
  if (!made.ok()) return std::move(made).error();
  poll = std::move(*made);
  uv_poll_start(poll.get(), UV_READABLE, [](uv_poll_t* handle, int, int) {
    if (auto* self = static_cast<OneCall*>(handle->data))
      self->End(Error::FromErrno(EINTR, "interrupted"));
  });
  return {};
}

base::Result<Reply> OneCall::Run(Fd socket, const supervisor::v1::Request& request) {
  ipc::ChannelOptions options;
  options.max_message = kLargestControlMessage;
  auto channel = ipc::Channel::Open(loop_.uv(), std::move(socket), this, options);
  if (!channel.ok()) return std::move(channel).error();
  base::UvPtr<uv_poll_t> poll;
  if (base::Status status = WatchForStop(poll); !status.ok()) return status;
  ipc::Outgoing message;
  message.kind = ipc::Kind::kControl;
  message.call = 1;
  message.payload = ipc::Buffer(request.SerializeAsString());
  if (!(*channel)->Send(std::move(message)).ok()) return Error::FromErrno(EMSGSIZE, "request");
  Wait();
  while (!result_) loop_.Run();
  return std::move(*result_);
}

}  // namespace

base::Result<Reply> Call(Fd socket, supervisor::v1::Request request, const CallOptions& options) {
  request.set_protocol(kControlProtocol);
  base::Loop loop;
  base::LoopClock clock(loop.uv());
  return OneCall(loop, clock, options).Run(std::move(socket), request);
}

namespace {

// A daemon that is busy has a full queue for a moment.
base::Result<Fd> ConnectPatiently(const std::string& path) {
  for (int tries = 0;; ++tries) {
    auto connected = base::ConnectUnix(path);
    if (connected.ok() || connected.error().code() != UV_EAGAIN || tries == kConnectTries)
      return connected;
    ::poll(nullptr, 0, kConnectPause);
  }
}

}  // namespace

base::Result<Fd> ConnectToDaemon(const Home& home, StartDaemon start) {
  auto connected = ConnectPatiently(home.Socket());
  if (connected.ok()) return connected;
  const int why = connected.error().code();
  if (why != UV_ENOENT && why != UV_ECONNREFUSED) return connected;
  const bool died = ::access(home.State().c_str(), F_OK) == 0;
  if (start == StartDaemon::kNever || (start == StartDaemon::kIfItDied && !died))
    return Error::FromErrno(ECONNREFUSED, "no daemon is running");
  if (base::Status status = SpawnDaemon(home); !status.ok()) return status;
  return ConnectPatiently(home.Socket());
}

}  // namespace drover::sup
