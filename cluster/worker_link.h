// WorkerLink: the worker's end of a cluster, without JavaScript.
//
// It does not own the channel. The channel's delegate passes on what concerns the cluster:
//
//   void OnMessage(Channel&, Inbound m) { if (link.HandleMessage(m)) return; ...user message... }
//   void OnClosed(Channel&, ...)        { link.ChannelClosed(error); ... }
//
// A worker of a script and a worker of the daemon are the same here.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "cluster/listener.h"
#include "ipc/calls.h"
#include "ipc/channel.h"
#include "runtime/base/clock.h"

namespace drover::cluster {

struct ListenReply {
  int error = 0;    // a negative uv code where the address could not be had; the rest is then empty
  std::string key;  // names it in CloseListener and OnConnection
  uint32_t listener = 0;  // names it in Listening
  base::Fd
      socket;  // shared and kernel policy: listen on it. Else invalid: connections are handed over
  SocketName name;   // where it is bound, real port
  std::string data;  // of the first worker that asked
};

class WorkerLink {
 public:
  // Called from the loop; everything may be called from within, the destructor included.
  class Delegate {
   public:
    // A connection for the listener `key`. kTaken: it is ours, and the delegate has moved it out of
    // `connection`. kRefused: another worker gets it. Connections may come for a listener whose
    // reply carried a socket, too.
    virtual Verdict OnConnection(const std::string& key, base::Fd& connection) = 0;
    // Close the servers, wait for their connections, then close the channel.
    virtual void OnDisconnect() = 0;
    // Finish what there is, then say Drained(). No new connections come by hand-over, but a shared
    // socket must be left alone by the delegate.
    virtual void OnDrain(std::chrono::milliseconds quiet, std::chrono::milliseconds deadline) = 0;
    // The primary broke the protocol: close the channel.
    virtual void OnProtocolError(const base::Error& error) = 0;

   protected:
    ~Delegate() = default;
  };

  // An error only where the channel is gone; a failed bind is in ListenReply::error.
  using Listened = std::function<void(base::Result<ListenReply>)>;

  // All outlive the link.
  WorkerLink(ipc::Channel& channel, base::Clock& clock, Delegate& delegate);
  ~WorkerLink();
  WorkerLink(const WorkerLink&) = delete;
  WorkerLink& operator=(const WorkerLink&) = delete;

  // First of all, before the program runs.
  void Online();
  // request.index is chosen here. Fails at once (false, nothing called) where the channel is
  // closed.
  bool Listen(ListenRequest request, Listened done);
  // The program's server listens; `request` as it was asked for.
  void Listening(uint32_t listener, const ListenRequest& request, int real_port);
  void CloseListener(const std::string& key);
  // We leave by our own wish; `known` is called when the primary has noted it, or the channel is
  // gone.
  bool Leave(std::function<void()> known);
  void Drained(uint32_t cut);

  bool HandleMessage(ipc::Inbound& message);
  void ChannelClosed(const base::Error& error);

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;  // shared with the callback that is running
};

}  // namespace drover::cluster
