// The life of a worker, as a pure function. The owner keeps the state; what follows from an edge is
// done elsewhere.
//
//   starting -> online -> listening -> draining -> exiting -> dead
//
// Stages can be skipped, never gone back, but for listening -> online when the last listener
// closes.
#pragma once

#include <string_view>

namespace drover::cluster {

// The numbers are those of WorkerState in cluster.proto.
enum class WorkerState {
  kStarting = 1,  // spawned; its runtime has not spoken
  kOnline,        // its program runs
  kListening,     // it serves at least one listener
  kDraining,      // it gets no new connections and finishes those it has
  kExiting,       // it has no connections or no channel any more; its process may still run
  kDead,          // its process is gone
};

enum class WorkerEvent {
  kOnline,     // it said Online
  kListening,  // it said Listening
  kLastListenerClosed,
  kDrain,       // we asked it to drain
  kDrained,     // it said Drained
  kDisconnect,  // we asked it to disconnect
  kLeaving,     // it said that it leaves by itself
  kChannelClosed,
  kExited,  // its process ended
};

inline constexpr WorkerState kAllWorkerStates[] = {WorkerState::kStarting,  WorkerState::kOnline,
                                                   WorkerState::kListening, WorkerState::kDraining,
                                                   WorkerState::kExiting,   WorkerState::kDead};
inline constexpr WorkerEvent kAllWorkerEvents[] = {
    WorkerEvent::kOnline,  WorkerEvent::kListening,     WorkerEvent::kLastListenerClosed,
    WorkerEvent::kDrain,   WorkerEvent::kDrained,       WorkerEvent::kDisconnect,
    WorkerEvent::kLeaving, WorkerEvent::kChannelClosed, WorkerEvent::kExited};

// The state after `event`. An event that means nothing in `state` (it came late, or twice) leaves
// it as it is.
WorkerState Next(WorkerState state, WorkerEvent event);

// Whether a worker in this state may be given new connections and listeners.
bool TakesConnections(WorkerState state);

std::string_view ToString(WorkerState state);  // "starting"
std::string_view ToString(WorkerEvent event);  // "online"

}  // namespace drover::cluster
