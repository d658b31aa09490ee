#include "runtime/base/clock.h"

#include "tests/support/loop_test.h"

namespace drover::base {
namespace {

using std::chrono::milliseconds;

using LoopClockTest = test::LoopTest;

TEST_F(LoopClockTest, FiresOnceNotBeforeItsTime) {
  int fired = 0;
  auto timer = clock().MakeTimer([&] { ++fired; });
  const auto begin = clock().Now();
  timer->Start(milliseconds(5));
  EXPECT_TRUE(timer->active());
  loop().Run();
  EXPECT_EQ(fired, 1);
  EXPECT_FALSE(timer->active());
  EXPECT_GE(clock().Now() - begin, milliseconds(4));
}

TEST_F(LoopClockTest, MayDestroyItselfWhenItFires) {
  std::unique_ptr<Timer> timer;
  timer = clock().MakeTimer([&] { timer.reset(); });
  timer->Start(milliseconds(0));
  loop().Run();
  EXPECT_EQ(timer, nullptr);
}

TEST_F(LoopClockTest, StoppedOrUnreferencedDoesNotHoldTheLoop) {
  auto stopped = clock().MakeTimer([] { FAIL(); });
  stopped->Start(milliseconds(0));
  stopped->Stop();
  auto idle = clock().MakeTimer([] { FAIL(); });
  idle->Start(milliseconds(60000));
  idle->Unref();
  EXPECT_EQ(loop().Run(), RunResult::kEmpty);
}

}  // namespace
}  // namespace drover::base
