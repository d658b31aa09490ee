#include "supervisor/daemon/process_state.h"

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

using A = ProcessAction;
using S = ProcessState;

constexpr S kAllStates[] = {S::kStopped,  S::kStarting, S::kOnline,  S::kDraining,
                            S::kStopping, S::kKilling,  S::kBackoff, S::kErrored};

// The whole table: a row for each state, a column for each event, in the order of the enums. A dash
// is the state itself and no action.
struct Cell {
  bool stays;
  ProcessStep step;
};
constexpr Cell kStay{true, {S::kStopped, A::kNone}};
constexpr Cell To(S state, A action = A::kNone) { return {false, {state, action}}; }

constexpr Cell kTable[kProcessStates][kProcessEvents] = {
    // start, spawn failed, ready, ready timeout, drain, drain timeout, stop, kill timeout,
    // exited: retry, final, give up; backoff over
    /* stopped */ {To(S::kStarting, A::kSpawn), kStay, kStay, kStay, kStay, kStay, kStay, kStay,
                   kStay, kStay, kStay, kStay},
    /* starting */
    {kStay, To(S::kErrored), To(S::kOnline), To(S::kStopping, A::kTerminate),
     To(S::kStopping, A::kTerminate), kStay, To(S::kStopping, A::kTerminate), kStay,
     To(S::kBackoff, A::kWait), To(S::kStopped), To(S::kErrored), kStay},
    /* online */
    {kStay, kStay, kStay, kStay, To(S::kDraining, A::kBeginDrain), kStay,
     To(S::kStopping, A::kTerminate), kStay, To(S::kBackoff, A::kWait), To(S::kStopped),
     To(S::kErrored), kStay},
    /* draining */
    {kStay, kStay, kStay, kStay, kStay, To(S::kStopping, A::kTerminate),
     To(S::kStopping, A::kTerminate), kStay, To(S::kStopped), To(S::kStopped), To(S::kStopped),
     kStay},
    /* stopping */
    {kStay, kStay, kStay, kStay, kStay, kStay, kStay, To(S::kKilling, A::kKill),
     To(S::kBackoff, A::kWait), To(S::kStopped), To(S::kErrored), kStay},
    /* killing */
    {kStay, kStay, kStay, kStay, kStay, kStay, kStay, kStay, To(S::kBackoff, A::kWait),
     To(S::kStopped), To(S::kErrored), kStay},
    /* backoff */
    {To(S::kStarting, A::kSpawn), kStay, kStay, kStay, To(S::kStopped, A::kCancelWait), kStay,
     To(S::kStopped, A::kCancelWait), kStay, kStay, kStay, kStay, To(S::kStarting, A::kSpawn)},
    /* errored */
    {To(S::kStarting, A::kSpawn), kStay, kStay, kStay, To(S::kStopped), kStay, To(S::kStopped),
     kStay, kStay, kStay, kStay, kStay},
};

TEST(ProcessStateTest, TheWholeTable) {
  for (int s = 0; s < kProcessStates; ++s) {
    for (int e = 0; e < kProcessEvents; ++e) {
      const auto state = static_cast<S>(s);
      const auto event = static_cast<ProcessEvent>(e);
      const Cell& cell = kTable[s][e];
      const ProcessStep wanted = cell.stays ? ProcessStep{state, A::kNone} : cell.step;
      EXPECT_EQ(Next(state, event), wanted) << ToString(state) << " x " << ToString(event);
    }
  }
}

TEST(ProcessStateTest, AProcessIsMadeOnlyWhereThereIsNone) {
  for (const S state : kAllStates) {
    for (int e = 0; e < kProcessEvents; ++e) {
      const ProcessStep step = Next(state, static_cast<ProcessEvent>(e));
      if (step.action == A::kSpawn) {
        EXPECT_FALSE(HasProcess(state)) << ToString(state);
      }
      if (step.action == A::kTerminate || step.action == A::kKill) {
        EXPECT_TRUE(HasProcess(state));
      }
    }
  }
}

TEST(ProcessStateTest, EveryStateHasAWayToStopped) {
  for (S state : kAllStates) {
    for (const auto event :
         {ProcessEvent::kStop, ProcessEvent::kKillTimeout, ProcessEvent::kExitedFinal})
      state = Next(state, event).state;
    EXPECT_EQ(state, S::kStopped);
  }
}

}  // namespace
}  // namespace drover::sup
