#include "runtime/base/subprocess.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include <sys/wait.h>

#include "runtime/base/check.h"

namespace drover::base {
namespace {

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  out.reserve(strings.size() + 1);
  for (auto& s : strings) out.push_back(s.data());
  out.push_back(nullptr);
  return out;
}

std::vector<uv_stdio_container_t> Stdio(const std::vector<int>& fds) {
  std::vector<uv_stdio_container_t> out(std::max<size_t>(fds.size(), 3));
  for (size_t i = 0; i < out.size(); ++i) {
    const bool given = i < fds.size() && fds[i] != SubprocessOptions::kIgnore;
    out[i].flags = given ? UV_INHERIT_FD : UV_IGNORE;
    out[i].data.fd = given ? fds[i] : -1;
  }
  return out;
}

void DeleteProcess(uv_handle_t* handle) { delete reinterpret_cast<uv_process_t*>(handle); }

}  // namespace

Result<std::unique_ptr<Subprocess>> Subprocess::Spawn(uv_loop_t* loop, SubprocessOptions options,
                                                      OnExit on_exit) {
  auto argv = Pointers(options.argv);
  std::vector<char*> env;
  if (options.env) env = Pointers(*options.env);
  auto stdio = Stdio(options.stdio);

  uv_process_options_t spawn{};
  spawn.exit_cb = HandleExit;
  spawn.file = options.file.c_str();
  spawn.args = argv.data();
  spawn.env = options.env ? env.data() : nullptr;
  spawn.cwd = options.cwd.empty() ? nullptr : options.cwd.c_str();
  spawn.stdio = stdio.data();
  spawn.stdio_count = static_cast<int>(stdio.size());
  if (options.uid) spawn.flags |= UV_PROCESS_SETUID, spawn.uid = *options.uid;
  if (options.gid) spawn.flags |= UV_PROCESS_SETGID, spawn.gid = *options.gid;
  if (options.own_session) spawn.flags |= UV_PROCESS_DETACHED;

  auto self = std::unique_ptr<Subprocess>(new Subprocess());
  // libuv leaves an open handle even when it fails, so the handle has its owner before the call.
  self->process_ = new uv_process_t;
  self->process_->data = self.get();
  self->own_session_ = options.own_session;
  if (const int err = uv_spawn(loop, self->process_, &spawn); err < 0) {
    self->CloseHandle();
    return Error(err, "start " + options.file);
  }
  self->pid_ = self->process_->pid;
  self->on_exit_ = std::move(on_exit);
  return self;
}

Subprocess::~Subprocess() {
  if (!running()) return;
  ::kill(pid_, SIGKILL);
  int status;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  CloseHandle();
}

void Subprocess::CloseHandle() {
  process_->data = nullptr;
  uv_close(reinterpret_cast<uv_handle_t*>(std::exchange(process_, nullptr)), DeleteProcess);
}

void Subprocess::HandleExit(uv_process_t* process, int64_t code, int signal) {
  auto* self = static_cast<Subprocess*>(process->data);
  if (self == nullptr) return;
  self->CloseHandle();
  const auto on_exit = std::move(self->on_exit_);
  if (on_exit) on_exit({static_cast<int>(code), signal});
}

Status Subprocess::Kill(int signal) {
  if (!running()) return Error(UV_ESRCH, "kill " + std::to_string(pid_));
  if (::kill(pid_, signal) < 0) return Error::FromErrno(errno, "kill " + std::to_string(pid_));
  return {};
}

Status Subprocess::KillGroup(int signal) {
  CHECK(own_session_, "KillGroup needs own_session");
  if (::kill(-pid_, signal) < 0)
    return Error::FromErrno(errno, "kill group " + std::to_string(pid_));
  return {};
}

void Subprocess::Abandon() {
  on_exit_ = nullptr;
  if (running()) CloseHandle();
}

void Subprocess::Unref() {
  if (running()) uv_unref(reinterpret_cast<uv_handle_t*>(process_));
}

}  // namespace drover::base
