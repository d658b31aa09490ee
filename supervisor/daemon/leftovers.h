// Ends what a daemon that died left running, so that nothing is started a second time beside it.
#pragma once

#include <chrono>

#include "proto/state.pb.h"
#include "supervisor/home.h"

namespace drover::sup {

// The recorded workers that still live (by pid and time of start), all that belongs to them, and
// whatever carries this home's mark. They get SIGTERM, after `patience` SIGKILL. Returns how many
// there were. Blocks; for the start of a daemon.
size_t EndLeftovers(const supervisor::v1::SavedState& state, const Home& home,
                    std::chrono::milliseconds patience);

}  // namespace drover::sup
