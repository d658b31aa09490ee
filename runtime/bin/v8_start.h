// V8's flags, the same in drover-mksnapshot and drover-runtime: code caches depend on them.
#pragma once

#include <v8.h>

#include "runtime/engine/v8_compat.h"

namespace drover::rt {

inline void SetV8Defaults() { v8::V8::SetFlagsFromString(compat::kDefaultFlags); }

}  // namespace drover::rt
