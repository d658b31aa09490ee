// Primary: the parent's end of a cluster, without JavaScript. It is the same for a script that uses
// the cluster module and for an app of the daemon.
//
// It does not own processes or channels. Whoever spawned a worker opens its channel, is the
// channel's delegate, and passes on what concerns the cluster:
//
//   primary.AddWorker(id, *channel);
//   void OnMessage(Channel&, Inbound m) { if (primary.HandleMessage(id, m)) return; ...user
//   message... } void OnClosed(Channel&, ...)        { primary.ChannelClosed(id); ... } on exit of
//   the process              { primary.WorkerExited(id); }   // forgets the id
//
// Policies
// - kRoundRobin (Node's SCHED_RR): the primary accepts; a connection goes to the worker that has
// been
//   free for longest; a worker has at most `hand_offs_per_worker` that it has not answered.
// - kShared (Node's SCHED_NONE; always for UDP): workers get the socket itself.
// - kKernel: every worker gets a socket of its own at the same address (SO_REUSEPORT); the kernel
//   divides. Each socket is a *slot*. The primary holds every slot's socket too, so nothing that is
//   queued in it is lost when its worker goes. A slot without a worker is *orphaned*: the kernel is
//   told to steer new connections away from it (a reuseport program), and the primary accepts what
//   is in it or still arrives and hands it over, round-robin. A new worker takes an orphaned slot,
//   if there is one, before a new one is made. Slots close only with the listener, because closing
//   one would reset what is on its way into it. While no worker is left, connections wait in the
//   kernel. UNIX paths and UDP have no reuseport groups here: they are shared.
//
// Hand-off: the primary keeps its copy of an accepted connection in a ledger until the worker has
// answered. Refused: the next worker is asked. The worker dies or leaves first: another one gets
// it. Nothing that was accepted is lost while there is a worker. Where all refuse, they are asked
// again after kRefusedByAllDelay. `max_pending` connections may wait for a worker; beyond, the
// primary stops accepting and the kernel's backlog holds the rest.
#pragma once

#include <uv.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/listener.h"
#include "cluster/worker_state.h"
#include "ipc/channel.h"
#include "runtime/base/clock.h"
#include "runtime/base/result.h"

namespace drover::cluster {

using WorkerId = uint32_t;

enum class Policy { kRoundRobin, kShared, kKernel };
enum class ListenerLife {
  kWithLastWorker,  // Node: a listener closes when the last worker that used it has gone
  kUntilClosed,     // the daemon: until CloseListeners() or CloseUnusedListeners()
};

struct PrimaryOptions {
  Policy policy = Policy::kRoundRobin;
  ListenerLife life = ListenerLife::kWithLastWorker;
  size_t max_pending = 1024;        // for each listener
  size_t hand_offs_per_worker = 1;  // unanswered ones, for each listener
  // Whether workers may ask for a descriptor of this process (listen({fd})). Else they get EBADF.
  bool allow_fd = true;
  // A socket file at which nobody listens gives way. Off: EADDRINUSE, as in Node.
  bool replace_dead_sockets = false;
};

inline constexpr std::chrono::milliseconds kRefusedByAllDelay{20};

// What the worker's program says about a server that has begun to listen.
struct ListeningInfo {
  uint32_t listener = 0;
  AddressType type = AddressType::kTcp4;
  std::optional<std::string> address;  // as the program gave it
  int port = 0;                        // -1 for pipes
  std::optional<int> fd;
};

struct ListenerInfo {
  uint32_t id = 0;
  std::string key;
  SocketName name;
  size_t workers = 0;
  size_t pending = 0;     // accepted, waiting for a worker
  size_t in_hand = 0;     // handed to a worker that has not answered
  uint64_t accepted = 0;  // by the primary, ever
};

// Told from the loop. Calls back into the Primary are allowed, its destruction is not.
class PrimaryObserver {
 public:
  virtual void OnOnline(WorkerId worker) {}
  virtual void OnListening(WorkerId worker, const ListeningInfo& info) {}
  // The worker asked for an address that could not be had.
  virtual void OnListenFailed(WorkerId worker, const ListenRequest& request,
                              const base::Error& error) {}
  // A worker has given a listener up.
  virtual void OnListenerReleased(WorkerId worker, const std::string& key) {}
  // The worker leaves by its own wish (exitedAfterDisconnect); it has been told that we know.
  virtual void OnLeaving(WorkerId worker) {}
  // It has finished its connections; `cut`: so many were ended by the deadline.
  virtual void OnDrained(WorkerId worker, uint32_t cut) {}
  virtual void OnState(WorkerId worker, WorkerState from, WorkerState to) {}
  // The worker broke the protocol: close its channel.
  virtual void OnProtocolError(WorkerId worker, const base::Error& error) = 0;

 protected:
  ~PrimaryObserver() = default;
};

class Primary {
 public:
  // All outlive the Primary.
  Primary(uv_loop_t* loop, base::Clock& clock, PrimaryObserver& observer, PrimaryOptions options);
  // Closes every listener and every connection that no worker has taken.
  ~Primary();
  Primary(const Primary&) = delete;
  Primary& operator=(const Primary&) = delete;

  // The channel outlives its membership, which ends with ChannelClosed or WorkerExited. The id must
  // be new.
  void AddWorker(WorkerId worker, ipc::Channel& channel);
  // True: the message belonged to the cluster and has been dealt with.
  bool HandleMessage(WorkerId worker, ipc::Inbound& message);
  void ChannelClosed(WorkerId worker);
  // The process is gone: state dead, and its membership ends with all that ChannelClosed means; the
  // id is forgotten. Where both events are due, the channel's is to be read first, as the loop
  // does: a worker's last word may be that it took a connection.
  void WorkerExited(WorkerId worker);

  // Asks the worker to close its servers, wait for their connections and disconnect. It gets no new
  // connections from now on, and its listeners are released at once.
  void Disconnect(WorkerId worker);
  // Asks the worker to finish what it has; OnDrained tells the end. It gets no new connections from
  // now on. The caller keeps the time: a worker that does not answer must be stopped by it.
  void Drain(WorkerId worker, std::chrono::milliseconds quiet, std::chrono::milliseconds deadline);

  // Each of these closes sockets; connections waiting in them are reset.
  void CloseListeners();
  void CloseUnusedListeners();  // those that no worker uses

  std::optional<WorkerState> state(WorkerId worker) const;
  std::vector<ListenerInfo> listeners() const;
  size_t workers() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace drover::cluster
