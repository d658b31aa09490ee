#include "runtime/bindings/utf8_decode.h"

#include <cstring>

namespace drover::rt::codec {

namespace {

constexpr uint16_t kReplacement = 0xfffd;

// What a lead byte promises: how many bytes follow, and between which limits the first of them lies
// (narrower than 80..BF where a sequence would be overlong, a surrogate or above U+10FFFF).
struct Lead {
  int follow;
  uint8_t low;
  uint8_t high;
};

Lead LeadOf(uint8_t b) {
  if (b < 0xc2) return {0, 0, 0};
  if (b < 0xe0) return {1, 0x80, 0xbf};
  if (b < 0xf0) {
    const uint8_t low = b == 0xe0 ? 0xa0 : 0x80;
    const uint8_t high = b == 0xed ? 0x9f : 0xbf;
    return {2, low, high};
  }
  if (b > 0xf4) return {0, 0, 0};
  const uint8_t low = b == 0xf0 ? 0x90 : 0x80;
  const uint8_t high = b == 0xf4 ? 0x8f : 0xbf;
  return {3, low, high};
}

bool IsFollow(uint8_t b) { return (b & 0xc0) == 0x80; }

// Widens ASCII while there are eight of them.
void CopyAscii(const uint8_t*& p, const uint8_t* end, uint16_t*& out) {
  while (end - p >= 8) {
    uint64_t word;
    std::memcpy(&word, p, sizeof word);
    if (word & 0x8080808080808080u) return;
    for (int i = 0; i < 8; i++) out[i] = p[i];
    p += 8;
    out += 8;
  }
}

// Decodes one sequence that starts with a byte that is no ASCII, or replaces its maximal part.
void DecodeSequence(const uint8_t*& p, const uint8_t* end, uint16_t*& out) {
  const Lead lead = LeadOf(*p);
  const int follow = lead.follow;
  uint32_t point = *p++ & (0x3fu >> follow);
  for (int i = 0; i < follow; i++) {
    const bool good = p < end && (i == 0 ? *p >= lead.low && *p <= lead.high : IsFollow(*p));
    if (!good) {
      *out++ = kReplacement;
      return;
    }
    point = point << 6 | (*p++ & 0x3f);
  }
  if (follow == 0) point = kReplacement;
  if (point < 0x10000) {
    *out++ = static_cast<uint16_t>(point);
    return;
  }
  point -= 0x10000;
  *out++ = static_cast<uint16_t>(0xd800 + (point >> 10));
  *out++ = static_cast<uint16_t>(0xdc00 + (point & 0x3ff));
}

}  // namespace

Decoded Utf8ToUtf16(std::span<const uint8_t> bytes, uint16_t* out) {
  const uint8_t* p = bytes.data();
  const uint8_t* end = p + bytes.size();
  uint16_t* const begin = out;
  while (p < end) {
    CopyAscii(p, end, out);
    // Text that is not ASCII rarely is so for eight bytes together: go byte by byte for a while.
    for (int i = 0; i < 16 && p < end; i++) {
      if (*p < 0x80) {
        *out++ = *p++;
      } else if (*p < 0xe0 && *p >= 0xc2 && end - p >= 2 && IsFollow(p[1])) {
        *out++ = static_cast<uint16_t>((p[0] & 0x1f) << 6 | (p[1] & 0x3f));
        p += 2;
      } else {
        DecodeSequence(p, end, out);
      }
    }
  }
  uint16_t any = 0;
  for (const uint16_t* unit = begin; unit < out; unit++) any |= *unit;
  return {static_cast<size_t>(out - begin), any < 0x100};
}

}  // namespace drover::rt::codec
