#include "runtime/base/loop.h"

#include <gtest/gtest.h>

#include "runtime/base/uv_ptr.h"

namespace drover::base {
namespace {

using std::chrono::milliseconds;

TEST(Loop, RunEndsWhenNothingIsLeft) {
  Loop loop;
  EXPECT_EQ(loop.Run(), RunResult::kEmpty);
}

TEST(Loop, RunUntilSaysWhyItEnded) {
  Loop loop;
  auto handle = MakeUv<uv_idle_t>(uv_idle_init, loop.uv(), nullptr);
  ASSERT_TRUE(handle.ok());
  uv_idle_start(handle->get(), [](uv_idle_t*) {});
  int turns = 0;
  EXPECT_EQ(loop.RunUntil([&] { return ++turns > 3; }, milliseconds(1000)), RunResult::kStopped);
  EXPECT_EQ(loop.RunUntil([] { return false; }, milliseconds(1)), RunResult::kTimeout);
  handle->reset();
  EXPECT_EQ(loop.RunUntil([] { return false; }, milliseconds(1000)), RunResult::kEmpty);
}

TEST(Loop, ClosingHandlesAreWaitedFor) {
  auto loop = std::make_unique<Loop>();
  auto handle = MakeUv<uv_timer_t>(uv_timer_init, loop->uv(), nullptr);
  ASSERT_TRUE(handle.ok());
  handle->reset();
  loop.reset();
}

TEST(LoopDeathTest, AForgottenHandleAborts) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_DEATH(
      {
        auto loop = std::make_unique<Loop>();
        auto handle = MakeUv<uv_timer_t>(uv_timer_init, loop->uv(), nullptr);
        loop.reset();
        (void)handle;
      },
      "open handle: timer");
}

}  // namespace
}  // namespace drover::base
