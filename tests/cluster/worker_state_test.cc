#include "cluster/worker_state.h"

#include <map>
#include <utility>

#include <gtest/gtest.h>

namespace drover::cluster {
namespace {

using S = WorkerState;
using E = WorkerEvent;

// Every edge there is; whatever is not in this table leaves the state as it is.
const std::map<std::pair<S, E>, S> kEdges = {
    {{S::kStarting, E::kOnline}, S::kOnline},
    {{S::kStarting, E::kListening}, S::kListening},
    {{S::kStarting, E::kDrain}, S::kDraining},
    {{S::kStarting, E::kDisconnect}, S::kExiting},
    {{S::kStarting, E::kLeaving}, S::kExiting},
    {{S::kStarting, E::kChannelClosed}, S::kExiting},
    {{S::kStarting, E::kExited}, S::kDead},
    {{S::kOnline, E::kListening}, S::kListening},
    {{S::kOnline, E::kDrain}, S::kDraining},
    {{S::kOnline, E::kDisconnect}, S::kExiting},
    {{S::kOnline, E::kLeaving}, S::kExiting},
    {{S::kOnline, E::kChannelClosed}, S::kExiting},
    {{S::kOnline, E::kExited}, S::kDead},
    {{S::kListening, E::kLastListenerClosed}, S::kOnline},
    {{S::kListening, E::kDrain}, S::kDraining},
    {{S::kListening, E::kDisconnect}, S::kExiting},
    {{S::kListening, E::kLeaving}, S::kExiting},
    {{S::kListening, E::kChannelClosed}, S::kExiting},
    {{S::kListening, E::kExited}, S::kDead},
    {{S::kDraining, E::kDrained}, S::kExiting},
    {{S::kDraining, E::kDisconnect}, S::kExiting},
    {{S::kDraining, E::kLeaving}, S::kExiting},
    {{S::kDraining, E::kChannelClosed}, S::kExiting},
    {{S::kDraining, E::kExited}, S::kDead},
    {{S::kExiting, E::kExited}, S::kDead},
};

TEST(WorkerState, EveryStateAndEveryEvent) {
  for (const S state : kAllWorkerStates) {
    for (const E event : kAllWorkerEvents) {
      const auto edge = kEdges.find({state, event});
      const S expected = edge == kEdges.end() ? state : edge->second;
      EXPECT_EQ(Next(state, event), expected) << ToString(state) << " + " << ToString(event);
    }
  }
}

TEST(WorkerState, OnlyWorkersThatStayGetConnections) {
  for (const S state : kAllWorkerStates)
    EXPECT_EQ(TakesConnections(state), state < S::kDraining) << ToString(state);
}

}  // namespace
}  // namespace drover::cluster
