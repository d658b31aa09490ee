// The process that owns the output of all apps: reads their pipes, stamps the lines and writes the
// files. It obeys its daemon over `socket` and outlives it: when the daemon is gone it goes on
// until the last pipe is at its end, so that no app ever writes into a broken pipe.
#pragma once

#include "runtime/base/fd.h"

namespace drover::sup {

// Runs until there is nothing left to do; returns the exit code.
int RunLogProcess(base::Fd socket);

}  // namespace drover::sup
