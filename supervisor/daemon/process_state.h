// The life of one worker's place in an app: a process, the pauses between two processes, and the
// end of trying. Next() decides, the worker acts; see worker.cc. Nothing else changes a state.
#pragma once

#include <cstdint>
#include <string_view>

namespace drover::sup {

enum class ProcessState : uint8_t {
  kStopped,   // no process, and none is wanted
  kStarting,  // runs, and is not ready yet
  kOnline,    // ready
  kDraining,  // gets no new work and may finish what it has
  kStopping,  // has been told to end
  kKilling,   // has been sent SIGKILL
  kBackoff,   // ended by itself; the next start waits
  kErrored,   // ended too often; nothing more happens by itself
};
inline constexpr int kProcessStates = 8;

enum class ProcessEvent : uint8_t {
  kStart,         // a process is wanted
  kSpawnFailed,   // no process could be made
  kReady,         // it listens, says so, or has lived long enough
  kReadyTimeout,  // it did not become ready in time
  kDrain,         // a successor is there
  kDrainTimeout,  // it did not finish what it had in time
  kStop,          // no process is wanted
  kKillTimeout,   // it did not obey in time
  kExitedRetry,   // it ended; the policy says try again
  kExitedFinal,   // it ended; the policy says that is all right
  kExitedGiveUp,  // it ended; the policy says enough
  kBackoffOver,   // the pause is over
};
inline constexpr int kProcessEvents = 12;

enum class ProcessAction : uint8_t {
  kNone,
  kSpawn,       // make a process, begin to wait for its readiness
  kBeginDrain,  // tell it to drain, begin to wait for its end
  kTerminate,   // send the stop signal, begin to wait for its end
  kKill,        // send SIGKILL to all that belongs to it
  kWait,        // begin the pause
  kCancelWait,  // end the pause
};

struct ProcessStep {
  ProcessState state;
  ProcessAction action;
  bool operator==(const ProcessStep&) const = default;
};

// Total: a pair that means nothing leaves the state as it is and asks for nothing.
ProcessStep Next(ProcessState state, ProcessEvent event);

// Whether a process exists in this state.
bool HasProcess(ProcessState state);

std::string_view ToString(ProcessState state);
std::string_view ToString(ProcessEvent event);

}  // namespace drover::sup
