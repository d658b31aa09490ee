#include "runtime/engine/binding.h"

#include "runtime/engine/env.h"

namespace drover::rt {

v8::Local<v8::String> ToV8(v8::Isolate* isolate, std::string_view utf8) {
  v8::Local<v8::String> out;
  CHECK(v8::String::NewFromUtf8(isolate, utf8.data(), v8::NewStringType::kNormal,
                                static_cast<int>(utf8.size()))
            .ToLocal(&out),
        "the string is longer than V8 allows");
  return out;
}

std::string ToUtf8(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  if (value.IsEmpty()) return {};
  v8::String::Utf8Value text(isolate, value);
  return *text ? std::string(*text, static_cast<size_t>(text.length())) : std::string();
}

Env& Args::env() const { return *Env::From(isolate()); }

int32_t Args::Int32(int i) const { return info_[i]->Int32Value(context()).FromMaybe(0); }
uint32_t Args::Uint32(int i) const { return info_[i]->Uint32Value(context()).FromMaybe(0); }

int64_t Args::Int64(int i) const {
  if (info_[i]->IsBigInt()) return info_[i].As<v8::BigInt>()->Int64Value();
  return info_[i]->IntegerValue(context()).FromMaybe(0);
}

double Args::Number(int i) const { return info_[i]->NumberValue(context()).FromMaybe(0); }
std::string Args::Utf8(int i) const {
  if (info_[i]->IsUndefined()) return {};
  return ToUtf8(isolate(), info_[i]);
}

std::span<uint8_t> Args::BytesOf(v8::Local<v8::Value> value) {
  if (value->IsArrayBufferView()) {
    auto view = value.As<v8::ArrayBufferView>();
    auto* base = static_cast<uint8_t*>(view->Buffer()->Data());
    return {base + view->ByteOffset(), view->ByteLength()};
  }
  if (value->IsArrayBuffer()) {
    auto buffer = value.As<v8::ArrayBuffer>();
    return {static_cast<uint8_t*>(buffer->Data()), buffer->ByteLength()};
  }
  if (value->IsSharedArrayBuffer()) {
    auto buffer = value.As<v8::SharedArrayBuffer>();
    return {static_cast<uint8_t*>(buffer->Data()), buffer->ByteLength()};
  }
  return {};
}

void Args::Return(std::string_view utf8) const {
  info_.GetReturnValue().Set(ToV8(isolate(), utf8));
}

void ClassBuilder::AddMethod(const char* name, v8::FunctionCallback callback) {
  if (references_) {
    references_->push_back(reinterpret_cast<intptr_t>(callback));
    return;
  }
  auto t = v8::FunctionTemplate::New(isolate_, callback, {}, v8::Signature::New(isolate_, class_),
                                     0, v8::ConstructorBehavior::kThrow);
  auto key = ToV8(isolate_, name);
  t->SetClassName(key);
  class_->PrototypeTemplate()->Set(key, t);
}

void ClassBuilder::AddAccessor(const char* name, v8::FunctionCallback callback) {
  if (references_) {
    references_->push_back(reinterpret_cast<intptr_t>(callback));
    return;
  }
  auto t = v8::FunctionTemplate::New(isolate_, callback, {}, v8::Signature::New(isolate_, class_));
  class_->PrototypeTemplate()->SetAccessorProperty(
      ToV8(isolate_, name), t, v8::Local<v8::FunctionTemplate>(),
      static_cast<v8::PropertyAttribute>(v8::ReadOnly | v8::DontDelete));
}

void Binding::Set(const char* name, v8::Local<v8::Value> value) {
  CHECK(target_->CreateDataProperty(context_, ToV8(isolate_, name), value).FromMaybe(false));
}

void Binding::AddMethod(const char* name, v8::FunctionCallback callback) {
  if (references_) {
    references_->push_back(reinterpret_cast<intptr_t>(callback));
    return;
  }
  v8::Local<v8::Function> f;
  CHECK(v8::Function::New(context_, callback, {}, 0, v8::ConstructorBehavior::kThrow).ToLocal(&f));
  f->SetName(ToV8(isolate_, name));
  Set(name, f);
}

void Binding::Constant(const char* name, double value) {
  if (references_) return;
  Set(name, v8::Number::New(isolate_, value));
}

void Binding::Constant(const char* name, std::string_view value) {
  if (references_) return;
  Set(name, ToV8(isolate_, value));
}

void Binding::Constants(const char* name, std::span<const NamedNumber> values) {
  if (references_) return;
  auto group = v8::Object::New(isolate_, v8::Null(isolate_), nullptr, nullptr, 0);
  for (const auto& v : values) {
    CHECK(group
              ->CreateDataProperty(context_, ToV8(isolate_, v.name),
                                   v8::Number::New(isolate_, v.value))
              .FromMaybe(false));
  }
  Set(name, group);
}

ClassBuilder Binding::AddClass(const char* name, v8::FunctionCallback constructor,
                               int internal_fields) {
  if (references_) {
    references_->push_back(reinterpret_cast<intptr_t>(constructor));
    return ClassBuilder(references_, nullptr, {});
  }
  auto t = v8::FunctionTemplate::New(isolate_, constructor);
  t->SetClassName(ToV8(isolate_, name));
  t->InstanceTemplate()->SetInternalFieldCount(internal_fields);
  pending_classes_.push_back({name, t});
  return ClassBuilder(nullptr, isolate_, t);
}

void Binding::Finish() {
  for (auto& c : pending_classes_) {
    v8::Local<v8::Function> f;
    CHECK(c.klass->GetFunction(context_).ToLocal(&f));
    Set(c.name, f);
  }
  pending_classes_.clear();
}

}  // namespace drover::rt
