// Env: one running JavaScript program: isolate, context, event loop, and what native code keeps for
// them. One per thread; found from any callback by Env::From(isolate).
//
// Entering JavaScript: only straight off the loop, and only with Env::Call (callback, then
// process.nextTick queue and microtasks, then the uncaught-exception handling). Native code that is
// itself called by JavaScript must not use it; it returns codes or throws.
#pragma once

#include <uv.h>
#include <v8.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "runtime/base/check.h"
#include "runtime/engine/binding.h"

namespace drover::rt {

class Wrap;
class Platform;

struct EnvOptions {
  std::span<const BindingEntry> bindings;  // outlives the Env
  std::vector<std::string> argv;           // as the kernel gave it
  std::string exec_path;                   // absolute; becomes process.execPath
};

class Env {
 public:
  static Env* From(v8::Isolate* isolate) { return static_cast<Env*>(isolate->GetData(0)); }

  Env(v8::Isolate* isolate, v8::Local<v8::Context> context, uv_loop_t* loop, Platform* platform,
      EnvOptions options);
  ~Env();
  Env(const Env&) = delete;
  Env& operator=(const Env&) = delete;

  v8::Isolate* isolate() const { return isolate_; }
  v8::Local<v8::Context> context() const { return context_.Get(isolate_); }
  uv_loop_t* loop() const { return loop_; }
  Platform* platform() const { return platform_; }
  const EnvOptions& options() const { return options_; }

  // State of one binding: made on first use, destroyed in reverse order of making. T's constructor
  // takes an Env& or nothing.
  template <class T>
  T& State() {
    static const char kKey = 0;  // its address is the type's key
    for (auto& s : states_)
      if (s.key == &kKey) return *static_cast<T*>(s.value.get());
    std::shared_ptr<T> made;
    if constexpr (std::is_constructible_v<T, Env&>) {
      made = std::make_shared<T>(*this);
    } else {
      made = std::make_shared<T>();
    }
    states_.push_back({&kKey, made});
    return *made;
  }

  // Calls into JavaScript from the loop. An exception goes to the uncaught-exception handling (which
  // may end the process) and the result is empty. Afterwards the nextTick queue and microtasks have
  // been drained, unless this call is nested in another one.
  v8::MaybeLocal<v8::Value> Call(v8::Local<v8::Object> receiver, v8::Local<v8::Function> function,
                                 int argc, v8::Local<v8::Value>* argv);
  // The same for a method found by name; does nothing where it is not a function.
  v8::MaybeLocal<v8::Value> CallMethod(v8::Local<v8::Object> receiver, v8::Local<v8::String> name,
                                       int argc, v8::Local<v8::Value>* argv);

  // An Error with code, errno and syscall, for the few places where C++ has to make one.
  v8::Local<v8::Object> UvException(int err, const char* syscall, const std::string& path = {});

  // Interned names that many bindings use. Owned by the Env.
  v8::Local<v8::String> Name(const char* literal);  // cached by address of the literal

  // Live wraps, for teardown and for process.getActiveResourcesInfo().
  std::vector<Wrap*>& wraps() { return wraps_; }

  // False once the program ends: no JavaScript may be entered any more.
  bool can_call_js() const { return can_call_js_; }
  void StopCallingJs() { can_call_js_ = false; }

  // Runs `f` on the loop's thread between callbacks, from any thread.
  void PostToLoop(std::function<void()> f);

  // Drains nextTicks and microtasks; used after the main script and by Call.
  void DrainTicks();
  // Hands a pending exception to process' uncaughtException handling.
  void HandleUncaught(v8::Local<v8::Value> error, v8::Local<v8::Message> message);

  // Hooks that lib/ installs at start (binding 'task_queue').
  struct Hooks {
    v8::Global<v8::Function> run_ticks;         // drains nextTicks and microtasks
    v8::Global<v8::Function> uncaught;          // (error, fromPromise) -> handled
    v8::Global<v8::Function> run_immediates;
    v8::Global<v8::Function> run_timers;        // (now) -> next expiry
    v8::Global<v8::Function> promise_reject;    // (type, promise, reason)
    v8::Global<v8::Function> prepare_stack;     // (error, callsites) -> stack
    v8::Global<v8::Function> import_dynamic;    // (referrer, specifier, attributes) -> promise
    v8::Global<v8::Function> import_meta;       // (module id, meta)
  };
  Hooks& hooks() { return hooks_; }
  // Shared with lib: [0] nextTicks queued, [1] rejections to handle.
  std::shared_ptr<v8::BackingStore> tick_info;

 private:
  struct StateEntry {
    const void* key;
    std::shared_ptr<void> value;
  };

  v8::Isolate* isolate_;
  v8::Global<v8::Context> context_;
  uv_loop_t* loop_;
  Platform* platform_;
  EnvOptions options_;
  Hooks hooks_;
  std::vector<StateEntry> states_;
  std::vector<Wrap*> wraps_;
  std::vector<std::pair<const char*, v8::Global<v8::String>>> names_;
  int call_depth_ = 0;
  bool can_call_js_ = true;
};

}  // namespace drover::rt
