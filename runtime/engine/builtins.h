// The modules of lib/, embedded in the executable. Those that start-up needs are in the snapshot;
// the others are compiled on first require from the embedded source, with a code cache made at
// build time.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace drover::rt {

struct BuiltinSource {
  const char* id;     // "fs/promises"
  const char* begin;  // UTF-8, usually ASCII
  const char* end;
};

// Sorted by id. Defined by the generated table of lib/.
std::span<const BuiltinSource> BuiltinSources();

// Code caches in the order of BuiltinSources(), as made by drover-mksnapshot: a uint32_t length
// before each (0: none). Empty while the snapshot is being made.
void SetBuiltinCodeCaches(std::span<const uint8_t> caches);

}  // namespace drover::rt
