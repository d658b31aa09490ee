// Accepts clients on the control socket: this user's and root's only, a bounded number at a time.
#pragma once

#include <uv.h>

#include <list>
#include <memory>

#include "runtime/base/clock.h"
#include "runtime/base/fd.h"
#include "runtime/base/uv_ptr.h"
#include "supervisor/daemon/session.h"

namespace drover::sup {

class ControlServer final : private Session::Server {
 public:
  class Handler {
   public:
    virtual void OnRequest(Session& session, const supervisor::v1::Request& request) = 0;
    virtual void OnSessionEnd(Session& session) = 0;

   protected:
    ~Handler() = default;
  };

  // All outlive the server.
  ControlServer(uv_loop_t* loop, base::Clock& clock, Handler& handler);

  base::Status Listen(base::Fd socket);
  void StopListening();
  void SendEvent(const supervisor::v1::Event& event);
  // Writes out what is queued, waiting at most this long for each client, and ends all sessions.
  void EndAll();

 private:
  void OnReadable();
  void Admit(base::Fd socket);
  void OnRequest(Session& session, const supervisor::v1::Request& request) override;
  void OnEnd(Session& session) override;

  uv_loop_t* loop_;
  base::Clock& clock_;
  Handler& handler_;
  base::Fd socket_;
  base::UvPtr<uv_poll_t> poll_;
  std::list<std::unique_ptr<Session>> sessions_;  // oldest first
  std::unique_ptr<base::Timer> sweep_;            // destroys ended sessions from the loop
};

}  // namespace drover::sup
