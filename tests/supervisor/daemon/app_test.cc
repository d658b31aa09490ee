#include "supervisor/daemon/app.h"

#include <gtest/gtest.h>

#include "runtime/base/fake_clock.h"
#include "tests/supervisor/daemon/fakes.h"

namespace drover::sup {
namespace {

using supervisor::v1::EXEC_MODE_CLUSTER;
using supervisor::v1::OUTCOME_DONE;
using supervisor::v1::OUTCOME_FAILED;
using supervisor::v1::OUTCOME_TIMED_OUT;
using supervisor::v1::OUTCOME_WRONG_USE;

class AppTest : public ::testing::Test, private AppHost, private Operation::Client {
 protected:
  App& Make(unsigned instances, supervisor::v1::ExecMode mode = EXEC_MODE_CLUSTER) {
    app_ = std::make_unique<App>(static_cast<AppHost&>(*this), 3, MakeSpec(mode, instances));
    return *app_;
  }
  void Do(std::unique_ptr<Operation> operation) {
    operation->set_client(this);
    app_->Enqueue(std::move(operation));
    Settle();
  }
  void Settle() { clock_.Advance(Millis(0)); }
  // Every process that is not told to end begins to listen.
  void AllListen() {
    for (size_t i = 0; i < launcher_.living.size(); ++i)
      launcher_.living[i]->observer.OnListening("127.0.0.1:80");
    Settle();
  }
  // Every process that has been told to end, or to drain, ends.
  void ObeyAll() {
    for (bool found = true; found;) {
      found = false;
      for (FakeProcess* process : launcher_.living) {
        if (process->signals.empty() && !process->drained) continue;
        process->End(0);
        found = true;
        break;
      }
      Settle();
    }
  }
  void StartAll(unsigned instances) {
    Make(instances);
    Do(MakeStart());
    AllListen();
    ASSERT_EQ(results_.size(), 1u);
    ASSERT_EQ(results_[0].outcome(), OUTCOME_DONE);
    results_.clear();
  }
  void Leave() { app_->Abandon(this); }
  size_t Living() const { return launcher_.living.size(); }

  Launcher& launcher() override { return launcher_; }
  base::Clock& clock() override { return clock_; }
  uint64_t NextSerial() override { return ++serial_; }
  void OnAppEvent(const App&, const Worker*, std::string_view, const std::string&) override {}
  void OnAppChanged(const App&) override {}
  void OnWishChanged(const App&) override { ++unsaved_; }
  void OnResultDue() override { unsaved_ = 0; }
  void OnAppDeleted(const App&) override { deleted_ = true; }
  void OnAppDown(const App&) override { ++downs_; }
  void OnProgress(const supervisor::v1::Progress& progress) override {
    progress_.push_back(progress);
  }
  void OnResult(const AppResult& result) override {
    EXPECT_EQ(unsaved_, 0) << "a result is told before the wish is safe";
    downs_at_result_ = downs_;
    results_.push_back(result);
  }

  base::FakeClock clock_;
  FakeLauncher launcher_;
  uint64_t serial_ = 0;
  int unsaved_ = 0, downs_ = 0, downs_at_result_ = 0;
  bool deleted_ = false;
  std::vector<supervisor::v1::Progress> progress_;
  std::vector<AppResult> results_;
  std::unique_ptr<App> app_;
};

TEST_F(AppTest, StartEndsWhenEveryWorkerIsReady) {
  Make(2);
  Do(MakeStart());
  EXPECT_EQ(Living(), 2u);
  EXPECT_TRUE(results_.empty());
  AllListen();
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_DONE);
  EXPECT_EQ(app_->Status(), supervisor::v1::WORKER_STATUS_ONLINE);
}

TEST_F(AppTest, StartOfABrokenAppFailsWithTheReason) {
  Make(1);
  Do(MakeStart());
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(Living(), 1u);
    launcher_.living[0]->End(1, 0, {"SyntaxError: oops"});
    Settle();
    if (i < 2) clock_.Advance(Millis(100 << i));
  }
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_FAILED);
  EXPECT_NE(results_[0].message().find("SyntaxError: oops"), std::string::npos);
}

TEST_F(AppTest, StopEndsEveryProcessAndClosesThePorts) {
  StartAll(2);
  Do(MakeStop());
  EXPECT_TRUE(results_.empty());
  ObeyAll();
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_DONE);
  EXPECT_FALSE(app_->wanted());
  EXPECT_GT(downs_, 0);
}

TEST_F(AppTest, PortsAreClosedBeforeTheResultOfAStop) {
  StartAll(1);
  Do(MakeStop());
  downs_ = 0;
  launcher_.living[0]->End(0);
  Settle();
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_GT(downs_at_result_, 0);
}

TEST_F(AppTest, ReloadReplacesAllOnlyWhenAllNewOnesAreReady) {
  StartAll(2);
  Do(MakeReload(nullptr));
  EXPECT_EQ(Living(), 3u);  // one new at a time
  launcher_.living[2]->observer.OnListening("127.0.0.1:80");
  Settle();
  ASSERT_EQ(Living(), 4u);
  EXPECT_FALSE(launcher_.living[0]->drained);
  launcher_.living[3]->observer.OnListening("127.0.0.1:80");
  Settle();
  EXPECT_TRUE(launcher_.living[0]->drained);
  EXPECT_TRUE(launcher_.living[1]->drained);
  EXPECT_FALSE(launcher_.living[2]->drained);
  EXPECT_TRUE(results_.empty());
  ObeyAll();
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_DONE);
  EXPECT_EQ(Living(), 2u);
  EXPECT_EQ(app_->generation(), 2u);
}

TEST_F(AppTest, AFailedReloadKeepsTheOldOnes) {
  StartAll(2);
  auto spec = std::make_shared<AppSpec>(app_->spec());
  spec->set_script("/srv/broken.js");
  Do(MakeReload(spec));
  launcher_.living[2]->observer.OnListening("127.0.0.1:80");
  Settle();
  EXPECT_EQ(launcher_.living[3]->script, "/srv/broken.js");
  launcher_.living[3]->End(1, 0, {"Error: broken"});
  Settle();
  EXPECT_TRUE(launcher_.living[2]->drained);  // it may have taken requests
  EXPECT_FALSE(launcher_.living[0]->drained);
  ObeyAll();
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_FAILED);
  EXPECT_NE(results_[0].message().find("Error: broken"), std::string::npos);
  EXPECT_EQ(Living(), 2u);
  EXPECT_EQ(app_->generation(), 1u);
  EXPECT_EQ(app_->spec().script(), "/srv/web.js");
}

TEST_F(AppTest, AReloadThatNeverGetsReadyFails) {
  StartAll(1);
  Do(MakeReload(nullptr));
  clock_.Advance(Millis(10'000));
  ObeyAll();
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_FAILED);
  EXPECT_NE(results_[0].message().find("not ready within 10s"), std::string::npos);
}

TEST_F(AppTest, ReloadMayChangeTheNumberOfWorkers) {
  StartAll(1);
  auto spec = std::make_shared<AppSpec>(app_->spec());
  spec->set_instances(3);
  Do(MakeReload(spec));
  for (int i = 0; i < 3; ++i) {
    launcher_.living.back()->observer.OnListening("127.0.0.1:80");
    Settle();
  }
  ObeyAll();
  EXPECT_EQ(Living(), 3u);
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_DONE);
}

TEST_F(AppTest, ReloadInForkModeStopsFirst) {
  Make(2, supervisor::v1::EXEC_MODE_FORK);
  Do(MakeStart());
  clock_.Advance(kStartPatience);
  auto spec = std::make_shared<AppSpec>(app_->spec());
  spec->set_script("/srv/next.js");
  Do(MakeReload(spec));
  EXPECT_EQ(Living(), 2u);
  ObeyAll();
  ASSERT_EQ(Living(), 2u);
  EXPECT_EQ(launcher_.living[0]->script, "/srv/next.js");
  clock_.Advance(kStartPatience);
  ASSERT_EQ(results_.size(), 2u);
  EXPECT_EQ(results_[1].outcome(), OUTCOME_DONE);
}

TEST_F(AppTest, ScaleUpAndDown) {
  StartAll(1);
  Do(MakeScale(2, +1));
  EXPECT_EQ(Living(), 3u);
  AllListen();
  Do(MakeScale(1, 0));
  ObeyAll();
  EXPECT_EQ(Living(), 1u);
  ASSERT_EQ(results_.size(), 2u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_DONE);
  EXPECT_EQ(results_[1].outcome(), OUTCOME_DONE);
  Do(MakeScale(1, -1));
  EXPECT_EQ(results_[2].outcome(), OUTCOME_WRONG_USE);
}

TEST_F(AppTest, OperationsWaitForEachOther) {
  StartAll(1);
  Do(MakeStop());
  Do(MakeStart());
  EXPECT_EQ(launcher_.launched, 1);
  ObeyAll();
  EXPECT_EQ(launcher_.launched, 2);
  AllListen();
  ASSERT_EQ(results_.size(), 2u);
}

TEST_F(AppTest, ADeadlineEndsAnOperation) {
  StartAll(1);
  auto operation = MakeStop();
  operation->set_deadline(Millis(1000));
  Do(std::move(operation));
  clock_.Advance(Millis(1000));
  ASSERT_EQ(results_.size(), 1u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_TIMED_OUT);
  ObeyAll();
}

TEST_F(AppTest, AClientThatLeavesDoesNotEndTheOperation) {
  StartAll(1);
  Do(MakeStop());
  Leave();
  ObeyAll();
  EXPECT_TRUE(results_.empty());
  EXPECT_FALSE(app_->HasProcesses());
}

TEST_F(AppTest, DeleteFailsWhatWaitsBehindIt) {
  StartAll(1);
  Do(MakeDelete());
  Do(MakeStart());
  ObeyAll();
  Settle();
  ASSERT_EQ(results_.size(), 2u);
  EXPECT_EQ(results_[0].outcome(), OUTCOME_DONE);
  EXPECT_EQ(results_[1].outcome(), OUTCOME_FAILED);
  EXPECT_TRUE(deleted_);
}

TEST_F(AppTest, ShutdownEndsEverythingAtOnce) {
  StartAll(2);
  Do(MakeReload(nullptr));
  Do(MakeStart());
  app_->Shutdown();
  EXPECT_EQ(results_.size(), 2u);
  ObeyAll();
  EXPECT_EQ(Living(), 0u);
}

TEST_F(AppTest, ACrashedWorkerComesBackByItself) {
  StartAll(2);
  launcher_.living[0]->End(0, SIGKILL);
  Settle();
  EXPECT_EQ(app_->Status(), supervisor::v1::WORKER_STATUS_BACKOFF);
  clock_.Advance(Millis(100));
  EXPECT_EQ(Living(), 2u);
  AllListen();
  supervisor::v1::AppInfo info;
  app_->Fill(info);
  EXPECT_EQ(info.restarts(), 1u);
  EXPECT_EQ(info.status(), supervisor::v1::WORKER_STATUS_ONLINE);
}

}  // namespace
}  // namespace drover::sup
