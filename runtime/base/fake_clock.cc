#include "runtime/base/fake_clock.h"

#include <optional>
#include <utility>

#include "runtime/base/check.h"

namespace drover::base {

class FakeClock::FakeTimer final : public Timer {
 public:
  FakeTimer(FakeClock* clock, std::function<void()> on_fire)
      : clock_(clock), on_fire_(std::move(on_fire)) {}
  ~FakeTimer() override { Stop(); }

  void Start(std::chrono::milliseconds delay) override {
    Stop();
    key_ = Key(clock_->now_ + delay, clock_->next_++);
    clock_->queue_[*key_] = this;
  }
  void Stop() override {
    if (key_) clock_->queue_.erase(*key_);
    key_.reset();
  }
  bool active() const override { return key_.has_value(); }
  void Unref() override {}

  void Fire() {
    Stop();
    const auto on_fire = on_fire_;  // a copy, for the callback may destroy this timer
    on_fire();
  }

 private:
  FakeClock* clock_;  // outlives its timers
  std::function<void()> on_fire_;
  std::optional<Key> key_;
};

FakeClock::~FakeClock() { CHECK(queue_.empty(), "a timer outlives its clock"); }

std::unique_ptr<Timer> FakeClock::MakeTimer(std::function<void()> on_fire) {
  return std::make_unique<FakeTimer>(this, std::move(on_fire));
}

void FakeClock::Advance(std::chrono::milliseconds by) {
  const MonotonicTime end = now_ + by;
  while (!queue_.empty() && queue_.begin()->first.first <= end) {
    const auto [key, timer] = *queue_.begin();
    if (key.first > now_) {
      wall_ += std::chrono::duration_cast<WallTime::duration>(key.first - now_);
      now_ = key.first;
    }
    timer->Fire();
  }
  wall_ += std::chrono::duration_cast<WallTime::duration>(end - now_);
  now_ = end;
}

}  // namespace drover::base
