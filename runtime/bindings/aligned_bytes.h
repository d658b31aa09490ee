// Memory to read files into. malloc places large blocks 16 bytes behind the start of a page;
// copying from the kernel's pages, which start at one, then takes up to ten times as long as at any
// other place (measured: 38 instead of 3.6 microseconds for 100 KB).
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>

#include "runtime/base/check.h"

namespace drover::rt {

struct FreeMemory {
  void operator()(char* memory) const noexcept { std::free(memory); }
};
using AlignedBytes = std::unique_ptr<char[], FreeMemory>;

inline AlignedBytes MakeAlignedBytes(size_t size) {
  constexpr size_t kCacheLine = 64;
  const size_t rounded = (size + kCacheLine - 1) / kCacheLine * kCacheLine;
  void* memory = std::aligned_alloc(kCacheLine, rounded);
  CHECK(memory != nullptr || rounded == 0, "out of memory");
  return AlignedBytes(static_cast<char*>(memory));
}

}  // namespace drover::rt
