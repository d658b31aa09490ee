// The bulk of hex and base64, sixteen characters at a time where the processor can. Each function
// handles as many whole blocks as it likes from the front and tells how much input it took; the
// portable code in buffer_codec.cc does the rest, and all of it on other processors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace drover::rt::codec {

// Each returns the input taken; 0 where nothing was done. Output: two characters for a byte, four
// for three bytes, and back.
size_t HexEncodeBlocks(std::span<const uint8_t> bytes, char* out);
size_t HexDecodeBlocks(std::span<const uint8_t> text, std::span<uint8_t> out);
size_t Base64EncodeBlocks(std::span<const uint8_t> bytes, char* out, const char* last_two);
// Stops before the first block with a character outside both alphabets.
size_t Base64DecodeBlocks(std::span<const uint8_t> text, std::span<uint8_t> out);

}  // namespace drover::rt::codec
