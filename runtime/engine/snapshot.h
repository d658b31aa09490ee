// The startup snapshot: lib/'s start-up modules, evaluated at build time. And the isolates that
// start from it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <v8.h>

#include "runtime/engine/binding.h"

namespace drover::rt {

// The binding table of the program; called once by main, before anything else here. The order and
// content must be the same when the snapshot is made and when it is used.
void SetBindingTable(std::span<const BindingEntry> table);
// Looks through the engine's own bindings and the table; exact name. Null if there is none.
const BindingEntry* FindBinding(std::string_view name);
// Addresses of all native functions, zero-terminated.
const std::vector<intptr_t>& ExternalReferences();

v8::MaybeLocal<v8::Function> CompileBuiltin(v8::Local<v8::Context> context, std::string_view id);

// Evaluates lib/internal/bootstrap/* in `context`; its result is the start function, which the
// caller runs in a live Env: start() -> {...} (see lib/internal/bootstrap/main.js).
v8::MaybeLocal<v8::Function> RunBootstrap(v8::Local<v8::Context> context);

// Makes the snapshot blob; empty on failure (the exception has been printed).
std::string MakeSnapshot();
// Compiles every builtin and serialises the code, in the form SetBuiltinCodeCaches takes.
std::string MakeCodeCaches(std::span<const uint8_t> snapshot);

struct IsolateOptions {
  std::span<const uint8_t> snapshot;  // outlives the isolate
};

// An isolate with Drover's settings (explicit microtasks, stack traces, out-of-memory handling),
// and the platform told of it. The caller disposes it with DisposeIsolate.
class Platform;
class OwnedIsolate {
 public:
  OwnedIsolate(Platform* platform, const IsolateOptions& options);
  ~OwnedIsolate();
  OwnedIsolate(const OwnedIsolate&) = delete;
  OwnedIsolate& operator=(const OwnedIsolate&) = delete;
  v8::Isolate* get() const { return isolate_; }
  // The context of the snapshot and its start function. Needs a HandleScope of the caller.
  v8::Local<v8::Context> NewContext(v8::Local<v8::Function>* start);

 private:
  Platform* platform_;
  std::unique_ptr<v8::ArrayBuffer::Allocator> allocator_;
  v8::StartupData blob_;
  v8::Isolate* isolate_;
};

}  // namespace drover::rt
