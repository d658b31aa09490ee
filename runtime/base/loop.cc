#include "runtime/base/loop.h"

#include <cstdio>

#include "runtime/base/check.h"
#include "runtime/base/uv_ptr.h"

namespace drover::base {
namespace {

// Close callbacks run within a turn or two; a chain of owners that close one another needs more.
constexpr int kClosingTurns = 100;

void PrintHandle(uv_handle_t* handle, void*) {
  std::fprintf(stderr, "open handle: %s%s%s\n", uv_handle_type_name(handle->type),
               uv_is_active(handle) ? " active" : "", uv_is_closing(handle) ? " closing" : "");
}

}  // namespace

Loop::Loop() { CHECK(uv_loop_init(&loop_) == 0, "uv_loop_init"); }

Loop::~Loop() {
  int err = uv_loop_close(&loop_);
  for (int turn = 0; err == UV_EBUSY && turn < kClosingTurns; ++turn) {
    uv_run(&loop_, UV_RUN_NOWAIT);
    err = uv_loop_close(&loop_);
  }
  if (err != 0) uv_walk(&loop_, PrintHandle, nullptr);
  CHECK(err == 0, "the loop dies with open handles");
}

RunResult Loop::Run() {
  return uv_run(&loop_, UV_RUN_DEFAULT) == 0 ? RunResult::kEmpty : RunResult::kStopped;
}

RunResult Loop::RunUntil(const std::function<bool()>& done, std::chrono::milliseconds limit) {
  bool late = false;
  auto timer = MakeUv<uv_timer_t>(uv_timer_init, &loop_, &late);
  CHECK(timer.ok(), "uv_timer_init");
  uv_update_time(&loop_);
  uv_timer_start(
      timer->get(), [](uv_timer_t* t) { *static_cast<bool*>(t->data) = true; },
      static_cast<uint64_t>(limit.count()), 0);
  uv_unref(reinterpret_cast<uv_handle_t*>(timer->get()));
  while (!done()) {
    if (late) return RunResult::kTimeout;
    if (uv_run(&loop_, UV_RUN_ONCE) == 0) return done() ? RunResult::kStopped : RunResult::kEmpty;
  }
  return RunResult::kStopped;
}

}  // namespace drover::base
