#include "runtime/base/fake_clock.h"

#include <string>

#include <gtest/gtest.h>

namespace drover::base {
namespace {

using std::chrono::milliseconds;

TEST(FakeClock, FiresInOrderOfTimeThenOfStart) {
  FakeClock clock;
  std::string order;
  auto a = clock.MakeTimer([&] { order += 'a'; });
  auto b = clock.MakeTimer([&] { order += 'b'; });
  auto c = clock.MakeTimer([&] { order += 'c'; });
  c->Start(milliseconds(10));
  b->Start(milliseconds(5));
  a->Start(milliseconds(10));
  clock.Advance(milliseconds(9));
  EXPECT_EQ(order, "b");
  clock.Advance(milliseconds(1));
  EXPECT_EQ(order, "bca");
  EXPECT_EQ(clock.active_timers(), 0U);
}

TEST(FakeClock, BothTimesMoveTogether) {
  FakeClock clock;
  const auto now = clock.Now();
  const auto wall = clock.Wall();
  MonotonicTime seen;
  auto timer = clock.MakeTimer([&] { seen = clock.Now(); });
  timer->Start(milliseconds(30));
  clock.Advance(milliseconds(100));
  EXPECT_EQ(seen - now, milliseconds(30));
  EXPECT_EQ(clock.Now() - now, milliseconds(100));
  EXPECT_EQ(clock.Wall() - wall, milliseconds(100));
}

TEST(FakeClock, ATimerStartedByATimerFiresInTheSameAdvance) {
  FakeClock clock;
  int fired = 0;
  std::unique_ptr<Timer> timer;
  timer = clock.MakeTimer([&] {
    if (++fired < 3) timer->Start(milliseconds(10));
  });
  timer->Start(milliseconds(10));
  clock.Advance(milliseconds(25));
  EXPECT_EQ(fired, 2);
  timer.reset();
  clock.Advance(milliseconds(100));
  EXPECT_EQ(fired, 2);
}

}  // namespace
}  // namespace drover::base
