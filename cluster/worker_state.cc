#include "cluster/worker_state.h"

namespace drover::cluster {
namespace {

using S = WorkerState;
using E = WorkerEvent;

S FromStarting(E event) {
  switch (event) {
    case E::kOnline:
      return S::kOnline;
    case E::kListening:
      return S::kListening;
    case E::kDrain:
      return S::kDraining;
    case E::kDisconnect:
    case E::kLeaving:
    case E::kChannelClosed:
      return S::kExiting;
    case E::kExited:
      return S::kDead;
    case E::kLastListenerClosed:
    case E::kDrained:
      return S::kStarting;
  }
  return S::kStarting;
}

S FromOnline(E event) {
  switch (event) {
    case E::kListening:
      return S::kListening;
    case E::kDrain:
      return S::kDraining;
    case E::kDisconnect:
    case E::kLeaving:
    case E::kChannelClosed:
      return S::kExiting;
    case E::kExited:
      return S::kDead;
    case E::kOnline:
    case E::kLastListenerClosed:
    case E::kDrained:
      return S::kOnline;
  }
  return S::kOnline;
}

S FromListening(E event) {
  switch (event) {
    case E::kLastListenerClosed:
      return S::kOnline;
    case E::kDrain:
      return S::kDraining;
    case E::kDisconnect:
    case E::kLeaving:
    case E::kChannelClosed:
      return S::kExiting;
    case E::kExited:
      return S::kDead;
    case E::kOnline:
    case E::kListening:
    case E::kDrained:
      return S::kListening;
  }
  return S::kListening;
}

S FromDraining(E event) {
  switch (event) {
    case E::kDrained:
    case E::kDisconnect:
    case E::kLeaving:
    case E::kChannelClosed:
      return S::kExiting;
    case E::kExited:
      return S::kDead;
    case E::kOnline:
    case E::kListening:
    case E::kLastListenerClosed:
    case E::kDrain:
      return S::kDraining;
  }
  return S::kDraining;
}

}  // namespace

WorkerState Next(WorkerState state, WorkerEvent event) {
  switch (state) {
    case S::kStarting:
      return FromStarting(event);
    case S::kOnline:
      return FromOnline(event);
    case S::kListening:
      return FromListening(event);
    case S::kDraining:
      return FromDraining(event);
    case S::kExiting:
      return event == E::kExited ? S::kDead : S::kExiting;
    case S::kDead:
      return S::kDead;
  }
  return state;
}

bool TakesConnections(WorkerState state) {
  switch (state) {
    case S::kStarting:
    case S::kOnline:
    case S::kListening:
      return true;
    case S::kDraining:
    case S::kExiting:
    case S::kDead:
      return false;
  }
  return false;
}

std::string_view ToString(WorkerState state) {
  switch (state) {
    case S::kStarting:
      return "starting";
    case S::kOnline:
      return "online";
    case S::kListening:
      return "listening";
    case S::kDraining:
      return "draining";
    case S::kExiting:
      return "exiting";
    case S::kDead:
      return "dead";
  }
  return "?";
}

std::string_view ToString(WorkerEvent event) {
  switch (event) {
    case E::kOnline:
      return "online";
    case E::kListening:
      return "listening";
    case E::kLastListenerClosed:
      return "last listener closed";
    case E::kDrain:
      return "drain";
    case E::kDrained:
      return "drained";
    case E::kDisconnect:
      return "disconnect";
    case E::kLeaving:
      return "leaving";
    case E::kChannelClosed:
      return "channel closed";
    case E::kExited:
      return "exited";
  }
  return "?";
}

}  // namespace drover::cluster
