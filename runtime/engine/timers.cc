// Binding 'timers': one libuv timer drives all JavaScript timers, and a check and an idle handle
// drive setImmediate, in Node's phase order (timers, poll, immediates).
#include <algorithm>

#include "runtime/engine/env.h"
#include "runtime/engine/internal_bindings.h"

namespace drover::rt {
namespace {

// What lib and C++ share about immediates, as a Uint32Array.
enum ImmediateField { kCount = 0, kRefCount = 1, kHasOutstanding = 2, kImmediateFields = 3 };

class TimerState {
 public:
  explicit TimerState(Env& env)
      : env_(env), timer_(new uv_timer_t), check_(new uv_check_t), idle_(new uv_idle_t) {
    timer_->data = check_->data = idle_->data = this;
    CHECK(uv_timer_init(env.loop(), timer_) == 0);
    CHECK(uv_check_init(env.loop(), check_) == 0);
    CHECK(uv_idle_init(env.loop(), idle_) == 0);
    uv_unref(reinterpret_cast<uv_handle_t*>(timer_));
    uv_check_start(check_, [](uv_check_t* h) {
      if (h->data) static_cast<TimerState*>(h->data)->RunImmediates();
    });
    uv_unref(reinterpret_cast<uv_handle_t*>(check_));
    start_ = uv_now(env.loop());
  }
  ~TimerState() {
    timer_->data = check_->data = idle_->data = nullptr;
    uv_close(reinterpret_cast<uv_handle_t*>(timer_),
             [](uv_handle_t* h) { delete reinterpret_cast<uv_timer_t*>(h); });
    uv_close(reinterpret_cast<uv_handle_t*>(check_),
             [](uv_handle_t* h) { delete reinterpret_cast<uv_check_t*>(h); });
    uv_close(reinterpret_cast<uv_handle_t*>(idle_),
             [](uv_handle_t* h) { delete reinterpret_cast<uv_idle_t*>(h); });
  }

  double Now() const { return static_cast<double>(uv_now(env_.loop()) - start_); }

  void Schedule(double delay_ms) {
    uv_timer_start(
        timer_,
        [](uv_timer_t* h) {
          if (h->data) static_cast<TimerState*>(h->data)->RunTimers();
        },
        static_cast<uint64_t>(std::max(delay_ms, 1.0)), 0);
  }
  void RefTimer(bool ref) {
    auto* h = reinterpret_cast<uv_handle_t*>(timer_);
    ref ? uv_ref(h) : uv_unref(h);
  }
  // An active idle handle makes the poll phase not block.
  void RefImmediates(bool ref) {
    if (ref) {
      uv_idle_start(idle_, [](uv_idle_t*) {});
    } else {
      uv_idle_stop(idle_);
    }
  }

  v8::Global<v8::Function> process_timers;
  v8::Global<v8::Function> process_immediates;
  std::shared_ptr<v8::BackingStore> immediate_info;

 private:
  // lib arms the timer for what is left.
  void RunTimers() {
    v8::HandleScope scope(env_.isolate());
    const auto f = process_timers.Get(env_.isolate());
    if (f.IsEmpty() || !env_.can_call_js()) return;
    v8::Local<v8::Value> result;
    // Empty means that a timer threw and the program survived it: go on with the others.
    while (result.IsEmpty() && env_.can_call_js()) {
      v8::Local<v8::Value> now = v8::Number::New(env_.isolate(), Now());
      if (!env_.Call(v8::Object::New(env_.isolate()), f, 1, &now).ToLocal(&result)) result.Clear();
    }
  }

  void RunImmediates() {
    auto* info = immediate_info ? static_cast<uint32_t*>(immediate_info->Data()) : nullptr;
    if (!info || info[kCount] == 0 || !env_.can_call_js()) return;
    v8::HandleScope scope(env_.isolate());
    const auto f = process_immediates.Get(env_.isolate());
    do {
      (void)env_.Call(v8::Object::New(env_.isolate()), f, 0, nullptr);
    } while (info[kHasOutstanding] && env_.can_call_js());
    if (info[kRefCount] == 0) RefImmediates(false);
  }

  Env& env_;
  uv_timer_t* timer_;
  uv_check_t* check_;
  uv_idle_t* idle_;
  uint64_t start_;
};

TimerState& State(Args& args) { return args.env().State<TimerState>(); }

void Setup(Args& args) {
  TimerState& s = State(args);
  s.process_immediates.Reset(args.isolate(), args.Function(0));
  s.process_timers.Reset(args.isolate(), args.Function(1));
  auto buffer = v8::ArrayBuffer::New(args.isolate(), kImmediateFields * sizeof(uint32_t));
  s.immediate_info = buffer->GetBackingStore();
  args.Return(v8::Uint32Array::New(buffer, 0, kImmediateFields));
}

void GetLibuvNow(Args& args) { args.Return(State(args).Now()); }
void ScheduleTimer(Args& args) { State(args).Schedule(args.Number(0)); }
void ToggleTimerRef(Args& args) { State(args).RefTimer(args.Bool(0)); }
void ToggleImmediateRef(Args& args) { State(args).RefImmediates(args.Bool(0)); }

}  // namespace

void BindTimers(Binding& b) {
  b.Method<Setup>("setup");
  b.Method<GetLibuvNow>("getLibuvNow");
  b.Method<ScheduleTimer>("scheduleTimer");
  b.Method<ToggleTimerRef>("toggleTimerRef");
  b.Method<ToggleImmediateRef>("toggleImmediateRef");
}

}  // namespace drover::rt
