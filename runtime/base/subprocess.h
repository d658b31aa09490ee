// Subprocess: one child process from start to reaped.
//
// Every descriptor of Drover is close-on-exec, so a child has exactly the descriptors named in
// `stdio`. Signal dispositions and the signal mask are the default ones in the child.
#pragma once

#include <uv.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "runtime/base/result.h"

namespace drover::base {

struct SubprocessOptions {
  // Searched in PATH (of `env` where given, else ours) if it holds no '/'.
  std::string file;
  std::vector<std::string> argv;                // argv[0] included
  std::optional<std::vector<std::string>> env;  // "NAME=value"; none: ours
  std::string cwd;                              // "": ours
  // Index = descriptor in the child; value = our descriptor to duplicate there, or kIgnore
  // (/dev/null). Missing entries of 0..2 are kIgnore. Ours stay open and stay ours.
  std::vector<int> stdio;
  std::optional<uid_t> uid;
  std::optional<gid_t> gid;
  bool own_session = false;  // setsid() in the child: it leads its own session and process group

  static constexpr int kIgnore = -1;
};

struct ExitStatus {
  int code = 0;    // meaningful where signal is 0
  int signal = 0;  // the signal that ended it, or 0
};

class Subprocess {
 public:
  using OnExit = std::function<void(ExitStatus)>;

  // Starts the child. An error (ENOENT, EACCES, ENOTDIR of cwd, EAGAIN...) leaves nothing behind.
  // `on_exit` is called once, from the loop, after the child was reaped; it may destroy this
  // object.
  static Result<std::unique_ptr<Subprocess>> Spawn(uv_loop_t* loop, SubprocessOptions options,
                                                   OnExit on_exit);
  // A child that still runs is killed (SIGKILL) and reaped here: nothing outlives its owner by
  // accident. on_exit is not called then.
  ~Subprocess();
  Subprocess(const Subprocess&) = delete;
  Subprocess& operator=(const Subprocess&) = delete;

  pid_t pid() const { return pid_; }
  bool running() const { return process_ != nullptr; }
  // UV_ESRCH once it was reaped: a pid that may belong to somebody else is never signalled.
  Status Kill(int signal);
  // The same for its process group; needs own_session. Reaches what the child has left behind, too,
  // so it also works after the child's exit, as long as the group has members.
  Status KillGroup(int signal);
  // Gives the child up: it goes on, its exit is not seen. Only for processes meant to outlive us.
  void Abandon();
  // The loop ends although the child runs.
  void Unref();

 private:
  Subprocess() = default;
  static void HandleExit(uv_process_t* process, int64_t code, int signal);
  void CloseHandle();

  uv_process_t* process_ = nullptr;  // null once exit was seen; closed and freed by libuv
  pid_t pid_ = 0;
  bool own_session_ = false;
  OnExit on_exit_;
};

}  // namespace drover::base
