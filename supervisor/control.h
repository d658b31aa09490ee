// Numbers that the command line and the daemon agree on.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace drover::sup {

// Version of the messages of control.proto. A request of another version is answered with a failure
// that names both.
inline constexpr uint32_t kControlProtocol = 1;

// A request carries whole environments, a listing a whole process table.
inline constexpr size_t kLargestControlMessage = 16 << 20;
// What may wait for a client that reads slowly; beyond, progress and events are dropped and
// counted.
inline constexpr size_t kMostWaitingReplies = 1 << 20;

inline constexpr size_t kMostSessions = 128;
// A client says what it wants within this time.
inline constexpr std::chrono::milliseconds kRequestPatience{5000};

}  // namespace drover::sup
