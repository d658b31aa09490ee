// Process limits.
#pragma once

#include <cstdint>

namespace drover::base {

// Raises the soft limit of open files to the hard one, as every Drover process does at its start.
// Returns the limit now in force.
uint64_t RaiseOpenFilesLimit();

}  // namespace drover::base
