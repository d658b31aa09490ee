// All native modules of drover-runtime, the same when the snapshot is made and when it is used.
#pragma once

#include <span>

#include "runtime/engine/binding.h"

namespace drover::rt {
std::span<const BindingEntry> AllBindings();
}  // namespace drover::rt
