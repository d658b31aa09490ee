// The daemon: all apps of one home, and everything they share. It runs on one thread and one loop.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "runtime/base/clock.h"
#include "runtime/base/loop.h"
#include "supervisor/daemon/app.h"
#include "supervisor/daemon/control_server.h"
#include "supervisor/daemon/log_keeper.h"
#include "supervisor/daemon/orphans.h"
#include "supervisor/daemon/process_launcher.h"
#include "supervisor/daemon/process_meter.h"
#include "supervisor/daemon/state_file.h"
#include "supervisor/home.h"

namespace drover::sup {

class Daemon final : private AppHost, private ControlServer::Handler {
 public:
  Daemon(Home home, std::string program);
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  // The lock is held, nothing runs yet. Ends what a dead predecessor left, begins to listen, starts
  // the apps that ought to run.
  base::Status Begin();
  // Until it is told to end and everything has ended.
  void Run();

 private:
  // AppHost
  Launcher& launcher() override { return launcher_; }
  base::Clock& clock() override { return clock_; }
  uint64_t NextSerial() override { return ++serial_; }
  void OnAppEvent(const App& app, const Worker* worker, std::string_view what,
                  const std::string& detail) override;
  void OnAppChanged(const App& app) override { SaveLater(Durability::kMemory); }
  void OnWishChanged(const App& app) override { SaveLater(Durability::kDisk); }
  void OnResultDue() override;
  void OnAppDeleted(const App& app) override { sweep_->Start(Millis(0)); }
  void OnAppDown(const App& app) override { launcher_.CloseCluster(app.id()); }

  // ControlServer::Handler
  void OnRequest(Session& session, const supervisor::v1::Request& request) override;
  void OnSessionEnd(Session& session) override;

  void HandleList(Session& session, const supervisor::v1::ListRequest& request);
  void HandleStart(Session& session, const supervisor::v1::Request& request);
  void HandleAct(Session& session, const supervisor::v1::Request& request);
  void StartApp(Session& session, const AppSpec& spec, Millis timeout);
  void Enqueue(Session& session, App& app, std::unique_ptr<Operation> operation, Millis timeout);

  App* Find(std::string_view target);
  base::Result<std::vector<App*>> FindAll(
      const google::protobuf::RepeatedPtrField<std::string>& targets);
  App& AddApp(uint32_t id, AppSpec spec);
  void FillListing(supervisor::v1::Listing& listing, const std::vector<App*>& apps, bool details);

  base::Status Restore();
  base::Status WatchSignals();
  void SaveLater(Durability durability);
  void Save();
  void Shutdown(Session* session);
  void ContinueShutdown();

  const Home home_;
  base::Loop loop_;
  base::LoopClock clock_;
  LogKeeper logs_;
  ProcessLauncher launcher_;
  Orphans orphans_;
  ProcessMeter meter_;
  ControlServer server_;
  std::map<uint32_t, std::unique_ptr<App>> apps_;
  std::vector<base::UvPtr<uv_signal_t>> signals_;
  std::unique_ptr<base::Timer> save_, sweep_;
  Durability unsaved_ = Durability::kMemory;
  uint32_t next_id_ = 0;
  uint64_t serial_ = 0;
  uint64_t event_sequence_ = 0;
  base::MonotonicTime begun_;
  bool shutting_down_ = false;
  std::vector<Session*> waiting_for_end_;  // who asked for the shutdown and is still there
};

// The role of the daemon: takes the lock, tells `ready_fd` (where it is one) "ok" or why not, runs,
// and returns the exit code.
int RunDaemon(const Home& home, base::Fd ready_fd);

}  // namespace drover::sup
