#include "supervisor/daemon/operation.h"

#include <algorithm>

#include "supervisor/daemon/app.h"

namespace drover::sup {
namespace {

using supervisor::v1::OUTCOME_DONE;
using supervisor::v1::OUTCOME_FAILED;
using supervisor::v1::OUTCOME_PARTLY;

// What the sum of its steps takes at most, and a little more.
constexpr Millis kSlack{5000};
// A worker that ended this often before it was ready has failed to start, though it is tried again.
constexpr unsigned kStartTries = 3;

Millis ReadyTime(const AppSpec& spec) {
  return std::max(Millis(spec.listen_timeout_ms()), kListenPatience);
}

std::string Count(size_t n, std::string_view what) {
  return std::to_string(n) + " " + std::string(what) + (n == 1 ? "" : "s");
}

// How the workers of an app have come out of a start.
struct StartTally {
  size_t up = 0, failed = 0, pending = 0;
  std::string reason;  // of the first that failed
};

StartTally Tally(const std::vector<std::unique_ptr<Worker>>& workers) {
  StartTally tally;
  for (const auto& worker : workers) {
    switch (worker->state()) {
      case ProcessState::kOnline:
      case ProcessState::kStopped:  // did its work and ended well
      case ProcessState::kDraining:
        ++tally.up;
        break;
      case ProcessState::kErrored:
        ++tally.failed;
        break;
      case ProcessState::kBackoff:
        ++(worker->short_lives() >= kStartTries ? tally.failed : tally.pending);
        break;
      case ProcessState::kStarting:
        ++(worker->short_lives() >= kStartTries ? tally.failed : tally.pending);
        break;
      case ProcessState::kStopping:
      case ProcessState::kKilling:
        ++tally.pending;
        break;
    }
    const bool told = worker->state() == ProcessState::kErrored ||
                      worker->state() == ProcessState::kBackoff ||
                      worker->short_lives() >= kStartTries;
    if (told && tally.reason.empty()) tally.reason = worker->reason();
  }
  return tally;
}

// Ends the operation when every worker has come out of its start.
void FinishStarted(App& app) {
  const StartTally tally = Tally(app.workers());
  if (tally.pending > 0) return;
  if (tally.failed == 0) return app.Finish(OUTCOME_DONE, Count(tally.up, "worker") + " online");
  std::string message = tally.reason;
  if (app.Status() == supervisor::v1::WORKER_STATUS_BACKOFF) message += "; trying again";
  if (tally.up == 0) return app.Finish(OUTCOME_FAILED, std::move(message));
  app.Finish(OUTCOME_PARTLY, Count(tally.failed, "worker") + " of " +
                                 std::to_string(app.workers().size()) + " failed: " + message);
}

class Start final : public Operation {
 public:
  std::string_view name() const override { return "start"; }
  Millis Deadline(const App& app) const override { return ReadyTime(app.spec()) * 2 + kSlack; }
  void Begin(App& app) override {
    app.SetWanted(true);
    app.FitWorkers();
    for (const auto& worker : app.workers()) worker->Start();
    Advance(app);
  }
  void Advance(App& app) override { FinishStarted(app); }
};

class Stop final : public Operation {
 public:
  std::string_view name() const override { return "stop"; }
  Millis Deadline(const App& app) const override {
    return Millis(app.spec().kill_timeout_ms()) + kSlack;
  }
  void Begin(App& app) override {
    app.SetWanted(false);
    for (const auto& worker : app.workers()) worker->Stop();
    for (const auto& worker : app.retiring()) worker->Stop();
    Advance(app);
  }
  void Advance(App& app) override {
    if (!app.HasProcesses()) app.Finish(OUTCOME_DONE, "stopped");
  }
};

class Restart final : public Operation {
 public:
  std::string_view name() const override { return "restart"; }
  Millis Deadline(const App& app) const override {
    return Millis(app.spec().kill_timeout_ms()) + ReadyTime(app.spec()) * 2 + kSlack;
  }
  void Begin(App& app) override {
    for (const auto& worker : app.workers()) worker->Stop();
    for (const auto& worker : app.retiring()) worker->Stop();
    Advance(app);
  }
  void Advance(App& app) override {
    if (!started_) {
      if (app.HasProcesses()) return;
      started_ = true;
      app.SetWanted(true);
      app.FitWorkers();
      for (const auto& worker : app.workers()) worker->Start();
    }
    FinishStarted(app);
  }

 private:
  bool started_ = false;
};

// First every worker of the new generation becomes ready, one after the other, while the old one
// serves on; only then do the old ones drain. One that fails ends the try: the new ones go, the old
// ones never noticed.
class Reload final : public Operation {
 public:
  explicit Reload(std::shared_ptr<const AppSpec> new_spec) : new_spec_(std::move(new_spec)) {}

  std::string_view name() const override { return "reload"; }
  Millis Deadline(const App& app) const override {
    const AppSpec& spec = new_spec_ ? *new_spec_ : app.spec();
    return ReadyTime(spec) * spec.instances() + Millis(app.spec().drain_timeout_ms()) +
           Millis(app.spec().kill_timeout_ms()) + kSlack;
  }
  void Begin(App& app) override {
    app.SetWanted(true);
    const bool fork = app.spec().exec_mode() == supervisor::v1::EXEC_MODE_FORK ||
                      Wanted(app)->exec_mode() == supervisor::v1::EXEC_MODE_FORK;
    // Nothing serves: there is nothing to keep. Fork mode: two at a time would fight for what each
    // opens itself, its port above all.
    if (fork || !app.HasProcesses()) {
      phase_ = Phase::kStopping;
      for (const auto& worker : app.workers()) worker->Stop();
    }
    Advance(app);
  }
  void Advance(App& app) override {
    switch (phase_) {
      case Phase::kStopping:
        return StartWhenStopped(app);
      case Phase::kPlainStart:
        return FinishStarted(app);
      case Phase::kTrying:
        return Try(app);
      case Phase::kDraining:
        if (app.retiring().empty())
          app.Finish(OUTCOME_DONE, Count(app.workers().size(), "worker") + " replaced");
        return;
      case Phase::kUndoing:
        if (app.retiring().empty())
          app.Finish(OUTCOME_FAILED, reason_ + "; the old workers serve on");
        return;
    }
  }
  void GiveUp(App& app) override {
    if (phase_ == Phase::kTrying) Undo(app);
  }

 private:
  enum class Phase { kTrying, kDraining, kUndoing, kStopping, kPlainStart };

  std::shared_ptr<const AppSpec> Wanted(const App& app) const {
    return new_spec_ ? new_spec_ : app.shared_spec();
  }

  void StartWhenStopped(App& app) {
    if (app.HasProcesses()) return;
    if (new_spec_) app.SetSpec(new_spec_);
    phase_ = Phase::kPlainStart;
    app.FitWorkers();
    for (const auto& worker : app.workers()) worker->Start();
    FinishStarted(app);
  }

  void Try(App& app) {
    auto& candidates = app.candidates();
    if (!candidates.empty()) {
      Worker& last = *candidates.back();
      if (last.state() == ProcessState::kStarting) return;
      // All of them must still stand, not only the youngest.
      for (const auto& candidate : candidates) {
        if (candidate->state() == ProcessState::kOnline) continue;
        reason_ = "the new worker " + std::to_string(candidate->slot()) +
                  " failed: " + candidate->reason();
        if (candidate->reason().empty())
          reason_ = "the new worker " + std::to_string(candidate->slot()) + " did not become ready";
        return Undo(app);
      }
    }
    if (candidates.size() < Wanted(app)->instances()) {
      candidates.push_back(
          app.MakeCandidate(static_cast<uint32_t>(candidates.size()), Wanted(app)));
      return candidates.back()->Start();
    }
    app.Tell(nullptr, "switched", "");
    phase_ = Phase::kDraining;
    app.Promote(new_spec_);
  }

  void Undo(App& app) {
    phase_ = Phase::kUndoing;
    app.Tell(nullptr, "reload failed", reason_);
    auto candidates = std::move(app.candidates());
    app.candidates().clear();
    // They may have taken requests already: they drain like any other.
    for (auto& candidate : candidates) app.Retire(std::move(candidate));
  }

  std::shared_ptr<const AppSpec> new_spec_;
  Phase phase_ = Phase::kTrying;
  std::string reason_;
};

class Scale final : public Operation {
 public:
  Scale(uint32_t instances, int sign) : asked_(instances), sign_(sign) {}

  std::string_view name() const override { return "scale"; }
  Millis Deadline(const App& app) const override {
    return ReadyTime(app.spec()) * 2 + Millis(app.spec().drain_timeout_ms()) +
           Millis(app.spec().kill_timeout_ms()) + kSlack;
  }
  void Begin(App& app) override {
    const int64_t now = app.spec().instances();
    const int64_t wanted = sign_ == 0 ? asked_ : now + sign_ * static_cast<int64_t>(asked_);
    if (wanted < 1 || wanted > 1024)
      return app.Finish(supervisor::v1::OUTCOME_WRONG_USE,
                        std::to_string(wanted) + " workers: must be 1 to 1024");
    app.SetInstances(static_cast<uint32_t>(wanted));
    const size_t before = app.workers().size();
    app.FitWorkers();
    if (app.wanted())
      for (size_t i = before; i < app.workers().size(); ++i) app.workers()[i]->Start();
    while (app.workers().size() > static_cast<size_t>(wanted)) {
      auto worker = std::move(app.workers().back());
      app.workers().pop_back();
      app.Retire(std::move(worker));
    }
    Advance(app);
  }
  void Advance(App& app) override {
    if (!app.retiring().empty()) return;
    if (app.wanted()) return FinishStarted(app);
    app.Finish(OUTCOME_DONE, Count(app.spec().instances(), "worker") + " from the next start");
  }

 private:
  uint32_t asked_;
  int sign_;
};

class Delete final : public Operation {
 public:
  std::string_view name() const override { return "delete"; }
  Millis Deadline(const App& app) const override {
    return Millis(app.spec().kill_timeout_ms()) + kSlack;
  }
  void Begin(App& app) override {
    for (const auto& worker : app.workers()) worker->Stop();
    for (const auto& worker : app.retiring()) worker->Stop();
    Advance(app);
  }
  void Advance(App& app) override {
    if (app.HasProcesses()) return;
    app.MarkDeleted();
    app.Finish(OUTCOME_DONE, "deleted");
  }
};

}  // namespace

std::unique_ptr<Operation> MakeStart() { return std::make_unique<Start>(); }
std::unique_ptr<Operation> MakeStop() { return std::make_unique<Stop>(); }
std::unique_ptr<Operation> MakeRestart() { return std::make_unique<Restart>(); }
std::unique_ptr<Operation> MakeReload(std::shared_ptr<const AppSpec> new_spec) {
  return std::make_unique<Reload>(std::move(new_spec));
}
std::unique_ptr<Operation> MakeScale(uint32_t instances, int sign) {
  return std::make_unique<Scale>(instances, sign);
}
std::unique_ptr<Operation> MakeDelete() { return std::make_unique<Delete>(); }

}  // namespace drover::sup
