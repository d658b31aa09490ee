// Time as a parameter: whoever waits or measures takes a Clock&. LoopClock is the real one;
// FakeClock (fake_clock.h) moves only when a test says so.
#pragma once

#include <uv.h>

#include <chrono>
#include <functional>
#include <memory>

#include "runtime/base/uv_ptr.h"

namespace drover::base {

using MonotonicTime = std::chrono::steady_clock::time_point;
using WallTime = std::chrono::system_clock::time_point;

// One shot; the callback may start it again, and may destroy it. Destroying a Timer stops it.
class Timer {
 public:
  virtual ~Timer() = default;
  // Fires once after `delay`. A running timer starts anew.
  virtual void Start(std::chrono::milliseconds delay) = 0;
  virtual void Stop() = 0;
  virtual bool active() const = 0;
  // An unref'ed timer does not keep the loop alive.
  virtual void Unref() = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual MonotonicTime Now() const = 0;
  virtual WallTime Wall() const = 0;
  // The clock outlives its timers. `on_fire` is called from the loop.
  virtual std::unique_ptr<Timer> MakeTimer(std::function<void()> on_fire) = 0;
};

class LoopClock final : public Clock {
 public:
  explicit LoopClock(uv_loop_t* loop) : loop_(loop) {}  // loop outlives the clock
  MonotonicTime Now() const override { return std::chrono::steady_clock::now(); }
  WallTime Wall() const override { return std::chrono::system_clock::now(); }
  std::unique_ptr<Timer> MakeTimer(std::function<void()> on_fire) override;

 private:
  uv_loop_t* loop_;
};

}  // namespace drover::base
