// A worker: one place of an app, with the process that fills it, the waiting for its readiness and
// its end, and the memory of earlier ends. The states and their order are process_state.h's.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "runtime/base/clock.h"
#include "supervisor/daemon/process_state.h"
#include "supervisor/daemon/restart_policy.h"
#include "supervisor/daemon/worker_process.h"

namespace drover::sup {

// A cluster worker that has not begun to listen after this time, of an app that never listened, has
// nothing to listen on.
inline constexpr Millis kListenPatience{3000};
// A fork-mode process that lived this long has started.
inline constexpr Millis kStartPatience{500};
// What remains of the drain deadline of a worker that does not end by itself.
inline constexpr Millis kDrainGrace{500};

class Worker final : private WorkerProcess::Observer {
 public:
  // What happened, for the app. `what` is one word of docs/supervisor.md's list of events.
  class Owner {
   public:
    virtual void OnWorkerEvent(Worker& worker, std::string_view what,
                               const std::string& detail) = 0;
    // After every change of state, and once more when the process is gone.
    virtual void OnWorkerChanged(Worker& worker) = 0;
    virtual uint64_t NextSerial() = 0;
    // Whether a new worker of this app must listen to be ready: one before it did.
    virtual bool ExpectsListening() const = 0;

   protected:
    ~Owner() = default;
  };

  // owner, launcher and clock outlive the worker.
  Worker(Owner& owner, Launcher& launcher, base::Clock& clock, std::shared_ptr<const AppSpec> spec,
         uint32_t app_id, uint32_t slot);
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void Start();  // the user's wish: earlier ends are forgotten
  void Stop() { Apply(ProcessEvent::kStop); }
  void Drain();

  // A worker that is being tried out is not started again when it ends.
  void SetOnTrial(bool on_trial) { on_trial_ = on_trial; }
  // Takes the place of `old`, with its counters.
  void Succeed(const Worker& old);

  uint32_t slot() const { return slot_; }
  const AppSpec& spec() const { return spec_; }
  ProcessState state() const { return state_; }
  const WorkerProcess* process() const { return process_.get(); }
  pid_t pid() const { return process_ ? process_->pid() : 0; }
  bool listening() const { return !address_.empty(); }
  const std::string& address() const { return address_; }
  uint32_t restarts() const { return restarts_; }
  // Why it ended last or is not running; "" for a worker without a past.
  const std::string& reason() const { return reason_; }
  unsigned short_lives() const { return history_.short_lives; }
  Millis uptime() const;
  Millis backoff_left() const;
  bool idle() const { return !process_; }

 private:
  void OnListening(const std::string& address) override;
  void OnListenFailed(const std::string& why) override { listen_error_ = why; }
  void OnSaidReady() override;
  void OnEnd(const ProcessEnd& end) override;

  void Apply(ProcessEvent event);
  void SetState(ProcessState state);  // the only writer of state_
  void Act(ProcessAction action);
  void Spawn();
  void OnLaunchFailed(const base::Error& error);
  void Terminate();
  void OnTimer();
  void WaitForReadiness();
  RestartPolicy Policy() const;
  Exit Describe(const ProcessEnd& end) const;
  std::string Explain(const ProcessEnd& end) const;

  Owner& owner_;
  Launcher& launcher_;
  base::Clock& clock_;
  const std::shared_ptr<const AppSpec> spec_holder_;
  const AppSpec& spec_;  // *spec_holder_
  const uint32_t app_id_;
  const uint32_t slot_;
  ProcessState state_ = ProcessState::kStopped;
  std::unique_ptr<base::Timer> timer_;  // of the state: readiness, drain, kill or backoff
  std::unique_ptr<WorkerProcess> process_;
  base::MonotonicTime started_{};
  base::MonotonicTime wait_until_{};
  std::string address_;
  std::string listen_error_;
  std::string reason_;
  RestartHistory history_;
  uint32_t restarts_ = 0;
  bool on_trial_ = false;
  bool timed_out_ = false;  // it is being stopped because it did not become ready
  Millis next_delay_{0};
};

}  // namespace drover::sup
