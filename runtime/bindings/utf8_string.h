// V8 strings from UTF-8 of any length, faster than V8 makes them.
#pragma once

#include <span>

#include <v8.h>

#include "runtime/bindings/aligned_bytes.h"

namespace drover::rt {

// Empty where the string would be longer than V8 allows.
v8::MaybeLocal<v8::String> Utf8ToString(v8::Isolate* isolate, std::span<const uint8_t> bytes);

// The same, and may keep the memory instead of copying it.
v8::MaybeLocal<v8::String> TakeUtf8String(v8::Isolate* isolate, AlignedBytes data, size_t size);

}  // namespace drover::rt
