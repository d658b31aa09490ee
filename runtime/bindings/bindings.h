// The functions that describe the native modules; their list is runtime/bindings/table.inc.
#pragma once

#include "runtime/engine/binding.h"

namespace drover::rt {

#define X(name, bind) void bind(Binding& b);
#include "runtime/bindings/table.inc"
#undef X

}  // namespace drover::rt
