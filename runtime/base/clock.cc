#include "runtime/base/clock.h"

#include <utility>

#include "runtime/base/check.h"

namespace drover::base {
namespace {

class LoopTimer final : public Timer {
 public:
  LoopTimer(uv_loop_t* loop, std::function<void()> on_fire) : on_fire_(std::move(on_fire)) {
    auto timer = MakeUv<uv_timer_t>(uv_timer_init, loop, this);
    CHECK(timer.ok(), "uv_timer_init");
    timer_ = std::move(timer).value();
  }

  void Start(std::chrono::milliseconds delay) override {
    // The loop's idea of now is as old as the callback that runs; without this a timer started
    // after long work would fire too early.
    uv_update_time(timer_->loop);
    uv_timer_start(timer_.get(), Fire, static_cast<uint64_t>(delay.count() < 0 ? 0 : delay.count()),
                   0);
  }
  void Stop() override { uv_timer_stop(timer_.get()); }
  bool active() const override {
    return uv_is_active(reinterpret_cast<uv_handle_t*>(timer_.get())) != 0;
  }
  void Unref() override { uv_unref(reinterpret_cast<uv_handle_t*>(timer_.get())); }

 private:
  static void Fire(uv_timer_t* handle) {
    if (handle->data == nullptr) return;
    // A copy, for the callback may destroy this timer.
    const auto on_fire = static_cast<LoopTimer*>(handle->data)->on_fire_;
    on_fire();
  }

  UvPtr<uv_timer_t> timer_;
  std::function<void()> on_fire_;
};

}  // namespace

std::unique_ptr<Timer> LoopClock::MakeTimer(std::function<void()> on_fire) {
  return std::make_unique<LoopTimer>(loop_, std::move(on_fire));
}

}  // namespace drover::base
