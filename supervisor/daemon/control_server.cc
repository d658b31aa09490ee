#include "supervisor/daemon/control_server.h"

#include <unistd.h>

#include <algorithm>

#include <sys/socket.h>

#include "runtime/base/log.h"
#include "runtime/base/unix_socket.h"
#include "supervisor/control.h"

namespace drover::sup {
namespace {

constexpr int kAcceptsInARow = 32;

}  // namespace

ControlServer::ControlServer(uv_loop_t* loop, base::Clock& clock, Handler& handler)
    : loop_(loop), clock_(clock), handler_(handler), sweep_(clock.MakeTimer([this] {
        std::erase_if(sessions_, [](const auto& session) { return session->ended(); });
      })) {}

base::Status ControlServer::Listen(base::Fd socket) {
  socket_ = std::move(socket);
  auto poll = base::MakeUv<uv_poll_t>(uv_poll_init, loop_, this, socket_.get());
  if (!poll.ok()) return std::move(poll).error();
  poll_ = std::move(*poll);
  const int err = uv_poll_start(poll_.get(), UV_READABLE, [](uv_poll_t* handle, int, int) {
    if (auto* self = static_cast<ControlServer*>(handle->data)) self->OnReadable();
  });
  if (err < 0) return base::Error(err, "watch the control socket");
  return {};
}

void ControlServer::StopListening() {
  poll_.reset();
  socket_.Reset();
}

void ControlServer::OnReadable() {
  for (int i = 0; i < kAcceptsInARow; ++i) {
    base::Fd client(::accept4(socket_.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!client) return;
    Admit(std::move(client));
  }
}

void ControlServer::Admit(base::Fd socket) {
  const auto peer = base::GetPeerCredentials(socket);
  if (!peer.ok() || (peer.value().uid != ::geteuid() && peer.value().uid != 0)) {
    LOG_WARN("control", "a client of another user was refused");
    return;
  }
  const auto living =
      std::count_if(sessions_.begin(), sessions_.end(), [](const auto& s) { return !s->ended(); });
  if (static_cast<size_t>(living) >= kMostSessions) {
    // One that has not said what it wants makes room; clients at work are never thrown out.
    const auto idle = std::find_if(sessions_.begin(), sessions_.end(), [](const auto& s) {
      return !s->ended() && s->waiting_for_request();
    });
    if (idle == sessions_.end()) return;
    (*idle)->End();
  }
  auto session = Session::Open(loop_, clock_, std::move(socket), *this);
  if (session.ok()) sessions_.push_back(std::move(*session));
}

void ControlServer::OnRequest(Session& session, const supervisor::v1::Request& request) {
  handler_.OnRequest(session, request);
}

void ControlServer::OnEnd(Session& session) {
  handler_.OnSessionEnd(session);
  sweep_->Start(std::chrono::milliseconds(0));
}

void ControlServer::SendEvent(const supervisor::v1::Event& event) {
  for (const auto& session : sessions_)
    if (session->subscribed() && !session->ended()) session->SendEvent(event);
}

void ControlServer::EndAll() {
  for (const auto& session : sessions_) session->End();
  sessions_.clear();
  sweep_->Stop();
}

}  // namespace drover::sup
