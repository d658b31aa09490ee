#include "supervisor/daemon/process_state.h"

namespace drover::sup {
namespace {

using A = ProcessAction;
using E = ProcessEvent;
using S = ProcessState;

ProcessStep FromStopped(E event) {
  switch (event) {
    case E::kStart:
      return {S::kStarting, A::kSpawn};
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrain:
    case E::kDrainTimeout:
    case E::kStop:
    case E::kKillTimeout:
    case E::kExitedRetry:
    case E::kExitedFinal:
    case E::kExitedGiveUp:
    case E::kBackoffOver:
      return {S::kStopped, A::kNone};
  }
  return {S::kStopped, A::kNone};
}

// Starting and online differ in what readiness and a drain mean to them.
ProcessStep FromStarting(E event) {
  switch (event) {
    case E::kReady:
      return {S::kOnline, A::kNone};
    case E::kSpawnFailed:
      return {S::kErrored, A::kNone};
    case E::kReadyTimeout:
    case E::kDrain:  // it has no work yet
    case E::kStop:
      return {S::kStopping, A::kTerminate};
    case E::kExitedRetry:
      return {S::kBackoff, A::kWait};
    case E::kExitedFinal:
      return {S::kStopped, A::kNone};
    case E::kExitedGiveUp:
      return {S::kErrored, A::kNone};
    case E::kStart:
    case E::kDrainTimeout:
    case E::kKillTimeout:
    case E::kBackoffOver:
      return {S::kStarting, A::kNone};
  }
  return {S::kStarting, A::kNone};
}

ProcessStep FromOnline(E event) {
  switch (event) {
    case E::kDrain:
      return {S::kDraining, A::kBeginDrain};
    case E::kStop:
      return {S::kStopping, A::kTerminate};
    case E::kExitedRetry:
      return {S::kBackoff, A::kWait};
    case E::kExitedFinal:
      return {S::kStopped, A::kNone};
    case E::kExitedGiveUp:
      return {S::kErrored, A::kNone};
    case E::kStart:
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrainTimeout:
    case E::kKillTimeout:
    case E::kBackoffOver:
      return {S::kOnline, A::kNone};
  }
  return {S::kOnline, A::kNone};
}

ProcessStep FromDraining(E event) {
  switch (event) {
    case E::kDrainTimeout:
    case E::kStop:
      return {S::kStopping, A::kTerminate};
    case E::kExitedRetry:
    case E::kExitedFinal:
    case E::kExitedGiveUp:
      return {S::kStopped, A::kNone};
    case E::kStart:
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrain:
    case E::kKillTimeout:
    case E::kBackoffOver:
      return {S::kDraining, A::kNone};
  }
  return {S::kDraining, A::kNone};
}

// What is being stopped stays stopped, however it ends; but a worker that was stopped because it
// did not become ready is judged like one that crashed.
ProcessStep FromStopping(E event) {
  switch (event) {
    case E::kKillTimeout:
      return {S::kKilling, A::kKill};
    case E::kExitedRetry:
      return {S::kBackoff, A::kWait};
    case E::kExitedGiveUp:
      return {S::kErrored, A::kNone};
    case E::kExitedFinal:
      return {S::kStopped, A::kNone};
    case E::kStart:
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrain:
    case E::kDrainTimeout:
    case E::kStop:
    case E::kBackoffOver:
      return {S::kStopping, A::kNone};
  }
  return {S::kStopping, A::kNone};
}

ProcessStep FromKilling(E event) {
  switch (event) {
    case E::kExitedRetry:
      return {S::kBackoff, A::kWait};
    case E::kExitedGiveUp:
      return {S::kErrored, A::kNone};
    case E::kExitedFinal:
      return {S::kStopped, A::kNone};
    case E::kStart:
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrain:
    case E::kDrainTimeout:
    case E::kStop:
    case E::kKillTimeout:
    case E::kBackoffOver:
      return {S::kKilling, A::kNone};
  }
  return {S::kKilling, A::kNone};
}

ProcessStep FromBackoff(E event) {
  switch (event) {
    case E::kStart:
    case E::kBackoffOver:
      return {S::kStarting, A::kSpawn};
    case E::kDrain:
    case E::kStop:
      return {S::kStopped, A::kCancelWait};
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrainTimeout:
    case E::kKillTimeout:
    case E::kExitedRetry:
    case E::kExitedFinal:
    case E::kExitedGiveUp:
      return {S::kBackoff, A::kNone};
  }
  return {S::kBackoff, A::kNone};
}

ProcessStep FromErrored(E event) {
  switch (event) {
    case E::kStart:
      return {S::kStarting, A::kSpawn};
    case E::kDrain:
    case E::kStop:
      return {S::kStopped, A::kNone};
    case E::kSpawnFailed:
    case E::kReady:
    case E::kReadyTimeout:
    case E::kDrainTimeout:
    case E::kKillTimeout:
    case E::kExitedRetry:
    case E::kExitedFinal:
    case E::kExitedGiveUp:
    case E::kBackoffOver:
      return {S::kErrored, A::kNone};
  }
  return {S::kErrored, A::kNone};
}

}  // namespace

ProcessStep Next(ProcessState state, ProcessEvent event) {
  switch (state) {
    case S::kStopped:
      return FromStopped(event);
    case S::kStarting:
      return FromStarting(event);
    case S::kOnline:
      return FromOnline(event);
    case S::kDraining:
      return FromDraining(event);
    case S::kStopping:
      return FromStopping(event);
    case S::kKilling:
      return FromKilling(event);
    case S::kBackoff:
      return FromBackoff(event);
    case S::kErrored:
      return FromErrored(event);
  }
  return {state, A::kNone};
}

bool HasProcess(ProcessState state) {
  switch (state) {
    case S::kStarting:
    case S::kOnline:
    case S::kDraining:
    case S::kStopping:
    case S::kKilling:
      return true;
    case S::kStopped:
    case S::kBackoff:
    case S::kErrored:
      return false;
  }
  return false;
}

std::string_view ToString(ProcessState state) {
  switch (state) {
    case S::kStopped:
      return "stopped";
    case S::kStarting:
      return "starting";
    case S::kOnline:
      return "online";
    case S::kDraining:
      return "draining";
    case S::kStopping:
      return "stopping";
    case S::kKilling:
      return "killing";
    case S::kBackoff:
      return "backoff";
    case S::kErrored:
      return "errored";
  }
  return "";
}

std::string_view ToString(ProcessEvent event) {
  switch (event) {
    case E::kStart:
      return "start";
    case E::kSpawnFailed:
      return "spawn failed";
    case E::kReady:
      return "ready";
    case E::kReadyTimeout:
      return "ready timeout";
    case E::kDrain:
      return "drain";
    case E::kDrainTimeout:
      return "drain timeout";
    case E::kStop:
      return "stop";
    case E::kKillTimeout:
      return "kill timeout";
    case E::kExitedRetry:
      return "exited, retry";
    case E::kExitedFinal:
      return "exited, final";
    case E::kExitedGiveUp:
      return "exited, give up";
    case E::kBackoffOver:
      return "backoff over";
  }
  return "";
}

}  // namespace drover::sup
