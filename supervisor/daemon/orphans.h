// The daemon is the subreaper of all its apps: a process whose parent died becomes its child. This
// reaps those that nobody waits for.
#pragma once

#include <uv.h>

#include <functional>

#include <sys/types.h>

#include "runtime/base/result.h"
#include "runtime/base/uv_ptr.h"

namespace drover::sup {

class Orphans {
 public:
  // is_ours: a child that somebody waits for by its pid. loop outlives this.
  Orphans(uv_loop_t* loop, std::function<bool(pid_t)> is_ours);
  base::Status Start();
  // Reaps what has ended.
  void Reap();

 private:
  uv_loop_t* loop_;
  std::function<bool(pid_t)> is_ours_;
  base::UvPtr<uv_signal_t> signal_;
};

}  // namespace drover::sup
