// Values as bytes, in V8's own format: the payload of 'advanced' messages and structuredClone().
//
// Messages: a view (typed array, DataView, Buffer) travels as its own bytes only, marked by
// [0, kind, length]; a native object that V8 cannot write travels as a plain copy of its own
// properties, marked by [1]. These numbers are those that Node programs exchange.
//
// Everything here may throw a JavaScript exception: false or an empty result means that one is
// pending.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <utility>

#include <v8.h>

namespace drover::rt {

class Env;

// Bytes that V8's serializer allocated with realloc().
class SerializedValue {
 public:
  SerializedValue() = default;
  SerializedValue(uint8_t* data, size_t size) : data_(data), size_(size) {}
  std::span<const uint8_t> bytes() const { return {data_.get(), size_}; }
  size_t size() const { return size_; }
  // The caller frees them with free().
  [[nodiscard]] uint8_t* Release() { return data_.release(); }

 private:
  struct Free {
    void operator()(uint8_t* p) const noexcept { ::free(p); }
  };
  std::unique_ptr<uint8_t, Free> data_;
  size_t size_ = 0;
};

bool SerializeMessage(Env& env, v8::Local<v8::Value> value, SerializedValue* out);
v8::MaybeLocal<v8::Value> DeserializeMessage(Env& env, std::span<const uint8_t> bytes);

// structuredClone(value, {transfer}). make_error(text) gives the exception for what cannot be
// cloned. The buffers of `transfer` are detached when the value has been written.
v8::MaybeLocal<v8::Value> StructuredClone(Env& env, v8::Local<v8::Value> value,
                                          v8::Local<v8::Array> transfer,
                                          v8::Local<v8::Function> make_error);

// What makes a Buffer out of a Uint8Array; lib/ sets it before the first message is read or
// written.
void SetBufferPrototype(Env& env, v8::Local<v8::Object> prototype);

}  // namespace drover::rt
