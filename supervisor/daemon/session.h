// One client of the control socket: its request, and the replies to it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ipc/channel.h"
#include "proto/control.pb.h"
#include "runtime/base/clock.h"
#include "supervisor/daemon/operation.h"

namespace drover::sup {

class Session final : public Operation::Client, private ipc::Channel::Delegate {
 public:
  class Server {
   public:
    // Called once for each session, from the loop.
    virtual void OnRequest(Session& session, const supervisor::v1::Request& request) = 0;
    // The client is gone or was thrown out. The session is destroyed later, by its server.
    virtual void OnEnd(Session& session) = 0;

   protected:
    ~Server() = default;
  };

  // server, loop and clock outlive the session.
  static base::Result<std::unique_ptr<Session>> Open(uv_loop_t* loop, base::Clock& clock,
                                                     base::Fd socket, Server& server);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // A request on several apps ends when `operations` results are there.
  void Expect(size_t operations) { expected_ = operations; }
  void OnProgress(const supervisor::v1::Progress& progress) override;
  void OnResult(const AppResult& result) override;

  void Finish(supervisor::v1::Reply reply);
  void Finish(Outcome outcome, std::string message);

  void Subscribe() { subscribed_ = true; }
  bool subscribed() const { return subscribed_; }
  void SendEvent(supervisor::v1::Event event);

  bool waiting_for_request() const { return call_ == 0; }
  bool ended() const { return ended_; }
  void End();

 private:
  Session(base::Clock& clock, Server& server);
  void OnMessage(ipc::Channel& channel, ipc::Inbound message) override;
  void OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const base::Error& error) override;
  bool SendPart(const supervisor::v1::Reply& reply);

  Server& server_;
  std::unique_ptr<ipc::Channel> channel_;
  std::unique_ptr<base::Timer> patience_;
  uint64_t call_ = 0;  // 0: no request yet
  size_t expected_ = 0;
  supervisor::v1::Result result_;
  bool subscribed_ = false;
  bool ended_ = false;
  uint64_t dropped_ = 0;
};

// The outcome of several: all alike, or partly done.
Outcome Combine(const google::protobuf::RepeatedPtrField<AppResult>& results);

}  // namespace drover::sup
