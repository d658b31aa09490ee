// Calls: requests that wait for their reply, over one channel.
//
// The asker sends an Outgoing with `call`; the answerer sends one or more Outgoing with `reply` set
// to that number, all but the last one `partial`. Every call ends exactly once: with its last
// reply, with UV_ETIMEDOUT, or with the error that FailAll gives.
//
//   void OnMessage(Channel&, Inbound m) { if (calls_.HandleReply(m)) return; ... }
//   void OnClosed(Channel&, CloseReason, const Error& e) { calls_.FailAll(e); ... }
//   // the answering side:
//   channel.Send({.kind = Kind::kControl, .reply = request.call, .payload = Buffer(bytes)});
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

#include "ipc/channel.h"
#include "runtime/base/clock.h"

namespace drover::ipc {

class Calls {
 public:
  // What it refers to in Inbound is valid during the call.
  using Done = std::function<void(base::Result<Inbound>)>;
  using Progress = std::function<void(Inbound)>;

  // Both outlive the Calls.
  Calls(Channel& channel, base::Clock& clock) : channel_(channel), clock_(clock) {}
  // Drops what is pending without calling back.
  ~Calls() = default;
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;

  // Sends the request and returns its number. Error: it was not taken (UV_EPIPE, UV_ENOBUFS where
  // the queue is full, UV_EMSGSIZE) and `done` will not be called. `done` is never called from
  // within. `progress` gets partial replies; each starts the time anew.
  base::Result<uint64_t> Start(Outgoing request, std::chrono::milliseconds deadline, Done done,
                               Progress progress = nullptr);
  // Forgets a call; its replies are dropped.
  void Cancel(uint64_t call) { pending_.erase(call); }

  // True where the message is a reply, which is thereby dealt with (a late one is dropped).
  bool HandleReply(Inbound& message);
  // The channel is gone: ends every call with this error.
  void FailAll(const base::Error& error);

  size_t pending() const { return pending_.size(); }

 private:
  struct Pending {
    Done done;
    Progress progress;
    std::chrono::milliseconds deadline;
    std::unique_ptr<base::Timer> timer;
  };

  void Expire(uint64_t call);

  Channel& channel_;
  base::Clock& clock_;
  uint64_t last_ = 0;
  std::map<uint64_t, Pending> pending_;
};

}  // namespace drover::ipc
