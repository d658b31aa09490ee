// Processes that exist in the test's mind only.
#pragma once

#include <signal.h>

#include <vector>

#include "supervisor/daemon/worker_process.h"

namespace drover::sup {

class FakeProcess;

class FakeLauncher final : public Launcher {
 public:
  base::Result<std::unique_ptr<WorkerProcess>> Launch(const LaunchRequest& request,
                                                      WorkerProcess::Observer& observer) override;

  std::vector<FakeProcess*> living;  // oldest first
  int launched = 0;
  base::Status next_error;  // of the launches to come
  bool can_drain = true;
};

class FakeProcess final : public WorkerProcess {
 public:
  FakeProcess(FakeLauncher& launcher, const LaunchRequest& request, Observer& observer, pid_t pid)
      : observer(observer),
        slot(request.slot),
        script(request.spec->script()),
        launcher_(launcher),
        pid_(pid) {
    launcher_.living.push_back(this);
  }
  ~FakeProcess() override { std::erase(launcher_.living, this); }

  pid_t pid() const override { return pid_; }
  uint64_t start_ticks() const override { return static_cast<uint64_t>(pid_); }
  void Signal(int signal) override { signals.push_back(signal); }
  bool Drain(std::chrono::milliseconds, std::chrono::milliseconds) override {
    drained = launcher_.can_drain;
    return drained;
  }
  // Destroys this.
  void End(int code, int signal = 0, std::vector<std::string> lines = {}) {
    observer.OnEnd({code, signal, std::move(lines)});
  }

  Observer& observer;
  uint32_t slot;
  std::string script;
  std::vector<int> signals;
  bool drained = false;

 private:
  FakeLauncher& launcher_;
  pid_t pid_;
};

inline base::Result<std::unique_ptr<WorkerProcess>> FakeLauncher::Launch(
    const LaunchRequest& request, WorkerProcess::Observer& observer) {
  if (!next_error.ok()) return next_error;
  ++launched;
  return std::unique_ptr<WorkerProcess>(
      std::make_unique<FakeProcess>(*this, request, observer, 1000 + launched));
}

inline AppSpec MakeSpec(supervisor::v1::ExecMode mode, unsigned instances) {
  AppSpec spec;
  spec.set_name("web");
  spec.set_script("/srv/web.js");
  spec.set_cwd("/");
  spec.set_exec_mode(mode);
  spec.set_instances(instances);
  spec.set_autorestart(true);
  spec.set_max_restarts(16);
  spec.set_min_uptime_ms(1000);
  spec.set_restart_delay_ms(100);
  spec.set_kill_timeout_ms(10'000);
  spec.set_listen_timeout_ms(10'000);
  spec.set_stop_signal(SIGTERM);
  spec.set_drain_timeout_ms(30'000);
  spec.set_drain_quiet_ms(5'000);
  return spec;
}

}  // namespace drover::sup
