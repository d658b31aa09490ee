// binding('buffer'): the parts of Buffer, TextEncoder, TextDecoder, atob and btoa that touch many
// bytes. Callers in lib/ pass strings, views and integers that they have checked; bounds are
// clamped here all the same, so that no argument can reach memory outside a view.
// lib/bindings/buffer.d.ts is the contract.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "runtime/bindings/bindings.h"
#include "runtime/bindings/buffer_codec.h"
#include "runtime/bindings/utf8_string.h"
#include "runtime/engine/binding.h"

namespace drover::rt {

namespace {

using codec::Base64Kind;
using v8::Local;
using v8::String;

constexpr int kRaw = String::NO_NULL_TERMINATION | String::HINT_MANY_WRITES_EXPECTED;
constexpr int kUtf8 = kRaw | String::REPLACE_INVALID_UTF8;
constexpr int kTooLong = -1;  // a string that would exceed String::kMaxLength

// Space for `count` characters: on the stack if they are few.
template <class Char>
class Scratch {
 public:
  explicit Scratch(size_t count) : count_(count) {
    if (count > kInline) heap_ = std::make_unique_for_overwrite<Char[]>(count);
  }
  Char* data() { return heap_ ? heap_.get() : inline_; }
  std::span<Char> span() { return {data(), count_}; }

 private:
  static constexpr size_t kInline = 1024;
  Char inline_[kInline];
  std::unique_ptr<Char[]> heap_;
  size_t count_;
};

// bytes[start, end) with both ends clamped. Missing arguments mean the whole.
std::span<uint8_t> Range(Args& args, std::span<uint8_t> bytes, int start_index) {
  auto clamp = [&](int i, size_t missing) {
    if (i >= args.Length() || args[i]->IsUndefined()) return missing;
    double v = args.Number(i);
    if (!(v > 0)) return size_t{0};
    return v >= static_cast<double>(bytes.size()) ? bytes.size() : static_cast<size_t>(v);
  };
  size_t start = clamp(start_index, 0);
  size_t end = clamp(start_index + 1, bytes.size());
  return start < end ? bytes.subspan(start, end - start) : std::span<uint8_t>{};
}

// For write(buffer, string, offset, length): the target of at most `length` bytes.
std::span<uint8_t> Target(Args& args) {
  std::span<uint8_t> bytes = args.Bytes(0);
  size_t offset = std::min<size_t>(args.Uint32(2), bytes.size());
  size_t room = bytes.size() - offset;
  double wanted = args.Length() > 3 ? args.Number(3) : static_cast<double>(room);
  if (!(wanted > 0)) return {};
  return bytes.subspan(offset,
                       wanted < static_cast<double>(room) ? static_cast<size_t>(wanted) : room);
}

Local<String> StringArg(Args& args, int i) {
  CHECK(args[i]->IsString());
  return args[i].As<String>();
}

void ReturnString(Args& args, v8::MaybeLocal<String> s) {
  Local<String> string;
  if (s.ToLocal(&string)) {
    args.Return(string);
  } else {
    args.Return(kTooLong);
  }
}

bool TooLong(size_t characters) { return characters > static_cast<size_t>(String::kMaxLength); }

v8::MaybeLocal<String> OneByte(v8::Isolate* isolate, codec::Bytes bytes) {
  if (TooLong(bytes.size())) return {};
  return String::NewFromOneByte(isolate, bytes.data(), v8::NewStringType::kNormal,
                                static_cast<int>(bytes.size()));
}

// ---- bytes to strings: slice(buffer, start, end) -> string, or kTooLong

void Utf8Slice(Args& args) {
  ReturnString(args, Utf8ToString(args.isolate(), Range(args, args.Bytes(0), 1)));
}

void Latin1Slice(Args& args) {
  ReturnString(args, OneByte(args.isolate(), Range(args, args.Bytes(0), 1)));
}

void AsciiSlice(Args& args) {
  codec::Bytes bytes = Range(args, args.Bytes(0), 1);
  if (codec::IsAscii(bytes)) return ReturnString(args, OneByte(args.isolate(), bytes));
  Scratch<uint8_t> masked(bytes.size());
  std::transform(bytes.begin(), bytes.end(), masked.data(),
                 [](uint8_t b) { return static_cast<uint8_t>(b & 0x7f); });
  ReturnString(args, OneByte(args.isolate(), masked.span()));
}

void Ucs2Slice(Args& args) {
  codec::Bytes bytes = Range(args, args.Bytes(0), 1);
  size_t units = bytes.size() / 2;
  if (TooLong(units)) return args.Return(kTooLong);
  auto make = [&](const uint16_t* text) {
    ReturnString(args, String::NewFromTwoByte(args.isolate(), text, v8::NewStringType::kNormal,
                                              static_cast<int>(units)));
  };
  if (reinterpret_cast<uintptr_t>(bytes.data()) % alignof(uint16_t) == 0)
    return make(reinterpret_cast<const uint16_t*>(bytes.data()));
  Scratch<uint16_t> aligned(units);
  std::memcpy(aligned.data(), bytes.data(), units * 2);
  make(aligned.data());
}

// `encode` writes `length` ASCII characters.
template <class Encode>
void ReturnEncoded(Args& args, size_t length, Encode encode) {
  if (TooLong(length)) return args.Return(kTooLong);
  Scratch<uint8_t> text(length);
  encode(reinterpret_cast<char*>(text.data()));
  ReturnString(args, OneByte(args.isolate(), text.span()));
}

void HexSlice(Args& args) {
  codec::Bytes bytes = Range(args, args.Bytes(0), 1);
  ReturnEncoded(args, codec::HexLength(bytes.size()),
                [&](char* out) { codec::HexEncode(bytes, out); });
}

template <Base64Kind kKind>
void Base64SliceOf(Args& args) {
  codec::Bytes bytes = Range(args, args.Bytes(0), 1);
  ReturnEncoded(args, codec::Base64Length(bytes.size(), kKind),
                [&](char* out) { codec::Base64Encode(bytes, out, kKind); });
}

// ---- strings to bytes: write(buffer, string, offset, length) -> bytes written

// Latin-1 characters as UTF-8, as many as fit whole.
size_t ExpandLatin1(codec::Bytes text, std::span<uint8_t> out) {
  size_t written = 0;
  for (uint8_t c : text) {
    size_t need = c < 0x80 ? 1 : 2;
    if (written + need > out.size()) break;
    if (need == 2) out[written++] = static_cast<uint8_t>(0xc0 | c >> 6);
    out[written++] = need == 1 ? c : static_cast<uint8_t>(0x80 | (c & 0x3f));
  }
  return written;
}

// Never writes a part of a character.
size_t WriteUtf8(v8::Isolate* isolate, Local<String> text, std::span<uint8_t> out) {
  const size_t length = static_cast<size_t>(text->Length());
  if (out.empty() || length == 0) return 0;
  if (!text->IsOneByte()) {
    int room = static_cast<int>(std::min<size_t>(out.size(), INT32_MAX));
    return static_cast<size_t>(
        text->WriteUtf8(isolate, reinterpret_cast<char*>(out.data()), room, nullptr, kUtf8));
  }
  // The usual string is ASCII: copied as it is, then looked at.
  const size_t count = std::min(length, out.size());
  const uint8_t last = out[count - 1];
  text->WriteOneByte(isolate, out.data(), 0, static_cast<int>(count), kRaw);
  if (codec::IsAscii(out.first(count))) return count;
  Scratch<uint8_t> latin1(count);
  std::memcpy(latin1.data(), out.data(), count);
  const size_t written = ExpandLatin1(latin1.span(), out);
  // A last character that does not fit must leave no trace.
  if (written < count) out[count - 1] = last;
  return written;
}

size_t WriteUcs2(v8::Isolate* isolate, Local<String> text, std::span<uint8_t> out) {
  size_t units = std::min(static_cast<size_t>(text->Length()), out.size() / 2);
  if (units == 0) return 0;
  int count = static_cast<int>(units);
  if (reinterpret_cast<uintptr_t>(out.data()) % alignof(uint16_t) == 0) {
    text->Write(isolate, reinterpret_cast<uint16_t*>(out.data()), 0, count, kRaw);
  } else {
    Scratch<uint16_t> aligned(units);
    text->Write(isolate, aligned.data(), 0, count, kRaw);
    std::memcpy(out.data(), aligned.data(), units * 2);
  }
  return units * 2;
}

size_t WriteLatin1(v8::Isolate* isolate, Local<String> text, std::span<uint8_t> out) {
  size_t count = std::min(static_cast<size_t>(text->Length()), out.size());
  if (count > 0) text->WriteOneByte(isolate, out.data(), 0, static_cast<int>(count), kRaw);
  return count;
}

// Calls f(span of uint8_t or uint16_t) with the characters of the string.
template <class F>
auto WithCharacters(v8::Isolate* isolate, Local<String> text, F f) {
  size_t length = static_cast<size_t>(text->Length());
  if (text->IsOneByte()) {
    Scratch<uint8_t> chars(length);
    text->WriteOneByte(isolate, chars.data(), 0, static_cast<int>(length), kRaw);
    return f(std::span<const uint8_t>(chars.span()));
  }
  Scratch<uint16_t> chars(length);
  text->Write(isolate, chars.data(), 0, static_cast<int>(length), kRaw);
  return f(std::span<const uint16_t>(chars.span()));
}

void ReturnCount(Args& args, size_t n) { args.Return(static_cast<double>(n)); }

void Utf8Write(Args& args) {
  ReturnCount(args, WriteUtf8(args.isolate(), StringArg(args, 1), Target(args)));
}

void Latin1Write(Args& args) {
  ReturnCount(args, WriteLatin1(args.isolate(), StringArg(args, 1), Target(args)));
}

void Ucs2Write(Args& args) {
  ReturnCount(args, WriteUcs2(args.isolate(), StringArg(args, 1), Target(args)));
}

void HexWrite(Args& args) {
  std::span<uint8_t> out = Target(args);
  ReturnCount(args, WithCharacters(args.isolate(), StringArg(args, 1),
                                   [&](auto text) { return codec::HexDecode(text, out); }));
}

void Base64Write(Args& args) {
  std::span<uint8_t> out = Target(args);
  ReturnCount(args, WithCharacters(args.isolate(), StringArg(args, 1),
                                   [&](auto text) { return codec::Base64Decode(text, out); }));
}

void ByteLengthUtf8(Args& args) { args.Return(StringArg(args, 0)->Utf8Length(args.isolate())); }

// ---- memory

// Not filled with zeros: the caller overwrites it. undefined if there is no memory.
Local<v8::Value> Uninitialized(v8::Isolate* isolate, size_t size) {
  void* data = std::malloc(std::max<size_t>(size, 1));
  if (!data) return v8::Undefined(isolate);
  auto store = v8::ArrayBuffer::NewBackingStore(
      data, size, [](void* p, size_t, void*) { std::free(p); }, nullptr);
  return v8::ArrayBuffer::New(isolate, std::move(store));
}

void AllocateUninitialized(Args& args) {
  args.Return(Uninitialized(args.isolate(), static_cast<size_t>(args.Number(0))));
}

// encodeUtf8(string) -> Uint8Array with a buffer of its own.
void EncodeUtf8(Args& args) {
  Local<String> text = StringArg(args, 0);
  size_t size = static_cast<size_t>(text->Utf8Length(args.isolate()));
  Local<v8::Value> memory = Uninitialized(args.isolate(), size);
  if (!memory->IsArrayBuffer()) return;
  auto buffer = memory.As<v8::ArrayBuffer>();
  WriteUtf8(args.isolate(), text, {static_cast<uint8_t*>(buffer->Data()), size});
  args.Return(v8::Uint8Array::New(buffer, 0, size));
}

// encodeInto(string, view, result): result[0] = UTF-16 units read, result[1] = bytes written.
void EncodeInto(Args& args) {
  Local<String> text = StringArg(args, 0);
  std::span<uint8_t> out = args.Bytes(1);
  std::span<uint8_t> result = args.Bytes(2);
  CHECK(result.size() >= 2 * sizeof(uint32_t));
  int read = 0;
  int room = static_cast<int>(std::min<size_t>(out.size(), INT32_MAX));
  int written = room == 0 ? 0
                          : text->WriteUtf8(args.isolate(), reinterpret_cast<char*>(out.data()),
                                            room, &read, kUtf8);
  uint32_t both[] = {static_cast<uint32_t>(read), static_cast<uint32_t>(written)};
  std::memcpy(result.data(), both, sizeof both);
}

// copy(source, target, targetStart, sourceStart, count); overlapping is fine.
void Copy(Args& args) {
  codec::Bytes source = args.Bytes(0);
  std::span<uint8_t> target = args.Bytes(1);
  size_t to = std::min<size_t>(static_cast<size_t>(args.Number(2)), target.size());
  size_t from = std::min<size_t>(static_cast<size_t>(args.Number(3)), source.size());
  size_t n =
      std::min({static_cast<size_t>(args.Number(4)), target.size() - to, source.size() - from});
  if (n > 0) std::memmove(target.data() + to, source.data() + from, n);
}

// fill(buffer, pattern, start, end): repeats the pattern, which is not empty.
void Fill(Args& args) {
  std::span<uint8_t> out = Range(args, args.Bytes(0), 2);
  codec::Bytes pattern = args.Bytes(1);
  size_t done = std::min(pattern.size(), out.size());
  if (done == 0) return;
  std::memmove(out.data(), pattern.data(), done);
  while (done < out.size()) {
    size_t n = std::min(done, out.size() - done);
    std::memcpy(out.data() + done, out.data(), n);
    done += n;
  }
}

int CompareBytes(codec::Bytes a, codec::Bytes b) {
  size_t n = std::min(a.size(), b.size());
  int order = n == 0 ? 0 : std::memcmp(a.data(), b.data(), n);
  if (order == 0 && a.size() != b.size()) order = a.size() < b.size() ? -1 : 1;
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

void Compare(Args& args) { args.Return(CompareBytes(args.Bytes(0), args.Bytes(1))); }

// compareRange(a, aStart, aEnd, b, bStart, bEnd)
void CompareRange(Args& args) {
  args.Return(CompareBytes(Range(args, args.Bytes(0), 1), Range(args, args.Bytes(3), 4)));
}

void Swap(Args& args) { codec::SwapBytes(args.Bytes(0), args.Uint32(1)); }

// ---- searching: indexOf(haystack, needle, from, step, forward) with `from` inside the haystack

void Find(Args& args, codec::Bytes needle, int from_index) {
  codec::Bytes haystack = args.Bytes(0);
  size_t from = static_cast<size_t>(args.Number(from_index));
  size_t step = std::max<size_t>(args.Uint32(from_index + 1), 1);
  if (needle.empty()) return args.Return(-1);
  ptrdiff_t at = args.Bool(from_index + 2) ? codec::FindForward(haystack, needle, from, step)
                                           : codec::FindBackward(haystack, needle, from, step);
  args.Return(static_cast<double>(at));
}

void IndexOfBytes(Args& args) { Find(args, args.Bytes(1), 2); }

void IndexOfNumber(Args& args) {
  uint8_t byte = static_cast<uint8_t>(args.Uint32(1));
  Find(args, {&byte, 1}, 2);
}

// ---- checks and base64 of the web

void IsAscii(Args& args) { args.Return(codec::IsAscii(args.Bytes(0))); }
void IsUtf8(Args& args) { args.Return(codec::IsUtf8(args.Bytes(0))); }

// btoa(string) -> string, or -1 for a character above U+00FF
void Btoa(Args& args) {
  Local<String> text = StringArg(args, 0);
  if (!text->ContainsOnlyOneByte()) return args.Return(-1);
  Scratch<uint8_t> bytes(static_cast<size_t>(text->Length()));
  WriteLatin1(args.isolate(), text, bytes.span());
  ReturnEncoded(args, codec::Base64Length(bytes.span().size(), Base64Kind::kStandard),
                [&](char* out) { codec::Base64Encode(bytes.span(), out, Base64Kind::kStandard); });
}

// atob(string) -> string, or -1: invalid character, -2: invalid length
void Atob(Args& args) {
  Local<String> text = StringArg(args, 0);
  Scratch<uint8_t> bytes(static_cast<size_t>(text->Length()));
  size_t written = 0;
  auto result = WithCharacters(args.isolate(), text, [&](auto chars) {
    return codec::ForgivingBase64Decode(chars, bytes.data(), &written);
  });
  if (result == codec::ForgivingResult::kInvalidCharacter) return args.Return(-1);
  if (result == codec::ForgivingResult::kInvalidLength) return args.Return(-2);
  ReturnString(args, OneByte(args.isolate(), bytes.span().first(written)));
}

}  // namespace

void BindBuffer(Binding& b) {
  b.Method<Utf8Slice>("utf8Slice");
  b.Method<Latin1Slice>("latin1Slice");
  b.Method<AsciiSlice>("asciiSlice");
  b.Method<Ucs2Slice>("ucs2Slice");
  b.Method<HexSlice>("hexSlice");
  b.Method<Base64SliceOf<Base64Kind::kStandard>>("base64Slice");
  b.Method<Base64SliceOf<Base64Kind::kUrl>>("base64urlSlice");
  b.Method<Utf8Write>("utf8Write");
  b.Method<Latin1Write>("latin1Write");
  b.Method<Ucs2Write>("ucs2Write");
  b.Method<HexWrite>("hexWrite");
  b.Method<Base64Write>("base64Write");
  b.Method<ByteLengthUtf8>("byteLengthUtf8");
  b.Method<AllocateUninitialized>("allocateUninitialized");
  b.Method<EncodeUtf8>("encodeUtf8");
  b.Method<EncodeInto>("encodeInto");
  b.Method<Copy>("copy");
  b.Method<Fill>("fill");
  b.Method<Compare>("compare");
  b.Method<CompareRange>("compareRange");
  b.Method<Swap>("swap");
  b.Method<IndexOfBytes>("indexOfBytes");
  b.Method<IndexOfNumber>("indexOfNumber");
  b.Method<IsAscii>("isAscii");
  b.Method<IsUtf8>("isUtf8");
  b.Method<Btoa>("btoa");
  b.Method<Atob>("atob");
  b.Constant("kMaxLength", static_cast<double>(v8::TypedArray::kMaxLength));
  b.Constant("kStringMaxLength", static_cast<double>(v8::String::kMaxLength));
}

}  // namespace drover::rt
