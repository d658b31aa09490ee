#include "supervisor/daemon/orphans.h"

#include <signal.h>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/wait.h>

#include "supervisor/daemon/proc_table.h"

namespace drover::sup {

Orphans::Orphans(uv_loop_t* loop, std::function<bool(pid_t)> is_ours)
    : loop_(loop), is_ours_(std::move(is_ours)) {}

base::Status Orphans::Start() {
  if (::prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
    return base::Error::FromErrno(errno, "become subreaper");
  auto signal = base::MakeUv<uv_signal_t>(uv_signal_init, loop_, this);
  if (!signal.ok()) return std::move(signal).error();
  signal_ = std::move(*signal);
  const int err = uv_signal_start(
      signal_.get(),
      [](uv_signal_t* handle, int) {
        if (auto* self = static_cast<Orphans*>(handle->data)) self->Reap();
      },
      SIGCHLD);
  if (err < 0) return base::Error(err, "watch SIGCHLD");
  uv_unref(reinterpret_cast<uv_handle_t*>(signal_.get()));
  return {};
}

void Orphans::Reap() {
  for (const pid_t pid : ChildrenOf(::getpid()))
    if (!is_ours_(pid)) ::waitpid(pid, nullptr, WNOHANG);
}

}  // namespace drover::sup
