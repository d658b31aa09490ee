// Env: one running JavaScript program: isolate, context, event loop, and what native code keeps for
// them. One per thread; found from any callback by Env::From(isolate).
//
// Entering JavaScript: only straight off the loop, and only with Env::Call (callback, then
// process.nextTick queue and microtasks, then the uncaught-exception handling). Native code that is
// itself called by JavaScript must not use it; it returns codes or throws.
#pragma once

#include <uv.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <v8.h>

#include "runtime/base/check.h"
#include "runtime/engine/binding.h"

namespace drover::rt {

class Wrap;
class ForegroundTasks;
class Platform;

struct EnvOptions {
  std::string argv0;                   // as the kernel gave it
  std::string exec_path;               // absolute; becomes process.execPath
  std::vector<std::string> exec_argv;  // options before the script
  std::vector<std::string> arguments;  // the script and what follows it
  // Option name ("--require") to its values in order; a flag without value has "".
  std::map<std::string, std::vector<std::string>> flags;
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

  // Calls into JavaScript from the loop. An exception goes to the uncaught-exception handling
  // (which may end the process) and the result is empty. Afterwards the nextTick queue and
  // microtasks have been drained, unless this call is nested in another one.
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

  // Runs V8's foreground tasks that are due; true if there were any.
  bool RunForegroundTasks();

  // Drains nextTicks and microtasks; used after the main script and by Call.
  void DrainTicks();
  // Hands an exception to process' uncaughtException handling; ends the process if nobody handles
  // it.
  void HandleUncaught(v8::Local<v8::Value> error, v8::Local<v8::Message> message,
                      bool from_promise = false);

  // Runs before the process ends through Exit(), newest first: what must not be lost (accepted
  // messages, output). Must not enter JavaScript and must not block for long.
  void AtExit(std::function<void()> f) { at_exit_.push_back(std::move(f)); }
  // Ends the process now: AtExit functions, terminal modes, exit code. The heap is not torn down.
  [[noreturn]] void Exit(int code);

  // Functions that lib/ installs at start (binding 'task_queue'). Any may be empty.
  struct Hooks {
    v8::Global<v8::Function> run_ticks;        // () drains nextTicks, microtasks and rejections
    v8::Global<v8::Function> uncaught;         // (error, fromPromise) -> true, or an exit code
    v8::Global<v8::Function> format_uncaught;  // (error) -> text to print
    v8::Global<v8::Function> promise_reject;   // (type, promise, reason)
    v8::Global<v8::Function> prepare_stack;    // (error, callsites) -> stack
    v8::Global<v8::Function> import_dynamic;   // (referrer, specifier, attributes) -> promise
    v8::Global<v8::Function> import_meta;      // (ModuleWrap, meta)
  };
  Hooks& hooks() { return hooks_; }
  // Shared with lib as a Uint8Array: kHasTicks, kHasRejections.
  enum TickField { kHasTicks = 0, kHasRejections = 1, kTickFields = 2 };
  uint8_t* tick_info() { return tick_info_; }
  void set_tick_store(std::shared_ptr<v8::BackingStore> store);

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
  std::vector<std::function<void()>> at_exit_;
  std::shared_ptr<ForegroundTasks> tasks_;
  std::shared_ptr<v8::BackingStore> tick_store_;
  uint8_t no_ticks_[kTickFields] = {};
  uint8_t* tick_info_ = no_ticks_;
  int call_depth_ = 0;
  bool can_call_js_ = true;
};

}  // namespace drover::rt
