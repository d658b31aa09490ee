// The table of native modules: one line each. `binding('os')` in lib/ finds BindOs here, by exact
// name. The mains turn it into the table they hand to the engine.
#pragma once

#include "runtime/engine/binding.h"

// One space before each backslash, so that a new line changes no other one.
// clang-format off
#define RUNTIME_BINDINGS(X) \
  X(buffer, BindBuffer) \
  X(code_cache, BindCodeCache) \
  X(dns, BindDns) \
  X(fs, BindFs) \
  X(http_parser, BindHttpParser) \
  X(icu, BindIcu) \
  X(os, BindOs) \
  X(pipe, BindPipe) \
  X(process, BindProcess) \
  X(process_wrap, BindProcessWrap) \
  X(signal_wrap, BindSignalWrap) \
  X(spawn_sync, BindSpawnSync) \
  X(structured_clone, BindStructuredClone) \
  X(tcp, BindTcp) \
  X(tty, BindTty) \
  X(util, BindUtil) \
  X(uv, BindUv) \
  // end of the table
// clang-format on

namespace drover::rt {

#define X(name, bind) void bind(Binding& b);
RUNTIME_BINDINGS(X)
#undef X

}  // namespace drover::rt
