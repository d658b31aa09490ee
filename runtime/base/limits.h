// What a process sets up for itself at its start.
#pragma once

#include <cstdint>

namespace drover::base {

// Raises the soft limit of open files to the hard one, as every Drover process does at its start.
// Returns the limit now in force.
uint64_t RaiseOpenFilesLimit();

// Marks every descriptor from `first` on close-on-exec: what our own parent let us inherit by
// accident does not go to our children.
void KeepFromChildren(int first);

}  // namespace drover::base
