// Binding 'task_queue': the functions of lib/ that the native side calls, and microtasks.
#include <cstring>

#include "runtime/engine/env.h"
#include "runtime/engine/exceptions.h"
#include "runtime/engine/internal_bindings.h"

namespace drover::rt {
namespace {

void SetHook(Args& args) {
  auto& h = args.env().hooks();
  const std::string name = args.Utf8(0);
  v8::Global<v8::Function>* slot = nullptr;
  if (name == "runTicks") slot = &h.run_ticks;
  if (name == "uncaught") slot = &h.uncaught;
  if (name == "formatUncaught") slot = &h.format_uncaught;
  if (name == "promiseReject") slot = &h.promise_reject;
  if (name == "prepareStack") slot = &h.prepare_stack;
  if (name == "importDynamic") slot = &h.import_dynamic;
  if (name == "importMeta") slot = &h.import_meta;
  CHECK(slot, "no such hook");
  slot->Reset(args.isolate(), args.Function(1));
}

// The Uint8Array behind Env::TickField.
void TickInfo(Args& args) {
  auto buffer = v8::ArrayBuffer::New(args.isolate(), Env::kTickFields);
  args.env().set_tick_store(buffer->GetBackingStore());
  args.Return(v8::Uint8Array::New(buffer, 0, Env::kTickFields));
}

void RunMicrotasks(Args& args) { args.isolate()->PerformMicrotaskCheckpoint(); }

void EnqueueMicrotask(Args& args) { args.isolate()->EnqueueMicrotask(args.Function(0)); }

void TriggerUncaught(Args& args) {
  Env& env = args.env();
  env.HandleUncaught(args[0], v8::Exception::CreateMessage(args.isolate(), args[0]), args.Bool(1));
}

void OnPromiseReject(v8::PromiseRejectMessage message) {
  const auto promise = message.GetPromise();
  v8::Isolate* isolate = promise->GetIsolate();
  Env* env = Env::From(isolate);
  if (!env || !env->can_call_js()) return;
  v8::HandleScope scope(isolate);
  const auto hook = env->hooks().promise_reject.Get(isolate);
  if (hook.IsEmpty()) return;
  v8::Local<v8::Value> value = message.GetValue();
  if (value.IsEmpty()) value = v8::Undefined(isolate);
  v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, message.GetEvent()), promise, value};
  v8::TryCatch try_catch(isolate);
  (void)hook->Call(env->context(), v8::Undefined(isolate), 3, argv);
}

void WatchRejections(Args& args) { args.isolate()->SetPromiseRejectCallback(OnPromiseReject); }

}  // namespace

void BindTaskQueue(Binding& b) {
  b.Method<SetHook>("setHook");
  b.Method<TickInfo>("tickInfo");
  b.Method<RunMicrotasks>("runMicrotasks");
  b.Method<EnqueueMicrotask>("enqueueMicrotask");
  b.Method<TriggerUncaught>("triggerUncaught");
  b.Method<WatchRejections>("watchRejections");
  b.Constant("kRejectedWithoutHandler", v8::kPromiseRejectWithNoHandler);
  b.Constant("kHandlerAddedAfterReject", v8::kPromiseHandlerAddedAfterReject);
  b.Constant("kRejectAfterResolved", v8::kPromiseRejectAfterResolved);
  b.Constant("kResolveAfterResolved", v8::kPromiseResolveAfterResolved);
}

}  // namespace drover::rt
