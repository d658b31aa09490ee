// Makes the real processes of workers: pipes to the log process, a channel where the program speaks
// it, a place in the app's cluster, and an end that includes all that the process left behind.
#pragma once

#include <uv.h>

#include <map>
#include <memory>
#include <string>

#include "runtime/base/clock.h"
#include "supervisor/daemon/app_cluster.h"
#include "supervisor/daemon/log_keeper.h"
#include "supervisor/daemon/worker_process.h"
#include "supervisor/home.h"

namespace drover::sup {

class RealProcess;

class ProcessLauncher final : public Launcher {
 public:
  // All outlive the launcher.
  ProcessLauncher(uv_loop_t* loop, base::Clock& clock, const Home& home, LogKeeper& logs);
  ~ProcessLauncher() override;

  base::Result<std::unique_ptr<WorkerProcess>> Launch(const LaunchRequest& request,
                                                      WorkerProcess::Observer& observer) override;
  // Closes the app's listening sockets. No worker of it has a process.
  void CloseCluster(uint32_t app_id) { clusters_.erase(app_id); }
  // Whether a child of that pid is waited for by its owner.
  bool Owns(pid_t pid) const { return pids_.count(pid) > 0; }

  // The entry of the environment by which a process of this daemon's apps is known:
  // "DROVER_INSTANCE=HOME|APP|SLOT|SERIAL".
  std::string Marker(const LaunchRequest& request) const;
  static std::string MarkerPrefix(const Home& home);

 private:
  friend class RealProcess;

  uv_loop_t* loop_;
  base::Clock& clock_;
  const Home& home_;
  LogKeeper& logs_;
  std::map<uint32_t, std::unique_ptr<AppCluster>> clusters_;
  std::map<pid_t, RealProcess*> pids_;  // each takes itself out before it dies
};

}  // namespace drover::sup
