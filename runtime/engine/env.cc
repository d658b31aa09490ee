#include "runtime/engine/env.h"

#include <cstdio>
#include <cstdlib>

#include "runtime/engine/exceptions.h"
#include "runtime/engine/platform.h"
#include "runtime/engine/wrap.h"

namespace drover::rt {

// Exit codes of Node that are not the program's own choice.
constexpr int kExitUncaught = 1;
constexpr int kExitHandlerThrew = 7;

Env::Env(v8::Isolate* isolate, v8::Local<v8::Context> context, uv_loop_t* loop, Platform* platform,
         EnvOptions options)
    : isolate_(isolate),
      context_(isolate, context),
      loop_(loop),
      platform_(platform),
      options_(std::move(options)),
      tasks_(platform->Register(isolate)) {
  isolate->SetData(0, this);
  tasks_->Attach(this, loop);
}

// Close all wraps, let the loop finish the closing, then drop what JavaScript may still hold.
Env::~Env() {
  can_call_js_ = false;
  v8::HandleScope scope(isolate_);
  const std::vector<Wrap*> wraps = wraps_;
  for (Wrap* wrap : wraps) wrap->CloseForTeardown();
  while (!states_.empty()) states_.pop_back();
  tasks_->Detach();
  uv_run(loop_, UV_RUN_DEFAULT);
  platform_->Unregister(isolate_);
  isolate_->SetData(0, nullptr);
}

v8::MaybeLocal<v8::Value> Env::Call(v8::Local<v8::Object> receiver,
                                    v8::Local<v8::Function> function, int argc,
                                    v8::Local<v8::Value>* argv) {
  if (!can_call_js_) return {};
  v8::EscapableHandleScope scope(isolate_);
  const auto context = context_.Get(isolate_);
  v8::Context::Scope context_scope(context);
  ++call_depth_;
  v8::MaybeLocal<v8::Value> result;
  {
    v8::TryCatch try_catch(isolate_);
    result = function->Call(context, receiver, argc, argv);
    if (try_catch.HasCaught() && try_catch.CanContinue())
      HandleUncaught(try_catch.Exception(), try_catch.Message());
  }
  --call_depth_;
  if (call_depth_ == 0) DrainTicks();
  v8::Local<v8::Value> value;
  return result.ToLocal(&value) ? scope.Escape(value) : v8::MaybeLocal<v8::Value>();
}

v8::MaybeLocal<v8::Value> Env::CallMethod(v8::Local<v8::Object> receiver,
                                          v8::Local<v8::String> name, int argc,
                                          v8::Local<v8::Value>* argv) {
  if (!can_call_js_) return {};
  v8::Local<v8::Value> method;
  if (!receiver->Get(context(), name).ToLocal(&method) || !method->IsFunction()) return {};
  return Call(receiver, method.As<v8::Function>(), argc, argv);
}

void Env::DrainTicks() {
  if (!can_call_js_ || call_depth_ > 0) return;
  if (!tick_info_[kHasTicks] && !tick_info_[kHasRejections]) isolate_->PerformMicrotaskCheckpoint();
  v8::HandleScope scope(isolate_);
  const auto context = context_.Get(isolate_);
  v8::Context::Scope context_scope(context);
  while (can_call_js_ && (tick_info_[kHasTicks] || tick_info_[kHasRejections])) {
    const auto run = hooks_.run_ticks.Get(isolate_);
    if (run.IsEmpty()) return;
    v8::TryCatch try_catch(isolate_);
    ++call_depth_;
    (void)run->Call(context, v8::Undefined(isolate_), 0, nullptr);
    if (try_catch.HasCaught()) {
      if (!try_catch.CanContinue()) {
        --call_depth_;
        return;
      }
      HandleUncaught(try_catch.Exception(), try_catch.Message());
    }
    --call_depth_;
  }
}

void Env::HandleUncaught(v8::Local<v8::Value> error, v8::Local<v8::Message> message,
                         bool from_promise) {
  v8::HandleScope scope(isolate_);
  const auto context = context_.Get(isolate_);
  const auto hook = hooks_.uncaught.Get(isolate_);
  if (hook.IsEmpty()) {
    PrintUncaught(*this, error, message);
    Exit(kExitUncaught);
  }
  v8::TryCatch try_catch(isolate_);
  v8::Local<v8::Value> argv[] = {error, v8::Boolean::New(isolate_, from_promise)};
  v8::Local<v8::Value> answer;
  ++call_depth_;
  const bool answered = hook->Call(context, v8::Undefined(isolate_), 2, argv).ToLocal(&answer);
  --call_depth_;
  if (!answered) {
    if (!try_catch.CanContinue()) return;
    PrintUncaught(*this, try_catch.Exception(), try_catch.Message());
    Exit(kExitHandlerThrew);
  }
  if (answer->IsTrue()) return;
  PrintUncaught(*this, error, message);
  Exit(answer->IsNumber() ? answer->Int32Value(context).FromMaybe(kExitUncaught) : kExitUncaught);
}

v8::Local<v8::Object> Env::UvException(int err, const char* syscall, const std::string& path) {
  std::string text = std::string(uv_err_name(err)) + ": " + uv_strerror(err) + ", " + syscall;
  if (!path.empty()) text += " '" + path + "'";
  const auto context = context_.Get(isolate_);
  auto e = v8::Exception::Error(ToV8(isolate_, text)).As<v8::Object>();
  const auto set = [&](const char* key, v8::Local<v8::Value> value) {
    (void)e->CreateDataProperty(context, ToV8(isolate_, key), value);
  };
  set("errno", v8::Integer::New(isolate_, err));
  set("code", ToV8(isolate_, uv_err_name(err)));
  set("syscall", ToV8(isolate_, syscall));
  if (!path.empty()) set("path", ToV8(isolate_, path));
  return e;
}

v8::Local<v8::String> Env::Name(const char* literal) {
  for (auto& entry : names_)
    if (entry.first == literal) return entry.second.Get(isolate_);
  auto name =
      v8::String::NewFromUtf8(isolate_, literal, v8::NewStringType::kInternalized).ToLocalChecked();
  names_.emplace_back(literal, v8::Global<v8::String>(isolate_, name));
  return name;
}

void Env::PostToLoop(std::function<void()> f) { tasks_->PostFunction(std::move(f)); }

bool Env::RunForegroundTasks() { return tasks_->RunDue(); }

void Env::set_tick_store(std::shared_ptr<v8::BackingStore> store) {
  CHECK(store->ByteLength() >= kTickFields);
  tick_store_ = std::move(store);
  tick_info_ = static_cast<uint8_t*>(tick_store_->Data());
}

void Env::Exit(int code) {
  can_call_js_ = false;
  while (!at_exit_.empty()) {
    auto f = std::move(at_exit_.back());
    at_exit_.pop_back();
    f();
  }
  uv_tty_reset_mode();
  std::fflush(nullptr);
  std::_Exit(code);
}

}  // namespace drover::rt
