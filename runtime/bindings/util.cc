// binding('util'): what JavaScript cannot see of its own values (for util.inspect and util.types).
#include <cstdint>

#include <v8.h>

#include "runtime/engine/binding.h"

namespace drover::rt {
namespace {

void GetPromiseDetails(Args& args) {
  if (!args[0]->IsPromise()) return;
  v8::Isolate* isolate = args.isolate();
  v8::Local<v8::Promise> promise = args[0].As<v8::Promise>();
  v8::Promise::PromiseState state = promise->State();
  v8::Local<v8::Value> details[] = {v8::Integer::New(isolate, state), v8::Undefined(isolate)};
  if (state != v8::Promise::kPending) details[1] = promise->Result();
  args.Return(v8::Array::New(isolate, details, std::size(details)));
}

void GetProxyDetails(Args& args) {
  if (!args[0]->IsProxy()) return;
  v8::Local<v8::Proxy> proxy = args[0].As<v8::Proxy>();
  v8::Local<v8::Value> details[] = {proxy->GetTarget(), proxy->GetHandler()};
  args.Return(v8::Array::New(args.isolate(), details, std::size(details)));
}

void PreviewEntries(Args& args) {
  if (!args[0]->IsObject()) return;
  bool is_key_value = false;
  v8::Local<v8::Array> entries;
  if (!args.Object(0)->PreviewEntries(&is_key_value).ToLocal(&entries)) return;
  v8::Isolate* isolate = args.isolate();
  v8::Local<v8::Value> result[] = {entries, v8::Boolean::New(isolate, is_key_value)};
  args.Return(v8::Array::New(isolate, result, std::size(result)));
}

void GetOwnNonIndexProperties(Args& args) {
  if (!args[0]->IsObject()) return;
  v8::PropertyFilter filter = args.Bool(1) ? v8::ONLY_ENUMERABLE : v8::ALL_PROPERTIES;
  v8::Local<v8::Array> keys;
  if (args.Object(0)
          ->GetPropertyNames(args.context(), v8::KeyCollectionMode::kOwnOnly, filter,
                             v8::IndexFilter::kSkipIndices, v8::KeyConversionMode::kNoNumbers)
          .ToLocal(&keys)) {
    args.Return(keys);
  }
}

void GetConstructorName(Args& args) { args.Return(args.Object(0)->GetConstructorName()); }

void GetExternalValue(Args& args) {
  if (!args[0]->IsExternal()) return;
  auto address = reinterpret_cast<uintptr_t>(args[0].As<v8::External>()->Value());
  args.Return(v8::BigInt::NewFromUnsigned(args.isolate(), address));
}

v8::Local<v8::Value> OrEmpty(v8::Isolate* isolate, v8::Local<v8::String> text) {
  return text.IsEmpty() ? v8::String::Empty(isolate) : text;
}

v8::Local<v8::Object> DescribeFrame(v8::Isolate* isolate, v8::Local<v8::StackFrame> frame) {
  v8::Local<v8::Name> names[] = {
      ToV8(isolate, "functionName"), ToV8(isolate, "scriptId"),     ToV8(isolate, "scriptName"),
      ToV8(isolate, "lineNumber"),   ToV8(isolate, "columnNumber"),
  };
  v8::Local<v8::Value> values[] = {
      OrEmpty(isolate, frame->GetFunctionName()),
      ToV8(isolate, std::to_string(frame->GetScriptId())),
      OrEmpty(isolate, frame->GetScriptNameOrSourceURL()),
      v8::Integer::New(isolate, frame->GetLineNumber()),
      v8::Integer::New(isolate, frame->GetColumn()),
  };
  static_assert(std::size(names) == std::size(values));
  return v8::Object::New(isolate, v8::Null(isolate), names, values, std::size(names));
}

// The frame of lib/ that asks is left out.
void GetCallSites(Args& args) {
  v8::Isolate* isolate = args.isolate();
  v8::Local<v8::StackTrace> stack = v8::StackTrace::CurrentStackTrace(isolate, args.Int32(0) + 1);
  v8::Local<v8::Array> sites = v8::Array::New(isolate);
  for (int i = 1; i < stack->GetFrameCount(); ++i) {
    v8::Local<v8::Object> site = DescribeFrame(isolate, stack->GetFrame(isolate, i));
    if (sites->Set(args.context(), i - 1, site).IsNothing()) return;
  }
  args.Return(sites);
}

void IsBoxedPrimitive(Args& args) {
  v8::Local<v8::Value> v = args[0];
  args.Return(v->IsNumberObject() || v->IsStringObject() || v->IsBooleanObject() ||
              v->IsBigIntObject() || v->IsSymbolObject());
}

template <bool (v8::Value::*kTest)() const>
void Is(Args& args) {
  args.Return((*args[0]->*kTest)());
}

void BindTypes(Binding& b) {
  using v8::Value;
  b.Method<Is<&Value::IsArgumentsObject>>("isArgumentsObject");
  b.Method<Is<&Value::IsArrayBuffer>>("isArrayBuffer");
  b.Method<Is<&Value::IsAsyncFunction>>("isAsyncFunction");
  b.Method<Is<&Value::IsBigIntObject>>("isBigIntObject");
  b.Method<Is<&Value::IsBooleanObject>>("isBooleanObject");
  b.Method<IsBoxedPrimitive>("isBoxedPrimitive");
  b.Method<Is<&Value::IsDataView>>("isDataView");
  b.Method<Is<&Value::IsDate>>("isDate");
  b.Method<Is<&Value::IsExternal>>("isExternal");
  b.Method<Is<&Value::IsGeneratorFunction>>("isGeneratorFunction");
  b.Method<Is<&Value::IsGeneratorObject>>("isGeneratorObject");
  b.Method<Is<&Value::IsMap>>("isMap");
  b.Method<Is<&Value::IsMapIterator>>("isMapIterator");
  b.Method<Is<&Value::IsModuleNamespaceObject>>("isModuleNamespaceObject");
  b.Method<Is<&Value::IsNativeError>>("isNativeError");
  b.Method<Is<&Value::IsNumberObject>>("isNumberObject");
  b.Method<Is<&Value::IsPromise>>("isPromise");
  b.Method<Is<&Value::IsProxy>>("isProxy");
  b.Method<Is<&Value::IsRegExp>>("isRegExp");
  b.Method<Is<&Value::IsSet>>("isSet");
  b.Method<Is<&Value::IsSetIterator>>("isSetIterator");
  b.Method<Is<&Value::IsSharedArrayBuffer>>("isSharedArrayBuffer");
  b.Method<Is<&Value::IsStringObject>>("isStringObject");
  b.Method<Is<&Value::IsSymbolObject>>("isSymbolObject");
  b.Method<Is<&Value::IsWasmModuleObject>>("isWasmModuleObject");
  b.Method<Is<&Value::IsWeakMap>>("isWeakMap");
  b.Method<Is<&Value::IsWeakSet>>("isWeakSet");
}

}  // namespace

void BindUtil(Binding& b) {
  b.Method<GetPromiseDetails>("getPromiseDetails");
  b.Method<GetProxyDetails>("getProxyDetails");
  b.Method<PreviewEntries>("previewEntries");
  b.Method<GetOwnNonIndexProperties>("getOwnNonIndexProperties");
  b.Method<GetConstructorName>("getConstructorName");
  b.Method<GetExternalValue>("getExternalValue");
  b.Method<GetCallSites>("getCallSites");
  b.Constant("kPending", v8::Promise::kPending);
  b.Constant("kFulfilled", v8::Promise::kFulfilled);
  b.Constant("kRejected", v8::Promise::kRejected);
  BindTypes(b);
}

}  // namespace drover::rt
