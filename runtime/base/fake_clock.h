// A Clock for tests: time stands still until Advance(), which fires timers in the order of their
// time (equal times: in the order of their start) with Now() set to each one's time.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "runtime/base/clock.h"

namespace drover::base {

class FakeClock final : public Clock {
 public:
  FakeClock() = default;
  ~FakeClock() override;

  MonotonicTime Now() const override { return now_; }
  WallTime Wall() const override { return wall_; }
  std::unique_ptr<Timer> MakeTimer(std::function<void()> on_fire) override;

  void Advance(std::chrono::milliseconds by);
  size_t active_timers() const { return queue_.size(); }

 private:
  class FakeTimer;
  using Key = std::pair<MonotonicTime, uint64_t>;  // time, order of start

  MonotonicTime now_{std::chrono::hours(1)};
  WallTime wall_{std::chrono::hours(24 * 365 * 50)};
  uint64_t next_ = 1;
  std::map<Key, FakeTimer*> queue_;
};

}  // namespace drover::base
