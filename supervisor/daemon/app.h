// An app: what the user wants (its spec), its workers, and the queue of operations on it.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "proto/state.pb.h"
#include "proto/status.pb.h"
#include "runtime/base/clock.h"
#include "supervisor/daemon/operation.h"
#include "supervisor/daemon/worker.h"

namespace drover::sup {

// The machine around the apps: the daemon.
class AppHost {
 public:
  virtual Launcher& launcher() = 0;
  virtual base::Clock& clock() = 0;
  virtual uint64_t NextSerial() = 0;
  virtual void OnAppEvent(const App& app, const Worker* worker, std::string_view what,
                          const std::string& detail) = 0;
  // Wishes or processes changed: the state on disk is out of date.
  virtual void OnAppChanged(const App& app) = 0;
  virtual void OnWishChanged(const App& app) = 0;
  // A result is about to be told: the wishes behind it must not be lost any more.
  virtual void OnResultDue() = 0;
  // The app's last operation was its deletion. It may be destroyed from the loop, not from within.
  virtual void OnAppDeleted(const App& app) = 0;
  // The app has no worker any more that needs its listening sockets.
  virtual void OnAppDown(const App& app) = 0;

 protected:
  ~AppHost() = default;
};

class App final : private Worker::Owner {
 public:
  App(AppHost& host, uint32_t id, AppSpec spec);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  uint32_t id() const { return id_; }
  const AppSpec& spec() const { return *spec_; }
  std::shared_ptr<const AppSpec> shared_spec() const { return spec_; }
  const std::string& name() const { return spec_->name(); }
  uint32_t generation() const { return generation_; }
  bool wanted() const { return wanted_; }  // the user wants it to run
  bool deleted() const { return deleted_; }
  const Operation* current() const { return current_.get(); }
  bool idle() const { return !current_ && queue_.empty(); }
  bool HasProcesses() const;

  // Takes the operation; it begins when those before it have ended.
  void Enqueue(std::unique_ptr<Operation> operation);
  // The client is gone: its operations go on, their results go nowhere.
  void Abandon(const Operation::Client* client);
  // Ends everything: the operation under way fails, those that wait too, all processes are stopped.
  void Shutdown();
  // Whether the spec is what runs already, its instances left aside.
  bool SameSpec(const AppSpec& other) const;
  // Replaces the spec of an app that has no process.
  void SetSpec(std::shared_ptr<const AppSpec> spec);
  void SetWanted(bool wanted);

  void Fill(supervisor::v1::AppInfo& info) const;
  void Save(supervisor::v1::SavedApp& saved) const;
  supervisor::v1::WorkerStatus Status() const;

  // For operations.
  std::vector<std::unique_ptr<Worker>>& workers() { return workers_; }
  const std::vector<std::unique_ptr<Worker>>& workers() const { return workers_; }
  std::vector<std::unique_ptr<Worker>>& candidates() { return candidates_; }
  std::vector<std::unique_ptr<Worker>>& retiring() { return retiring_; }
  // Makes the list of workers as long as the spec says; new ones are not started.
  void FitWorkers();
  std::unique_ptr<Worker> MakeCandidate(uint32_t slot, std::shared_ptr<const AppSpec> spec);
  // Each candidate takes the place of the worker of its slot, which drains.
  void Promote(std::shared_ptr<const AppSpec> new_spec);
  // Takes worker `slot`, the last, out of service.
  void Retire(std::unique_ptr<Worker> worker);
  void SetInstances(uint32_t instances);
  void MarkDeleted();
  void Finish(Outcome outcome, std::string message);
  void Tell(const Worker* worker, std::string_view what, const std::string& detail = "");

 private:
  void OnWorkerEvent(Worker& worker, std::string_view what, const std::string& detail) override;
  void OnWorkerChanged(Worker& worker) override;
  uint64_t NextSerial() override { return host_.NextSerial(); }
  bool ExpectsListening() const override { return has_listened_; }

  void Look();  // from the loop, after something changed
  void BeginNext();
  // Without a process, and without one to come, its ports are closed: before a result says so.
  void CloseIfDown();
  void FillWorker(const Worker& worker, supervisor::v1::WorkerInfo& info) const;

  AppHost& host_;
  const uint32_t id_;
  std::shared_ptr<const AppSpec> spec_;
  std::vector<std::unique_ptr<Worker>> workers_;     // index = slot
  std::vector<std::unique_ptr<Worker>> candidates_;  // of a reload under way
  std::vector<std::unique_ptr<Worker>> retiring_;
  std::deque<std::unique_ptr<Operation>> queue_;
  std::unique_ptr<Operation> current_;
  std::unique_ptr<base::Timer> deadline_;
  std::unique_ptr<base::Timer> look_;  // zero delay: changes are looked at from the loop
  uint32_t generation_ = 1;
  bool wanted_ = true;
  bool deleted_ = false;
  bool has_listened_ = false;
  std::vector<std::string> addresses_;
};

}  // namespace drover::sup
