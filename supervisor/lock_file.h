// The lock that makes the daemon of a home the only one. It is held as long as the descriptor is
// open, so it cannot outlive its process. The file holds the holder's pid.
#pragma once

#include <string>

#include <sys/types.h>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace drover::sup {

// Fails with EBUSY where another process holds it; the message names that process.
base::Result<base::Fd> TakeLock(const std::string& path);

// The holder's pid; 0 where nobody holds it.
pid_t LockHolder(const std::string& path);

}  // namespace drover::sup
