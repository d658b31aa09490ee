#include "runtime/bindings/utf8_string.h"

#include <memory>

#include "runtime/bindings/buffer_codec.h"
#include "runtime/bindings/utf8_decode.h"

namespace drover::rt {

namespace {

// From here on a string keeps its bytes outside of the heap.
constexpr size_t kWorthKeeping = 1024 * 1024;
constexpr size_t kOnStack = 4096;

// V8 does not see how much memory it would free with such a string, so it is told.
class KeptAscii final : public v8::String::ExternalOneByteStringResource {
 public:
  KeptAscii(v8::Isolate* isolate, AlignedBytes data, size_t size)
      : isolate_(isolate), data_(std::move(data)), size_(size) {
    isolate_->AdjustAmountOfExternalAllocatedMemory(static_cast<int64_t>(size_));
  }
  ~KeptAscii() override {
    isolate_->AdjustAmountOfExternalAllocatedMemory(-static_cast<int64_t>(size_));
  }
  const char* data() const override { return data_.get(); }
  size_t length() const override { return size_; }

 private:
  v8::Isolate* isolate_;
  AlignedBytes data_;
  size_t size_;
};

v8::MaybeLocal<v8::String> FromLatin1(v8::Isolate* isolate, const uint8_t* data, size_t size) {
  if (size > static_cast<size_t>(v8::String::kMaxLength)) return {};
  return v8::String::NewFromOneByte(isolate, data, v8::NewStringType::kNormal,
                                    static_cast<int>(size));
}

v8::MaybeLocal<v8::String> FromUtf16(v8::Isolate* isolate, uint16_t* units,
                                     codec::Decoded decoded) {
  if (decoded.units > static_cast<size_t>(v8::String::kMaxLength)) return {};
  if (!decoded.only_latin1)
    return v8::String::NewFromTwoByte(isolate, units, v8::NewStringType::kNormal,
                                      static_cast<int>(decoded.units));
  // Narrowed in place: a byte is never written before its unit was read.
  auto* bytes = reinterpret_cast<uint8_t*>(units);
  for (size_t i = 0; i < decoded.units; i++) bytes[i] = static_cast<uint8_t>(units[i]);
  return FromLatin1(isolate, bytes, decoded.units);
}

}  // namespace

v8::MaybeLocal<v8::String> Utf8ToString(v8::Isolate* isolate, std::span<const uint8_t> bytes) {
  if (codec::IsAscii(bytes)) return FromLatin1(isolate, bytes.data(), bytes.size());
  if (bytes.size() <= kOnStack) {
    uint16_t units[kOnStack];
    return FromUtf16(isolate, units, codec::Utf8ToUtf16(bytes, units));
  }
  std::unique_ptr<uint16_t[]> units(new uint16_t[bytes.size()]);
  return FromUtf16(isolate, units.get(), codec::Utf8ToUtf16(bytes, units.get()));
}

v8::MaybeLocal<v8::String> TakeUtf8String(v8::Isolate* isolate, AlignedBytes data, size_t size) {
  std::span<const uint8_t> bytes(reinterpret_cast<const uint8_t*>(data.get()), size);
  if (size < kWorthKeeping || size > static_cast<size_t>(v8::String::kMaxLength) ||
      !codec::IsAscii(bytes))
    return Utf8ToString(isolate, bytes);
  auto resource = std::make_unique<KeptAscii>(isolate, std::move(data), size);
  v8::MaybeLocal<v8::String> string = v8::String::NewExternalOneByte(isolate, resource.get());
  if (!string.IsEmpty()) (void)resource.release();  // the string owns it now
  return string;  // NOLINT(clang-analyzer-cplusplus.NewDeleteLeaks)
}

}  // namespace drover::rt
