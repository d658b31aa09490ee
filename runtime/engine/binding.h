// How native code becomes visible to lib/: a binding is an object of functions, constants and
// classes.
//
// Each file of runtime/bindings describes its binding in one function, `void BindOs(Binding& b)`.
// That function runs in two modes: to collect the addresses of all native functions (the snapshot
// needs the same list, in the same order, when it is made and when it is read), and to fill the
// object that `binding('os')` returns. So it must be pure: the same calls every time, no state.
//
//   static void Hostname(Args& args) { args.Return(...); }
//   void BindOs(Binding& b) { b.Method<Hostname>("hostname"); }
//
// Convention with lib/: JavaScript validates arguments, C++ CHECKs or coerces; failure is returned
// as a negative libuv error code (a small integer), and lib/internal/errors.js makes the Error.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <v8.h>

#include "runtime/base/check.h"

namespace drover::rt {

class Env;

// The arguments of one call from JavaScript and its return value. Lives for the call only.
class Args {
 public:
  explicit Args(const v8::FunctionCallbackInfo<v8::Value>& info) : info_(info) {}

  Env& env() const;
  v8::Isolate* isolate() const { return info_.GetIsolate(); }
  v8::Local<v8::Context> context() const { return isolate()->GetCurrentContext(); }
  int Length() const { return info_.Length(); }
  v8::Local<v8::Object> This() const { return info_.This(); }
  bool IsConstructCall() const { return info_.IsConstructCall(); }
  v8::Local<v8::Value> operator[](int i) const { return info_[i]; }

  // Coercing readers: a missing or wrong argument gives 0, false, "" or an empty span.
  bool Bool(int i) const { return info_[i]->BooleanValue(isolate()); }
  int32_t Int32(int i) const;
  uint32_t Uint32(int i) const;
  int64_t Int64(int i) const;  // Number or BigInt
  double Number(int i) const;
  std::string Utf8(int i) const;
  // The bytes of an ArrayBuffer, SharedArrayBuffer or view; valid while the argument is reachable
  // and no JavaScript runs.
  std::span<uint8_t> Bytes(int i) const { return BytesOf(info_[i]); }
  static std::span<uint8_t> BytesOf(v8::Local<v8::Value> value);
  v8::Local<v8::Object> Object(int i) const {
    CHECK(info_[i]->IsObject());
    return info_[i].As<v8::Object>();
  }
  v8::Local<v8::Function> Function(int i) const {
    CHECK(info_[i]->IsFunction());
    return info_[i].As<v8::Function>();
  }

  void Return(int v) const { info_.GetReturnValue().Set(v); }
  void Return(uint32_t v) const { info_.GetReturnValue().Set(v); }
  void Return(double v) const { info_.GetReturnValue().Set(v); }
  void Return(bool v) const { info_.GetReturnValue().Set(v); }
  void Return(std::string_view utf8) const;
  void Return(const char* utf8) const { Return(std::string_view(utf8)); }
  template <class T>
  void Return(v8::Local<T> v) const {
    info_.GetReturnValue().Set(v);
  }
  void ReturnNull() const { info_.GetReturnValue().SetNull(); }

 private:
  const v8::FunctionCallbackInfo<v8::Value>& info_;
};

using Method = void (*)(Args&);
// Native accessors (a getter without a setter).
using Getter = void (*)(Args&);

namespace binding_detail {
template <Method kMethod>
void Thunk(const v8::FunctionCallbackInfo<v8::Value>& info) {
  Args args(info);
  kMethod(args);
}
}  // namespace binding_detail

// One class of a binding, made by Binding::Class. Methods stand on the prototype.
class ClassBuilder {
 public:
  template <rt::Method kMethod>
  ClassBuilder& Method(const char* name) {
    AddMethod(name, binding_detail::Thunk<kMethod>);
    return *this;
  }
  template <Getter kGetter>
  ClassBuilder& Accessor(const char* name) {
    AddAccessor(name, binding_detail::Thunk<kGetter>);
    return *this;
  }
  // Methods of a base that is described by another function, e.g. InheritHandle(c).
  template <class F>
  ClassBuilder& With(F&& describe) {
    describe(*this);
    return *this;
  }

 private:
  friend class Binding;
  ClassBuilder(std::vector<intptr_t>* references, v8::Isolate* isolate,
               v8::Local<v8::FunctionTemplate> klass)
      : references_(references), isolate_(isolate), class_(klass) {}
  void AddMethod(const char* name, v8::FunctionCallback callback);
  void AddAccessor(const char* name, v8::FunctionCallback callback);

  std::vector<intptr_t>* references_;  // collecting, if not null
  v8::Isolate* isolate_;
  v8::Local<v8::FunctionTemplate> class_;
};

class Binding {
 public:
  // Collects addresses into `references`.
  explicit Binding(std::vector<intptr_t>* references) : references_(references) {}
  // Fills `target`.
  Binding(v8::Local<v8::Context> context, v8::Local<v8::Object> target)
      : isolate_(context->GetIsolate()), context_(context), target_(target) {}

  template <rt::Method kMethod>
  void Method(const char* name) {
    AddMethod(name, binding_detail::Thunk<kMethod>);
  }
  void Constant(const char* name, double value);
  void Constant(const char* name, std::string_view value);
  // Makes the classes' functions visible. The table's code calls it after the describing function.
  void Finish();
  // Groups of constants: b.Constants("signals", {{"SIGTERM", 15}, ...}) makes an object in it.
  struct NamedNumber {
    const char* name;
    double value;
  };
  void Constants(const char* name, std::span<const NamedNumber> values);

  // A class whose instances carry `internal_fields` aligned pointers (field 0 is the Wrap*, see
  // wrap.h). kConstructor runs for `new X(...)`.
  template <rt::Method kConstructor>
  ClassBuilder Class(const char* name, int internal_fields = 1) {
    return AddClass(name, binding_detail::Thunk<kConstructor>, internal_fields);
  }

 private:
  struct PendingClass {
    const char* name;
    v8::Local<v8::FunctionTemplate> klass;
  };

  void AddMethod(const char* name, v8::FunctionCallback callback);
  ClassBuilder AddClass(const char* name, v8::FunctionCallback constructor, int internal_fields);
  void Set(const char* name, v8::Local<v8::Value> value);

  std::vector<intptr_t>* references_ = nullptr;
  v8::Isolate* isolate_ = nullptr;
  v8::Local<v8::Context> context_;
  v8::Local<v8::Object> target_;
  // A template must be complete before its function is made.
  std::vector<PendingClass> pending_classes_;
};

// One line of the binding table that a main hands to the Env.
struct BindingEntry {
  const char* name;
  void (*bind)(Binding&);
};

// A V8 string from UTF-8 (or plain ASCII, which is what names are).
v8::Local<v8::String> ToV8(v8::Isolate* isolate, std::string_view utf8);
std::string ToUtf8(v8::Isolate* isolate, v8::Local<v8::Value> value);

}  // namespace drover::rt
