// ServedListener: one address that workers serve, under one of the policies that primary.h
// describes.
#pragma once

#include <uv.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cluster/hand_off.h"
#include "cluster/listener.h"
#include "cluster/primary.h"
#include "runtime/base/clock.h"
#include "runtime/base/uv_ptr.h"

namespace drover::cluster {

class ServedListener {
 public:
  // Sends connections to a worker. False: it could not; they count as refused.
  class Sender {
   public:
    virtual uint64_t NewConnectionId() = 0;
    virtual bool SendConnections(WorkerId worker, uint32_t listener,
                                 const std::vector<HandOff::Assignment>& connections) = 0;

   protected:
    ~Sender() = default;
  };

  // loop, clock and sender outlive it.
  static base::Result<std::unique_ptr<ServedListener>> Open(uv_loop_t* loop, base::Clock& clock,
                                                            Sender& sender, uint32_t id,
                                                            const ListenRequest& request,
                                                            const PrimaryOptions& options);
  ~ServedListener();
  ServedListener(const ServedListener&) = delete;
  ServedListener& operator=(const ServedListener&) = delete;

  // A socket to listen on, or null: connections are handed over. Fails where the worker's own
  // socket cannot be made; it has not been added then.
  base::Result<ipc::SharedFd> AddWorker(WorkerId worker);
  bool has(WorkerId worker) const { return users_.contains(worker); }
  // Gives it nothing more from now on; what it has not answered for stays with it.
  void StopWorker(WorkerId worker);
  // It uses the listener no more but lives: as StopWorker, and has() is false.
  void ReleaseWorker(WorkerId worker);
  // It is gone.
  void RemoveWorker(WorkerId worker);
  bool used() const { return !users_.empty(); }

  bool Taken(WorkerId worker, uint64_t connection);
  bool Refused(WorkerId worker, uint64_t connection);
  // Gives waiting connections to free workers. To be called after a round of changes.
  void Distribute();

  uint32_t id() const { return id_; }
  const SocketName& name() const { return slots_.front()->listener->name(); }
  const std::string& data() const { return request_.data; }
  ListenerInfo info() const;

 private:
  enum class Mode { kAccept, kShare, kSlots };
  struct Slot {
    ServedListener* owner;
    std::unique_ptr<Listener> listener;
    std::optional<WorkerId> holder;
    base::UvPtr<uv_poll_t> poll;
    bool accepting = false;
  };

  ServedListener(uv_loop_t* loop, base::Clock& clock, Sender& sender, uint32_t id,
                 ListenRequest request, const PrimaryOptions& options);
  static Mode ModeOf(const ListenRequest& request, Policy policy);
  static void OnReadable(uv_poll_t* handle, int status, int events);

  base::Status AddSlot();
  base::Result<Slot*> TakeSlot(WorkerId worker);
  void LeaveSlot(WorkerId worker);
  void Steer();
  void UpdateAccepting();
  void AcceptBurst(Slot& slot);
  void SendBatches();

  uv_loop_t* loop_;
  Sender& sender_;
  uint32_t id_;
  ListenRequest request_;
  PrimaryOptions options_;
  Mode mode_;
  HandOff hand_off_;
  std::set<WorkerId> users_;
  std::vector<std::unique_ptr<Slot>> slots_;
  std::unique_ptr<base::Timer> refused_timer_;  // all have refused
  std::unique_ptr<base::Timer> short_timer_;    // no free descriptor to accept with
  bool short_ = false;
  uint64_t accepted_ = 0;
};

}  // namespace drover::cluster
