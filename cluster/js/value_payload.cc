#include "cluster/js/value_payload.h"

#include <climits>
#include <cstdlib>

#include "runtime/engine/value_codec.h"

namespace drover::cluster::js {
namespace {

bool EncodeJson(rt::Env& env, v8::Local<v8::Value> value, ipc::Buffer* out) {
  v8::Local<v8::String> text;
  if (!v8::JSON::Stringify(env.context(), value).ToLocal(&text)) return false;
  auto* isolate = env.isolate();
  const int size = text->Utf8Length(isolate);
  *out = ipc::Buffer::Uninitialized(static_cast<size_t>(size));
  text->WriteUtf8(isolate, out->mutable_data(), size, nullptr,
                  v8::String::NO_NULL_TERMINATION | v8::String::REPLACE_INVALID_UTF8);
  return true;
}

bool EncodeAdvanced(rt::Env& env, v8::Local<v8::Value> value, ipc::Buffer* out) {
  rt::SerializedValue bytes;
  if (!rt::SerializeMessage(env, value, &bytes)) return false;
  const size_t size = bytes.size();
  *out = ipc::Buffer::Adopt(
      reinterpret_cast<char*>(bytes.Release()), size, [](void* block, void*) { std::free(block); },
      nullptr);
  return true;
}

v8::MaybeLocal<v8::Value> DecodeJson(rt::Env& env, std::string_view bytes) {
  if (bytes.size() > INT_MAX) return {};
  v8::Local<v8::String> text;
  if (!v8::String::NewFromUtf8(env.isolate(), bytes.data(), v8::NewStringType::kNormal,
                               static_cast<int>(bytes.size()))
           .ToLocal(&text)) {
    return {};
  }
  return v8::JSON::Parse(env.context(), text);
}

}  // namespace

bool EncodeValue(rt::Env& env, ipc::Codec codec, v8::Local<v8::Value> value, ipc::Buffer* out) {
  return codec == ipc::Codec::kJson ? EncodeJson(env, value, out) : EncodeAdvanced(env, value, out);
}

v8::MaybeLocal<v8::Value> DecodeValue(rt::Env& env, ipc::Codec codec, std::string_view bytes) {
  v8::TryCatch caught(env.isolate());
  if (codec == ipc::Codec::kJson) return DecodeJson(env, bytes);
  return rt::DeserializeMessage(env,
                                {reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
}

}  // namespace drover::cluster::js
