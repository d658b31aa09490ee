// The listening sockets of one app in cluster mode: a cluster::Primary, and who of its workers
// hears what it says. The sockets outlive the workers, so a reload or a crash loses no connection.
#pragma once

#include <uv.h>

#include <map>
#include <string>

#include "cluster/primary.h"
#include "runtime/base/clock.h"

namespace drover::sup {

class AppCluster final : private cluster::PrimaryObserver {
 public:
  class Member {
   public:
    virtual void OnListening(const std::string& address) = 0;
    virtual void OnListenFailed(const std::string& why) = 0;
    virtual void OnProtocolError(const std::string& why) = 0;

   protected:
    ~Member() = default;
  };

  AppCluster(uv_loop_t* loop, base::Clock& clock);

  // The member is told until Remove().
  void Add(cluster::WorkerId id, Member& member, ipc::Channel& channel);
  void Remove(cluster::WorkerId id);
  cluster::Primary& primary() { return primary_; }
  bool empty() const { return members_.empty(); }

 private:
  void OnListening(cluster::WorkerId worker, const cluster::ListeningInfo& info) override;
  void OnListenFailed(cluster::WorkerId worker, const cluster::ListenRequest& request,
                      const base::Error& error) override;
  void OnProtocolError(cluster::WorkerId worker, const base::Error& error) override;

  Member* Find(cluster::WorkerId id);

  std::map<cluster::WorkerId, Member*> members_;  // each takes itself out before it dies
  cluster::Primary primary_;
};

}  // namespace drover::sup
