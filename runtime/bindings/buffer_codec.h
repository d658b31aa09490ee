// Text encodings of bytes, free of V8: hex, base64 and base64url, checks for ASCII and UTF-8, byte
// swapping and searching. Decoders are lenient in the way Node's Buffer is: they take what they can
// and report how much they wrote. No function reads or writes outside the spans it is given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace drover::rt::codec {

using Bytes = std::span<const uint8_t>;

enum class Base64Kind { kStandard, kUrl };

bool IsAscii(Bytes bytes);
// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool IsUtf8(Bytes bytes);

constexpr size_t HexLength(size_t bytes) { return bytes * 2; }
// Writes HexLength(bytes.size()) characters.
void HexEncode(Bytes bytes, char* out);
// Decodes pairs of digits until one is not a pair of hex digits or `out` is full. Returns bytes.
template <class Char>
size_t HexDecode(std::span<const Char> text, std::span<uint8_t> out);

constexpr size_t Base64Length(size_t bytes, Base64Kind kind) {
  return kind == Base64Kind::kStandard ? (bytes + 2) / 3 * 4 : (bytes * 4 + 2) / 3;
}
// Writes Base64Length(bytes.size(), kind) characters; only the standard form is padded.
void Base64Encode(Bytes bytes, char* out, Base64Kind kind);
// Takes both alphabets, skips every other character and ends at the first '='. Returns bytes.
template <class Char>
size_t Base64Decode(std::span<const Char> text, std::span<uint8_t> out);

enum class ForgivingResult { kOk, kInvalidCharacter, kInvalidLength };
// The WHATWG "forgiving-base64 decode" (atob). `out` holds at least text.size() bytes.
template <class Char>
ForgivingResult ForgivingBase64Decode(std::span<const Char> text, uint8_t* out, size_t* written);

// Reverses the bytes of each group of `width` (2, 4 or 8). The size is a multiple of it.
void SwapBytes(std::span<uint8_t> bytes, size_t width);

inline constexpr ptrdiff_t kNotFound = -1;
// The first match at or after `from`, at a multiple of `step` bytes.
ptrdiff_t FindForward(Bytes haystack, Bytes needle, size_t from, size_t step);
// The last match that starts at or before `from`, at a multiple of `step` bytes.
ptrdiff_t FindBackward(Bytes haystack, Bytes needle, size_t from, size_t step);

}  // namespace drover::rt::codec
