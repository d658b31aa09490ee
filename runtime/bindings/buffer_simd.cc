#include "runtime/bindings/buffer_simd.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define SSSE3 __attribute__((target("ssse3")))

namespace drover::rt::codec {

namespace {

bool HasSsse3() {
  static const bool has = __builtin_cpu_supports("ssse3");
  return has;
}

SSSE3 __m128i Load(const uint8_t* p) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
}

SSSE3 void Store(void* p, __m128i v) { _mm_storeu_si128(static_cast<__m128i*>(p), v); }

// 0xff where low <= c <= high. Characters are compared as signed: those above 0x7f are below all.
SSSE3 __m128i InRange(__m128i c, char low, char high) {
  return _mm_and_si128(_mm_cmpgt_epi8(c, _mm_set1_epi8(static_cast<char>(low - 1))),
                       _mm_cmpgt_epi8(_mm_set1_epi8(static_cast<char>(high + 1)), c));
}

SSSE3 __m128i Either(__m128i c, char a, char b) {
  return _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8(a)), _mm_cmpeq_epi8(c, _mm_set1_epi8(b)));
}

SSSE3 __m128i Masked(__m128i mask, int value) {
  return _mm_and_si128(mask, _mm_set1_epi8(static_cast<char>(value)));
}

SSSE3 size_t HexEncode(std::span<const uint8_t> bytes, char* out) {
  const __m128i digits =
      _mm_setr_epi8('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f');
  const __m128i low_mask = _mm_set1_epi8(15);
  size_t i = 0;
  for (; i + 16 <= bytes.size(); i += 16) {
    __m128i in = Load(bytes.data() + i);
    __m128i high = _mm_shuffle_epi8(digits, _mm_and_si128(_mm_srli_epi16(in, 4), low_mask));
    __m128i low = _mm_shuffle_epi8(digits, _mm_and_si128(in, low_mask));
    Store(out + i * 2, _mm_unpacklo_epi8(high, low));
    Store(out + i * 2 + 16, _mm_unpackhi_epi8(high, low));
  }
  return i;
}

SSSE3 size_t HexDecode(std::span<const uint8_t> text, std::span<uint8_t> out) {
  size_t i = 0;
  for (; i + 16 <= text.size() && i / 2 + 8 <= out.size(); i += 16) {
    __m128i c = Load(text.data() + i);
    __m128i lower = _mm_or_si128(c, _mm_set1_epi8(0x20));
    __m128i digit = InRange(c, '0', '9');
    __m128i letter = InRange(lower, 'a', 'f');
    if (_mm_movemask_epi8(_mm_or_si128(digit, letter)) != 0xffff) break;
    __m128i offset = _mm_or_si128(Masked(digit, '0'), Masked(letter, 'a' - 10));
    __m128i value =
        _mm_sub_epi8(_mm_or_si128(_mm_and_si128(digit, c), _mm_and_si128(letter, lower)), offset);
    __m128i pairs = _mm_maddubs_epi16(value, _mm_set1_epi16(0x0110));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out.data() + i / 2),
                     _mm_packus_epi16(pairs, pairs));
  }
  return i;
}

// Sixteen 6-bit values from the first twelve bytes.
SSSE3 __m128i SplitSixBits(__m128i in) {
  in = _mm_shuffle_epi8(in, _mm_setr_epi8(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10));
  __m128i first_third =
      _mm_mulhi_epu16(_mm_and_si128(in, _mm_set1_epi32(0x0fc0fc00)), _mm_set1_epi32(0x04000040));
  __m128i second_fourth =
      _mm_mullo_epi16(_mm_and_si128(in, _mm_set1_epi32(0x003f03f0)), _mm_set1_epi32(0x01000010));
  return _mm_or_si128(first_third, second_fourth);
}

SSSE3 size_t Base64Encode(std::span<const uint8_t> bytes, char* out, const char* last_two) {
  // What to add to a value: for 0..25, 26..51, the digits, 62 and 63.
  const __m128i shifts =
      _mm_setr_epi8('a' - 26, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52, '0' - 52,
                    '0' - 52, '0' - 52, '0' - 52, static_cast<char>(last_two[0] - 62),
                    static_cast<char>(last_two[1] - 63), 'A', 0, 0);
  size_t i = 0;
  size_t written = 0;
  for (; i + 16 <= bytes.size(); i += 12, written += 16) {
    __m128i value = SplitSixBits(Load(bytes.data() + i));
    __m128i kind = _mm_subs_epu8(value, _mm_set1_epi8(51));
    kind = _mm_or_si128(kind, Masked(_mm_cmpgt_epi8(_mm_set1_epi8(26), value), 13));
    Store(out + written, _mm_add_epi8(_mm_shuffle_epi8(shifts, kind), value));
  }
  return i;
}

SSSE3 size_t Base64Decode(std::span<const uint8_t> text, std::span<uint8_t> out) {
  size_t i = 0;
  size_t written = 0;
  // A store is sixteen bytes wide, of which twelve count.
  for (; i + 16 <= text.size() && written + 16 <= out.size(); i += 16, written += 12) {
    __m128i c = Load(text.data() + i);
    __m128i upper = InRange(c, 'A', 'Z');
    __m128i lower = InRange(c, 'a', 'z');
    __m128i digit = InRange(c, '0', '9');
    __m128i v62 = Either(c, '+', '-');
    __m128i v63 = Either(c, '/', '_');
    __m128i plain = _mm_or_si128(_mm_or_si128(upper, lower), digit);
    if (_mm_movemask_epi8(_mm_or_si128(plain, _mm_or_si128(v62, v63))) != 0xffff) break;
    __m128i offset = _mm_or_si128(_mm_or_si128(Masked(upper, -'A'), Masked(lower, 26 - 'a')),
                                  Masked(digit, 52 - '0'));
    __m128i value = _mm_and_si128(plain, _mm_add_epi8(c, offset));
    value = _mm_or_si128(value, _mm_or_si128(Masked(v62, 62), Masked(v63, 63)));
    __m128i pairs = _mm_maddubs_epi16(value, _mm_set1_epi32(0x01400140));
    __m128i triples = _mm_madd_epi16(pairs, _mm_set1_epi32(0x00011000));
    Store(out.data() + written,
          _mm_shuffle_epi8(triples,
                           _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1)));
  }
  return i;
}

}  // namespace

size_t HexEncodeBlocks(std::span<const uint8_t> bytes, char* out) {
  return HasSsse3() ? HexEncode(bytes, out) : 0;
}

size_t HexDecodeBlocks(std::span<const uint8_t> text, std::span<uint8_t> out) {
  return HasSsse3() ? HexDecode(text, out) : 0;
}

size_t Base64EncodeBlocks(std::span<const uint8_t> bytes, char* out, const char* last_two) {
  return HasSsse3() ? Base64Encode(bytes, out, last_two) : 0;
}

size_t Base64DecodeBlocks(std::span<const uint8_t> text, std::span<uint8_t> out) {
  return HasSsse3() ? Base64Decode(text, out) : 0;
}

}  // namespace drover::rt::codec

#else

namespace drover::rt::codec {

size_t HexEncodeBlocks(std::span<const uint8_t>, char*) { return 0; }
size_t HexDecodeBlocks(std::span<const uint8_t>, std::span<uint8_t>) { return 0; }
size_t Base64EncodeBlocks(std::span<const uint8_t>, char*, const char*) { return 0; }
size_t Base64DecodeBlocks(std::span<const uint8_t>, std::span<uint8_t>) { return 0; }

}  // namespace drover::rt::codec

#endif
