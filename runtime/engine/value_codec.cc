#include "runtime/engine/value_codec.h"

#include <cstdlib>
#include <cstring>
#include <vector>

#include "runtime/engine/env.h"

namespace drover::rt {
namespace {

constexpr uint32_t kViewTag = 0;
constexpr uint32_t kPlainCopyTag = 1;

// Numbers on the wire: never reuse one.
enum class ViewKind : uint32_t {
  kInt8 = 0,
  kUint8 = 1,
  kUint8Clamped = 2,
  kInt16 = 3,
  kUint16 = 4,
  kInt32 = 5,
  kUint32 = 6,
  kFloat32 = 7,
  kFloat64 = 8,
  kDataView = 9,
  kBuffer = 10,
  kBigInt64 = 11,
  kBigUint64 = 12,
};

struct CodecState {
  v8::Global<v8::Object> buffer_prototype;
};

bool IsBuffer(Env& env, v8::Local<v8::ArrayBufferView> view) {
  auto prototype = env.State<CodecState>().buffer_prototype.Get(env.isolate());
  return !prototype.IsEmpty() && view->GetPrototype()->StrictEquals(prototype);
}

ViewKind KindOf(Env& env, v8::Local<v8::ArrayBufferView> view) {
  if (view->IsUint8Array()) return IsBuffer(env, view) ? ViewKind::kBuffer : ViewKind::kUint8;
  if (view->IsInt8Array()) return ViewKind::kInt8;
  if (view->IsUint8ClampedArray()) return ViewKind::kUint8Clamped;
  if (view->IsInt16Array()) return ViewKind::kInt16;
  if (view->IsUint16Array()) return ViewKind::kUint16;
  if (view->IsInt32Array()) return ViewKind::kInt32;
  if (view->IsUint32Array()) return ViewKind::kUint32;
  if (view->IsFloat32Array()) return ViewKind::kFloat32;
  if (view->IsFloat64Array()) return ViewKind::kFloat64;
  if (view->IsBigInt64Array()) return ViewKind::kBigInt64;
  if (view->IsBigUint64Array()) return ViewKind::kBigUint64;
  return ViewKind::kDataView;
}

size_t ElementSize(ViewKind kind) {
  switch (kind) {
    case ViewKind::kInt16:
    case ViewKind::kUint16:
      return 2;
    case ViewKind::kInt32:
    case ViewKind::kUint32:
    case ViewKind::kFloat32:
      return 4;
    case ViewKind::kFloat64:
    case ViewKind::kBigInt64:
    case ViewKind::kBigUint64:
      return 8;
    case ViewKind::kInt8:
    case ViewKind::kUint8:
    case ViewKind::kUint8Clamped:
    case ViewKind::kDataView:
    case ViewKind::kBuffer:
      return 1;
  }
  return 0;  // a number that no ViewKind has
}

v8::Local<v8::Object> NewView(Env& env, ViewKind kind, v8::Local<v8::ArrayBuffer> ab, size_t size) {
  const size_t n = size / ElementSize(kind);
  switch (kind) {
    case ViewKind::kInt8:
      return v8::Int8Array::New(ab, 0, n);
    case ViewKind::kUint8:
      return v8::Uint8Array::New(ab, 0, n);
    case ViewKind::kUint8Clamped:
      return v8::Uint8ClampedArray::New(ab, 0, n);
    case ViewKind::kInt16:
      return v8::Int16Array::New(ab, 0, n);
    case ViewKind::kUint16:
      return v8::Uint16Array::New(ab, 0, n);
    case ViewKind::kInt32:
      return v8::Int32Array::New(ab, 0, n);
    case ViewKind::kUint32:
      return v8::Uint32Array::New(ab, 0, n);
    case ViewKind::kFloat32:
      return v8::Float32Array::New(ab, 0, n);
    case ViewKind::kFloat64:
      return v8::Float64Array::New(ab, 0, n);
    case ViewKind::kDataView:
      return v8::DataView::New(ab, 0, n);
    case ViewKind::kBigInt64:
      return v8::BigInt64Array::New(ab, 0, n);
    case ViewKind::kBigUint64:
      return v8::BigUint64Array::New(ab, 0, n);
    case ViewKind::kBuffer:
      break;
  }
  auto view = v8::Uint8Array::New(ab, 0, n);
  auto prototype = env.State<CodecState>().buffer_prototype.Get(env.isolate());
  if (!prototype.IsEmpty()) (void)view->SetPrototype(env.context(), prototype).FromMaybe(false);
  return view;
}

void ThrowText(v8::Isolate* isolate, const char* text) {
  isolate->ThrowException(v8::Exception::Error(ToV8(isolate, text)));
}

class MessageWriter : public v8::ValueSerializer::Delegate {
 public:
  explicit MessageWriter(Env& env) : env_(env), serializer_(env.isolate(), this) {
    serializer_.SetTreatArrayBufferViewsAsHostObjects(true);
    serializer_.WriteHeader();
  }

  bool Write(v8::Local<v8::Value> value, SerializedValue* out) {
    if (!serializer_.WriteValue(env_.context(), value).FromMaybe(false)) return false;
    const auto [data, size] = serializer_.Release();
    *out = SerializedValue(data, size);
    return true;
  }

  void ThrowDataCloneError(v8::Local<v8::String> message) override {
    env_.isolate()->ThrowException(v8::Exception::Error(message));
  }

  v8::Maybe<bool> WriteHostObject(v8::Isolate* isolate, v8::Local<v8::Object> object) override {
    if (!object->IsArrayBufferView()) return WritePlainCopy(isolate, object);
    auto view = object.As<v8::ArrayBufferView>();
    const auto bytes = Args::BytesOf(view);
    serializer_.WriteUint32(kViewTag);
    serializer_.WriteUint32(static_cast<uint32_t>(KindOf(env_, view)));
    serializer_.WriteUint32(static_cast<uint32_t>(bytes.size()));
    serializer_.WriteRawBytes(bytes.data(), bytes.size());
    return v8::Just(true);
  }

 private:
  v8::Maybe<bool> WritePlainCopy(v8::Isolate* isolate, v8::Local<v8::Object> object) {
    auto context = env_.context();
    v8::Local<v8::Array> names;
    if (!object->GetOwnPropertyNames(context).ToLocal(&names)) return v8::Nothing<bool>();
    auto copy = v8::Object::New(isolate);
    for (uint32_t i = 0; i < names->Length(); ++i) {
      v8::Local<v8::Value> name, value;
      if (!names->Get(context, i).ToLocal(&name) || !object->Get(context, name).ToLocal(&value) ||
          copy->CreateDataProperty(context, name.As<v8::Name>(), value).IsNothing()) {
        return v8::Nothing<bool>();
      }
    }
    serializer_.WriteUint32(kPlainCopyTag);
    return serializer_.WriteValue(context, copy);
  }

  Env& env_;
  v8::ValueSerializer serializer_;
};

class MessageReader : public v8::ValueDeserializer::Delegate {
 public:
  MessageReader(Env& env, std::span<const uint8_t> bytes)
      : env_(env), deserializer_(env.isolate(), bytes.data(), bytes.size(), this) {}

  v8::MaybeLocal<v8::Value> Read() {
    if (!deserializer_.ReadHeader(env_.context()).FromMaybe(false)) return {};
    return deserializer_.ReadValue(env_.context());
  }

  v8::MaybeLocal<v8::Object> ReadHostObject(v8::Isolate* isolate) override {
    uint32_t tag = 0;
    if (deserializer_.ReadUint32(&tag)) {
      if (tag == kViewTag) return ReadView(isolate);
      if (tag == kPlainCopyTag) return ReadPlainCopy(isolate);
    }
    ThrowText(isolate, "Unable to deserialize cloned data.");
    return {};
  }

 private:
  v8::MaybeLocal<v8::Object> ReadView(v8::Isolate* isolate) {
    uint32_t kind = 0, size = 0;
    const void* data = nullptr;
    const bool ok = deserializer_.ReadUint32(&kind) && deserializer_.ReadUint32(&size) &&
                    kind <= static_cast<uint32_t>(ViewKind::kBigUint64) &&
                    size % ElementSize(static_cast<ViewKind>(kind)) == 0 &&
                    deserializer_.ReadRawBytes(size, &data);
    if (!ok) {
      ThrowText(isolate, "Unable to deserialize cloned data.");
      return {};
    }
    auto buffer = v8::ArrayBuffer::New(isolate, size);
    if (size > 0) std::memcpy(buffer->GetBackingStore()->Data(), data, size);
    return NewView(env_, static_cast<ViewKind>(kind), buffer, size);
  }

  v8::MaybeLocal<v8::Object> ReadPlainCopy(v8::Isolate* isolate) {
    v8::Local<v8::Value> value;
    if (!deserializer_.ReadValue(env_.context()).ToLocal(&value)) return {};
    if (value->IsObject()) return value.As<v8::Object>();
    ThrowText(isolate, "Unable to deserialize cloned data.");
    return {};
  }

  Env& env_;
  v8::ValueDeserializer deserializer_;
};

// Writes for a reader in this process: shared memory stays shared.
class CloneWriter : public v8::ValueSerializer::Delegate {
 public:
  CloneWriter(Env& env, v8::Local<v8::Function> make_error)
      : env_(env), make_error_(make_error), serializer_(env.isolate(), this) {
    serializer_.WriteHeader();
  }

  v8::ValueSerializer& serializer() { return serializer_; }
  std::vector<v8::Local<v8::SharedArrayBuffer>>& shared() { return shared_; }

  void ThrowDataCloneError(v8::Local<v8::String> message) override {
    v8::Local<v8::Value> argv[] = {message};
    v8::Local<v8::Value> error;
    if (make_error_->Call(env_.context(), v8::Undefined(env_.isolate()), 1, argv).ToLocal(&error))
      env_.isolate()->ThrowException(error);
  }

  v8::Maybe<uint32_t> GetSharedArrayBufferId(v8::Isolate*,
                                             v8::Local<v8::SharedArrayBuffer> buffer) override {
    for (size_t i = 0; i < shared_.size(); ++i)
      if (shared_[i]->StrictEquals(buffer)) return v8::Just(static_cast<uint32_t>(i));
    shared_.push_back(buffer);
    return v8::Just(static_cast<uint32_t>(shared_.size() - 1));
  }

 private:
  Env& env_;
  v8::Local<v8::Function> make_error_;
  v8::ValueSerializer serializer_;
  std::vector<v8::Local<v8::SharedArrayBuffer>> shared_;
};

class CloneReader : public v8::ValueDeserializer::Delegate {
 public:
  explicit CloneReader(std::vector<v8::Local<v8::SharedArrayBuffer>>& shared) : shared_(shared) {}
  v8::MaybeLocal<v8::SharedArrayBuffer> GetSharedArrayBufferFromId(v8::Isolate*,
                                                                   uint32_t id) override {
    CHECK(id < shared_.size());
    return shared_[id];
  }

 private:
  std::vector<v8::Local<v8::SharedArrayBuffer>>& shared_;
};

// The buffers of `transfer`, after checking that each can be moved and none is named twice.
bool ReadTransferList(Env& env, v8::Local<v8::Array> transfer, CloneWriter& writer,
                      std::vector<v8::Local<v8::ArrayBuffer>>* out) {
  for (uint32_t i = 0; i < transfer->Length(); ++i) {
    v8::Local<v8::Value> item;
    if (!transfer->Get(env.context(), i).ToLocal(&item)) return false;
    const char* problem = nullptr;
    if (!item->IsArrayBuffer() || !item.As<v8::ArrayBuffer>()->IsDetachable()) {
      problem = "Value not transferable";
    } else {
      for (auto seen : *out)
        if (seen->StrictEquals(item)) problem = "Transfer list contains duplicate ArrayBuffer";
    }
    if (problem != nullptr) {
      writer.ThrowDataCloneError(ToV8(env.isolate(), problem));
      return false;
    }
    writer.serializer().TransferArrayBuffer(i, item.As<v8::ArrayBuffer>());
    out->push_back(item.As<v8::ArrayBuffer>());
  }
  return true;
}

}  // namespace

bool SerializeMessage(Env& env, v8::Local<v8::Value> value, SerializedValue* out) {
  MessageWriter writer(env);
  return writer.Write(value, out);
}

v8::MaybeLocal<v8::Value> DeserializeMessage(Env& env, std::span<const uint8_t> bytes) {
  return MessageReader(env, bytes).Read();
}

v8::MaybeLocal<v8::Value> StructuredClone(Env& env, v8::Local<v8::Value> value,
                                          v8::Local<v8::Array> transfer,
                                          v8::Local<v8::Function> make_error) {
  auto* isolate = env.isolate();
  CloneWriter writer(env, make_error);
  std::vector<v8::Local<v8::ArrayBuffer>> moved;
  if (!ReadTransferList(env, transfer, writer, &moved)) return {};
  if (!writer.serializer().WriteValue(env.context(), value).FromMaybe(false)) return {};
  const auto [data, size] = writer.serializer().Release();
  const SerializedValue bytes(data, size);

  CloneReader delegate(writer.shared());
  v8::ValueDeserializer reader(isolate, data, size, &delegate);
  if (!reader.ReadHeader(env.context()).FromMaybe(false)) return {};
  for (uint32_t i = 0; i < moved.size(); ++i) {
    auto store = moved[i]->GetBackingStore();
    moved[i]->Detach();
    reader.TransferArrayBuffer(i, v8::ArrayBuffer::New(isolate, std::move(store)));
  }
  return reader.ReadValue(env.context());
}

void SetBufferPrototype(Env& env, v8::Local<v8::Object> prototype) {
  env.State<CodecState>().buffer_prototype.Reset(env.isolate(), prototype);
}

}  // namespace drover::rt
