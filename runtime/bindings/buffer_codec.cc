#include "runtime/bindings/buffer_codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "runtime/bindings/buffer_simd.h"

namespace drover::rt::codec {

namespace {

constexpr uint64_t kHighBits = 0x8080808080808080ULL;
constexpr uint8_t kBad = 0xff;   // not in the alphabet: skipped by the lenient decoder
constexpr uint8_t kStop = 0xfe;  // '='

constexpr char kStandardAlphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char kUrlAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

using PairTable = std::array<char, 4096 * 2>;

// Twelve bits at a time: two characters for each possible value.
constexpr PairTable MakePairs(const char* alphabet) {
  PairTable t{};
  for (size_t i = 0; i < 4096; i++) {
    t[i * 2] = alphabet[i >> 6];
    t[i * 2 + 1] = alphabet[i & 63];
  }
  return t;
}
const PairTable kStandardPairs = MakePairs(kStandardAlphabet);
const PairTable kUrlPairs = MakePairs(kUrlAlphabet);

constexpr std::array<uint8_t, 256> MakeUnbase64() {
  std::array<uint8_t, 256> t{};
  t.fill(kBad);
  for (uint8_t i = 0; i < 64; i++) {
    t[static_cast<uint8_t>(kStandardAlphabet[i])] = i;
    t[static_cast<uint8_t>(kUrlAlphabet[i])] = i;
  }
  t['='] = kStop;
  return t;
}
constexpr auto kUnbase64 = MakeUnbase64();

constexpr std::array<uint8_t, 256> MakeUnhex() {
  std::array<uint8_t, 256> t{};
  t.fill(kBad);
  for (uint8_t i = 0; i < 10; i++) t['0' + i] = i;
  for (uint8_t i = 0; i < 6; i++) t['a' + i] = t['A' + i] = static_cast<uint8_t>(10 + i);
  return t;
}
constexpr auto kUnhex = MakeUnhex();

template <class Char>
uint8_t Lookup(const std::array<uint8_t, 256>& table, Char c) {
  if constexpr (sizeof(Char) > 1) {
    if (c > 0xff) return kBad;
  }
  return table[c];
}

// Length of the well-formed sequence at p, 0 if there is none.
size_t Utf8SequenceLength(const uint8_t* p, const uint8_t* end) {
  auto tail = [&](size_t i) { return p + i < end && (p[i] & 0xc0) == 0x80; };
  uint8_t b = p[0];
  if (b < 0x80) return 1;
  if (b < 0xc2 || b > 0xf4 || !tail(1)) return 0;
  if (b < 0xe0) return 2;
  if (b < 0xf0) {
    if ((b == 0xe0 && p[1] < 0xa0) || (b == 0xed && p[1] > 0x9f)) return 0;
    return tail(2) ? 3 : 0;
  }
  if ((b == 0xf0 && p[1] < 0x90) || (b == 0xf4 && p[1] > 0x8f)) return 0;
  return tail(2) && tail(3) ? 4 : 0;
}

uint64_t Load64(const uint8_t* p) {
  uint64_t v;
  std::memcpy(&v, p, sizeof v);
  return v;
}

template <class Word>
void SwapWords(std::span<uint8_t> bytes, Word (*swap)(Word)) {
  for (size_t i = 0; i + sizeof(Word) <= bytes.size(); i += sizeof(Word)) {
    Word w;
    std::memcpy(&w, &bytes[i], sizeof w);
    w = swap(w);
    std::memcpy(&bytes[i], &w, sizeof w);
  }
}

}  // namespace

bool IsAscii(Bytes bytes) {
  const uint8_t* p = bytes.data();
  size_t n = bytes.size();
  size_t i = 0;
  for (; i + 32 <= n; i += 32) {
    uint64_t all = Load64(p + i) | Load64(p + i + 8) | Load64(p + i + 16) | Load64(p + i + 24);
    if (all & kHighBits) return false;
  }
  for (; i < n; i++)
    if (p[i] & 0x80) return false;
  return true;
}

bool IsUtf8(Bytes bytes) {
  const uint8_t* p = bytes.data();
  const uint8_t* end = p + bytes.size();
  while (p < end) {
    if (end - p >= 8 && (Load64(p) & kHighBits) == 0) {
      p += 8;
      continue;
    }
    size_t n = Utf8SequenceLength(p, end);
    if (n == 0) return false;
    p += n;
  }
  return true;
}

void HexEncode(Bytes bytes, char* out) {
  static constexpr char kDigits[] = "0123456789abcdef";
  size_t done = HexEncodeBlocks(bytes, out);
  out += done * 2;
  for (uint8_t b : bytes.subspan(done)) {
    *out++ = kDigits[b >> 4];
    *out++ = kDigits[b & 15];
  }
}

template <class Char>
size_t HexDecode(std::span<const Char> text, std::span<uint8_t> out) {
  size_t n = std::min(text.size() / 2, out.size());
  size_t i = 0;
  if constexpr (sizeof(Char) == 1) i = HexDecodeBlocks(text, out) / 2;
  for (; i < n; i++) {
    uint8_t high = Lookup(kUnhex, text[i * 2]);
    uint8_t low = Lookup(kUnhex, text[i * 2 + 1]);
    if (high == kBad || low == kBad) return i;
    out[i] = static_cast<uint8_t>(high << 4 | low);
  }
  return n;
}

void Base64Encode(Bytes bytes, char* out, Base64Kind kind) {
  const bool standard = kind == Base64Kind::kStandard;
  const char* pairs = standard ? kStandardPairs.data() : kUrlPairs.data();
  const char* alphabet = standard ? kStandardAlphabet : kUrlAlphabet;
  const size_t done = Base64EncodeBlocks(bytes, out, alphabet + 62);
  out += done / 3 * 4;
  const uint8_t* p = bytes.data() + done;
  size_t n = bytes.size() - done;
  for (; n >= 3; n -= 3, p += 3, out += 4) {
    uint32_t v = static_cast<uint32_t>(p[0] << 16 | p[1] << 8 | p[2]);
    std::memcpy(out, pairs + (v >> 12) * 2, 2);
    std::memcpy(out + 2, pairs + (v & 0xfff) * 2, 2);
  }
  if (n == 0) return;
  uint32_t v = static_cast<uint32_t>(p[0] << 16 | (n == 2 ? p[1] << 8 : 0));
  *out++ = alphabet[v >> 18];
  *out++ = alphabet[v >> 12 & 63];
  if (n == 2) *out++ = alphabet[v >> 6 & 63];
  if (!standard) return;
  if (n == 1) *out++ = '=';
  *out = '=';
}

template <class Char>
size_t Base64Decode(std::span<const Char> text, std::span<uint8_t> out) {
  size_t in = 0;
  size_t written = 0;
  uint32_t bits = 0;
  int count = 0;           // characters collected in `bits`
  size_t next_blocks = 0;  // where whole blocks are tried again
  while (in < text.size() && written < out.size()) {
    if constexpr (sizeof(Char) == 1) {
      if (count == 0 && in >= next_blocks) {
        size_t done = Base64DecodeBlocks(text.subspan(in), out.subspan(written));
        in += done;
        written += done / 4 * 3;
        // Text full of line breaks is not tried at every character.
        next_blocks = in + 16;
        if (done > 0) continue;
      }
    }
    if (count == 0 && text.size() - in >= 4 && out.size() - written >= 3) {
      uint32_t a = Lookup(kUnbase64, text[in]), b = Lookup(kUnbase64, text[in + 1]);
      uint32_t c = Lookup(kUnbase64, text[in + 2]), d = Lookup(kUnbase64, text[in + 3]);
      if ((a | b | c | d) < 64) {
        uint32_t v = a << 18 | b << 12 | c << 6 | d;
        out[written] = static_cast<uint8_t>(v >> 16);
        out[written + 1] = static_cast<uint8_t>(v >> 8);
        out[written + 2] = static_cast<uint8_t>(v);
        written += 3;
        in += 4;
        continue;
      }
    }
    uint8_t x = Lookup(kUnbase64, text[in++]);
    if (x == kStop) break;
    if (x == kBad) continue;
    bits = bits << 6 | x;
    // The second to fourth character of a group each complete one byte.
    if (count > 0) out[written++] = static_cast<uint8_t>(bits >> (6 - 2 * count));
    count = (count + 1) & 3;
  }
  return written;
}

template <class Char>
ForgivingResult ForgivingBase64Decode(std::span<const Char> text, uint8_t* out, size_t* written) {
  auto is_space = [](Char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  };
  size_t significant = 0;
  size_t padding = 0;
  uint32_t bits = 0;
  *written = 0;
  for (Char c : text) {
    if (is_space(c)) continue;
    if (c == '=') {
      if (++padding > 2) return ForgivingResult::kInvalidCharacter;
      continue;
    }
    if (padding > 0 || c == '-' || c == '_') return ForgivingResult::kInvalidCharacter;
    uint8_t x = Lookup(kUnbase64, c);
    if (x == kBad) return ForgivingResult::kInvalidCharacter;
    bits = bits << 6 | x;
    size_t place = significant++ % 4;
    if (place > 0) out[(*written)++] = static_cast<uint8_t>(bits >> (6 - 2 * place));
  }
  if (significant % 4 == 1) return ForgivingResult::kInvalidLength;
  if (padding > 0 && (significant + padding) % 4 != 0) return ForgivingResult::kInvalidCharacter;
  return ForgivingResult::kOk;
}

template size_t HexDecode(std::span<const uint8_t>, std::span<uint8_t>);
template size_t HexDecode(std::span<const uint16_t>, std::span<uint8_t>);
template size_t Base64Decode(std::span<const uint8_t>, std::span<uint8_t>);
template size_t Base64Decode(std::span<const uint16_t>, std::span<uint8_t>);
template ForgivingResult ForgivingBase64Decode(std::span<const uint8_t>, uint8_t*, size_t*);
template ForgivingResult ForgivingBase64Decode(std::span<const uint16_t>, uint8_t*, size_t*);

void SwapBytes(std::span<uint8_t> bytes, size_t width) {
  if (width == 2) {
    SwapWords<uint16_t>(bytes, [](uint16_t v) -> uint16_t { return __builtin_bswap16(v); });
  } else if (width == 4) {
    SwapWords<uint32_t>(bytes, [](uint32_t v) -> uint32_t { return __builtin_bswap32(v); });
  } else {
    SwapWords<uint64_t>(bytes, [](uint64_t v) -> uint64_t { return __builtin_bswap64(v); });
  }
}

namespace {

// The first occurrence at or after `from`. Looking for the first byte is fast as long as it is rare
// or mostly followed by the rest; after too many false starts memmem, which is linear, takes over.
const uint8_t* FindFirst(Bytes haystack, Bytes needle, size_t from) {
  constexpr int kFalseStarts = 32;
  const uint8_t* p = haystack.data() + from;
  const uint8_t* end = haystack.data() + haystack.size();
  for (int tries = 0; static_cast<size_t>(end - p) >= needle.size(); tries++) {
    const size_t places = static_cast<size_t>(end - p) - needle.size() + 1;
    if (tries == kFalseStarts) {
      return static_cast<const uint8_t*>(
          memmem(p, static_cast<size_t>(end - p), needle.data(), needle.size()));
    }
    p = static_cast<const uint8_t*>(std::memchr(p, needle[0], places));
    if (!p || std::memcmp(p, needle.data(), needle.size()) == 0) return p;
    p++;
  }
  return nullptr;
}

}  // namespace

ptrdiff_t FindForward(Bytes haystack, Bytes needle, size_t from, size_t step) {
  while (from < haystack.size()) {
    const uint8_t* hit = FindFirst(haystack, needle, from);
    if (!hit) return kNotFound;
    size_t at = static_cast<size_t>(hit - haystack.data());
    if (at % step == 0) return static_cast<ptrdiff_t>(at);
    from = at + 1;
  }
  return kNotFound;
}

ptrdiff_t FindBackward(Bytes haystack, Bytes needle, size_t from, size_t step) {
  if (needle.empty() || needle.size() > haystack.size()) return kNotFound;
  size_t limit = std::min(from, haystack.size() - needle.size()) + 1;
  while (limit > 0) {
    const void* hit = memrchr(haystack.data(), needle[0], limit);
    if (!hit) return kNotFound;
    size_t at = static_cast<size_t>(static_cast<const uint8_t*>(hit) - haystack.data());
    if (at % step == 0 && std::memcmp(hit, needle.data(), needle.size()) == 0)
      return static_cast<ptrdiff_t>(at);
    limit = at;
  }
  return kNotFound;
}

}  // namespace drover::rt::codec
