// SpawnPlan: the options object of a spawn, as uv_spawn takes it, with the memory and the socket
// pairs that it points to. Used by process_wrap.cc and spawn_sync.cc.
//
//   { file, args, envPairs, cwd, stdio, detached, uid, gid }
//
// stdio holds one number per descriptor of the child: kIgnore, kPipe, or a descriptor of this
// process that the child gets a duplicate of.
#pragma once

#include <uv.h>

#include <optional>
#include <string>
#include <vector>

#include <v8.h>

#include "runtime/base/fd.h"

namespace drover::rt {

class SpawnPlan {
 public:
  static constexpr int kIgnore = -1;
  static constexpr int kPipe = -2;

  SpawnPlan(v8::Local<v8::Context> context, v8::Local<v8::Object> options);
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  // Makes the socket pairs. Returns a negative code if that is not possible.
  int OpenStdio();
  // What uv_spawn takes; valid as long as this object.
  uv_process_options_t& options() { return options_; }
  // The parent's ends, by index in stdio (invalid where there is no pipe). The child's ends are
  // closed with this object.
  std::vector<base::Fd> TakeParentEnds() { return std::move(parent_ends_); }

 private:
  v8::Local<v8::Value> Get(const char* name);
  std::optional<std::vector<std::string>> Strings(const char* name);
  void SetFlags();
  int AddStdio(int entry);

  v8::Isolate* isolate_;
  v8::Local<v8::Context> context_;
  v8::Local<v8::Object> object_;
  uv_process_options_t options_{};
  std::string file_;
  std::vector<std::string> args_;
  std::optional<std::vector<std::string>> env_;  // none: the environment of this process
  std::string cwd_;
  std::vector<char*> arg_pointers_;
  std::vector<char*> env_pointers_;
  std::vector<uv_stdio_container_t> containers_;
  std::vector<base::Fd> parent_ends_;
  std::vector<base::Fd> child_ends_;
};

}  // namespace drover::rt
