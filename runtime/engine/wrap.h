// Wrap: a C++ object behind a JavaScript object. HandleWrap: a Wrap that owns one libuv handle.
//
// A Wrap keeps its JavaScript object alive (strong) until Release(); then the object may be
// collected and the C++ side is deleted. A HandleWrap is released when its close callback has run,
// so an open handle is never collected, and it is closed by its owner in lib/ or at teardown.
#pragma once

#include <uv.h>

#include <v8.h>

#include "runtime/engine/binding.h"
#include "runtime/engine/env.h"

namespace drover::rt {

class Wrap {
 public:
  Wrap(Env& env, v8::Local<v8::Object> object, const char* type_name);
  virtual ~Wrap();
  Wrap(const Wrap&) = delete;
  Wrap& operator=(const Wrap&) = delete;

  Env& env() const { return env_; }
  v8::Local<v8::Object> object() const { return object_.Get(env_.isolate()); }
  const char* type_name() const { return type_name_; }
  // Whether it keeps the process alive.
  virtual bool IsAlive() const { return false; }
  // Teardown: stop all activity, close handles. Must lead to deletion of this object by the loop.
  virtual void CloseForTeardown() { delete this; }

  // The Wrap behind a JavaScript object; null where it is gone or the object is of another kind.
  // T is checked with Is<T>: each class that JavaScript can reach has a static kTypeName.
  template <class T>
  static T* Unwrap(v8::Local<v8::Value> value) {
    return static_cast<T*>(UnwrapAny(value, T::kTypeName));
  }
  template <class T>
  static T* Unwrap(Args& args) {
    return Unwrap<T>(args.This());
  }

 private:
  static Wrap* UnwrapAny(v8::Local<v8::Value> value, const char* type_name);

  Env& env_;
  v8::Global<v8::Object> object_;
  size_t index_ = 0;       // in env_.wraps()
  const char* type_name_;  // address is the identity, text is the name shown to users
};

// States: open -> closing (close() called) -> closed (deleted).
class HandleWrap : public Wrap {
 public:
  uv_handle_t* handle() const { return handle_; }
  bool IsAlive() const override {
    return state_ == State::kOpen && uv_is_active(handle_) && uv_has_ref(handle_);
  }
  bool closing() const { return state_ != State::kOpen; }
  // Closes the handle; the JavaScript callback, if any, runs afterwards, then this is deleted.
  void Close(v8::Local<v8::Value> callback);
  void CloseForTeardown() override { Close({}); }

  // close(cb), ref(), unref(), hasRef(): With(HandleWrap::Describe) in a class description. They
  // find the object by DescribeFor<T>, as each class has its own type identity.
  template <class T>
  static void Describe(ClassBuilder& c) {
    c.Method<CloseMethod<T>>("close").template Method<RefMethod<T>>("ref");
    c.Method<UnrefMethod<T>>("unref").template Method<HasRefMethod<T>>("hasRef");
  }

 protected:
  // handle: memory that the subclass owns as a member; initialised by the subclass' constructor.
  HandleWrap(Env& env, v8::Local<v8::Object> object, const char* type_name, uv_handle_t* handle)
      : Wrap(env, object, type_name), handle_(handle) {
    handle->data = this;
  }
  // Called once the handle is closed, before this is deleted.
  virtual void OnClosed() {}

 private:
  enum class State { kOpen, kClosing, kClosed };
  template <class T>
  static void CloseMethod(Args& args) {
    if (T* self = Unwrap<T>(args)) self->Close(args[0]);
  }
  template <class T>
  static void RefMethod(Args& args) {
    if (T* self = Unwrap<T>(args); self && !self->closing()) uv_ref(self->handle());
  }
  template <class T>
  static void UnrefMethod(Args& args) {
    if (T* self = Unwrap<T>(args); self && !self->closing()) uv_unref(self->handle());
  }
  template <class T>
  static void HasRefMethod(Args& args) {
    T* self = Unwrap<T>(args);
    args.Return(self && !self->closing() && uv_has_ref(self->handle()) != 0);
  }

  uv_handle_t* handle_;
  State state_ = State::kOpen;
  v8::Global<v8::Function> close_callback_;
};

}  // namespace drover::rt
