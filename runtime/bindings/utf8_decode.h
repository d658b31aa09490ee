// UTF-8 to UTF-16, as the Encoding Standard decodes it: whatever is not well-formed becomes U+FFFD,
// one for each maximal part of a sequence. Free of V8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace drover::rt::codec {

struct Decoded {
  size_t units;      // UTF-16 code units written
  bool only_latin1;  // none is above U+00FF
};

// `out` holds at least bytes.size() units.
Decoded Utf8ToUtf16(std::span<const uint8_t> bytes, uint16_t* out);

}  // namespace drover::rt::codec
