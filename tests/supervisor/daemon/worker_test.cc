#include "supervisor/daemon/worker.h"

#include <gtest/gtest.h>

#include "runtime/base/fake_clock.h"
#include "tests/supervisor/daemon/fakes.h"

namespace drover::sup {
namespace {

using supervisor::v1::EXEC_MODE_CLUSTER;
using supervisor::v1::EXEC_MODE_FORK;

class WorkerTest : public ::testing::Test, private Worker::Owner {
 protected:
  Worker& Make(supervisor::v1::ExecMode mode, void (*change)(AppSpec&) = nullptr) {
    auto spec = std::make_shared<AppSpec>(MakeSpec(mode, 1));
    if (change) change(*spec);
    worker_ = std::make_unique<Worker>(static_cast<Worker::Owner&>(*this), launcher_, clock_,
                                       std::move(spec), 0, 0);
    return *worker_;
  }
  FakeProcess& process() { return *launcher_.living.back(); }

  void OnWorkerEvent(Worker&, std::string_view what, const std::string&) override {
    events_.emplace_back(what);
  }
  void OnWorkerChanged(Worker&) override {}
  uint64_t NextSerial() override { return ++serial_; }
  bool ExpectsListening() const override { return expects_listening_; }

  base::FakeClock clock_;
  FakeLauncher launcher_;
  std::vector<std::string> events_;
  uint64_t serial_ = 0;
  bool expects_listening_ = false;
  std::unique_ptr<Worker> worker_;
};

using Events = std::vector<std::string>;

TEST_F(WorkerTest, AForkedProcessIsOnlineWhenItHasLivedAWhile) {
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  EXPECT_EQ(worker.state(), ProcessState::kStarting);
  clock_.Advance(kStartPatience);
  EXPECT_EQ(worker.state(), ProcessState::kOnline);
  EXPECT_EQ(events_, (Events{"starting", "online"}));
}

TEST_F(WorkerTest, AClusterWorkerIsOnlineWhenItListens) {
  Worker& worker = Make(EXEC_MODE_CLUSTER);
  worker.Start();
  process().observer.OnListening("127.0.0.1:80");
  EXPECT_EQ(worker.state(), ProcessState::kOnline);
  EXPECT_EQ(worker.address(), "127.0.0.1:80");
}

TEST_F(WorkerTest, AClusterWorkerWithoutAPortIsOnlineAfterItsPatience) {
  Worker& worker = Make(EXEC_MODE_CLUSTER);
  worker.Start();
  clock_.Advance(kListenPatience);
  EXPECT_EQ(worker.state(), ProcessState::kOnline);
}

TEST_F(WorkerTest, WhereListeningIsExpectedSilenceIsAFailure) {
  expects_listening_ = true;
  Worker& worker = Make(EXEC_MODE_CLUSTER);
  worker.SetOnTrial(true);
  worker.Start();
  clock_.Advance(Millis(10'000));
  EXPECT_EQ(worker.state(), ProcessState::kStopping);
  process().End(0, SIGTERM);
  EXPECT_EQ(worker.state(), ProcessState::kErrored);
  EXPECT_EQ(worker.reason(), "not ready within 10s");
}

TEST_F(WorkerTest, WaitReadyWaitsForTheWord) {
  Worker& worker = Make(EXEC_MODE_FORK, [](AppSpec& spec) { spec.set_wait_ready(true); });
  worker.Start();
  clock_.Advance(Millis(9'999));
  EXPECT_EQ(worker.state(), ProcessState::kStarting);
  process().observer.OnSaidReady();
  EXPECT_EQ(worker.state(), ProcessState::kOnline);
}

TEST_F(WorkerTest, ACrashIsFollowedByAPauseAndANewProcess) {
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  clock_.Advance(Millis(5'000));
  process().End(1, 0, {"    at x", "Error: boom", "    at y", "", "Node.js v24.0.0"});
  EXPECT_EQ(worker.state(), ProcessState::kBackoff);
  EXPECT_EQ(worker.reason(), "exited with code 1: Error: boom");
  EXPECT_EQ(worker.backoff_left(), Millis(100));
  clock_.Advance(Millis(100));
  EXPECT_EQ(worker.state(), ProcessState::kStarting);
  EXPECT_EQ(worker.restarts(), 1u);
  EXPECT_EQ(launcher_.launched, 2);
}

TEST_F(WorkerTest, TooManyShortLivesEndInErrored) {
  Worker& worker = Make(EXEC_MODE_FORK, [](AppSpec& spec) { spec.set_max_restarts(2); });
  worker.Start();
  for (int i = 0; i < 3; ++i) {
    process().End(0, SIGSEGV);
    clock_.Advance(Millis(100 << i));
  }
  EXPECT_EQ(worker.state(), ProcessState::kErrored);
  EXPECT_EQ(worker.restarts(), 2u);
  EXPECT_EQ(worker.reason(), "killed by SIGSEGV");
  worker.Start();  // the user tries again: what was before is forgotten
  EXPECT_EQ(worker.state(), ProcessState::kStarting);
}

TEST_F(WorkerTest, APortInUseIsTheReason) {
  Worker& worker = Make(EXEC_MODE_CLUSTER);
  worker.Start();
  for (unsigned i = 0; i < kListenTries; ++i) {
    process().observer.OnListenFailed("listen EADDRINUSE: 127.0.0.1:80");
    process().End(1);
    if (i + 1 < kListenTries) clock_.Advance(Millis(1000));
  }
  EXPECT_EQ(worker.state(), ProcessState::kErrored);
  EXPECT_EQ(worker.reason(), "exited with code 1: listen EADDRINUSE: 127.0.0.1:80");
}

TEST_F(WorkerTest, AStopThatIsNotObeyedBecomesAKill) {
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  clock_.Advance(Millis(600));
  worker.Stop();
  EXPECT_EQ(process().signals, std::vector<int>{SIGTERM});
  clock_.Advance(Millis(9'999));
  EXPECT_EQ(process().signals.size(), 1u);
  clock_.Advance(Millis(1));
  EXPECT_EQ(process().signals, (std::vector<int>{SIGTERM, SIGKILL}));
  process().End(0, SIGKILL);
  EXPECT_EQ(worker.state(), ProcessState::kStopped);
  EXPECT_EQ(worker.reason(), "");
  EXPECT_EQ(clock_.active_timers(), 0u);
}

TEST_F(WorkerTest, AStopDuringThePauseEndsIt) {
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  process().End(1);
  worker.Stop();
  EXPECT_EQ(worker.state(), ProcessState::kStopped);
  clock_.Advance(Millis(60'000));
  EXPECT_EQ(launcher_.launched, 1);
}

TEST_F(WorkerTest, DrainGivesTimeThenStops) {
  Worker& worker = Make(EXEC_MODE_CLUSTER);
  worker.Start();
  process().observer.OnListening("x");
  worker.Drain();
  EXPECT_EQ(worker.state(), ProcessState::kDraining);
  EXPECT_TRUE(process().drained);
  clock_.Advance(Millis(30'000) + kDrainGrace);
  EXPECT_EQ(worker.state(), ProcessState::kStopping);
  process().End(0);
  EXPECT_EQ(worker.state(), ProcessState::kStopped);
}

TEST_F(WorkerTest, WhatCannotDrainIsStopped) {
  launcher_.can_drain = false;
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  clock_.Advance(Millis(1000));
  worker.Drain();
  EXPECT_EQ(worker.state(), ProcessState::kStopping);
}

TEST_F(WorkerTest, AProgramThatIsNotThereIsHopeless) {
  launcher_.next_error = base::Error(UV_ENOENT, "run /srv/web.js");
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  EXPECT_EQ(worker.state(), ProcessState::kErrored);
  EXPECT_EQ(worker.reason(), "run /srv/web.js: no such file or directory");
}

TEST_F(WorkerTest, ALackOfResourcesIsTriedAgain) {
  launcher_.next_error = base::Error(UV_EAGAIN, "fork");
  Worker& worker = Make(EXEC_MODE_FORK);
  worker.Start();
  EXPECT_EQ(worker.state(), ProcessState::kBackoff);
  launcher_.next_error = base::Status();
  clock_.Advance(Millis(100));
  EXPECT_EQ(worker.state(), ProcessState::kStarting);
}

}  // namespace
}  // namespace drover::sup
