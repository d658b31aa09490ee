// Loop owns one libuv loop.
//
// Rule: everything that was opened on the loop is closed by its owner before the Loop dies. The
// destructor lets close callbacks run (for a bounded number of turns) and then CHECKs that
// uv_loop_close() returns 0; survivors are printed by type. A leaked handle is a failing test.
#pragma once

#include <uv.h>

#include <chrono>
#include <functional>

#include "runtime/base/result.h"

namespace drover::base {

enum class RunResult { kEmpty, kStopped, kTimeout };

class Loop {
 public:
  Loop();
  ~Loop();
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  uv_loop_t* uv() { return &loop_; }

  // Runs until nothing keeps the loop alive (kEmpty) or Stop() was called (kStopped).
  RunResult Run();
  // Runs turns until `done` returns true (kStopped), nothing is left (kEmpty) or `limit` has passed
  // (kTimeout). `done` is asked before each turn.
  RunResult RunUntil(const std::function<bool()>& done, std::chrono::milliseconds limit);
  // One turn that does not wait.
  void Poll() { uv_run(&loop_, UV_RUN_NOWAIT); }
  void Stop() { uv_stop(&loop_); }

 private:
  uv_loop_t loop_;
};

}  // namespace drover::base
