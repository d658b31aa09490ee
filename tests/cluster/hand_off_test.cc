#include "cluster/hand_off.h"

#include <gtest/gtest.h>

namespace drover::cluster {
namespace {

class HandOffTest : public ::testing::Test {
 protected:
  void Add(uint64_t id) { hand_off_.Add(id, ipc::Share(base::Fd())); }
  // "12:3 4:1": connection 12 goes to worker 3, 4 to 1.
  std::string Next() {
    std::string out;
    while (auto a = hand_off_.Next()) {
      if (!out.empty()) out += ' ';
      out += std::to_string(a->id) + ":" + std::to_string(a->worker);
    }
    return out;
  }
  HandOff hand_off_{1};
};

TEST_F(HandOffTest, IdleWorkersTakeTurns) {
  for (WorkerId w : {1U, 2U}) hand_off_.AddWorker(w);
  std::string order;
  for (uint64_t id = 1; id <= 4; ++id) {
    Add(id);
    order += Next() + " ";
    hand_off_.Taken(id % 2 == 1 ? 1 : 2, id);
  }
  EXPECT_EQ(order, "1:1 2:2 3:1 4:2 ");
}

TEST_F(HandOffTest, AWorkerThatHasNotAnsweredGetsNoSecondOne) {
  for (WorkerId w : {1U, 2U}) hand_off_.AddWorker(w);
  for (uint64_t id = 1; id <= 5; ++id) Add(id);
  EXPECT_EQ(Next(), "1:1 2:2");
  EXPECT_TRUE(hand_off_.Taken(2, 2));
  EXPECT_EQ(Next(), "3:2");
  EXPECT_TRUE(hand_off_.Taken(2, 3));
  EXPECT_EQ(Next(), "4:2");
  EXPECT_EQ(hand_off_.pending(), 1U);
  EXPECT_EQ(hand_off_.in_hand(), 2U);
}

TEST_F(HandOffTest, AHigherLimitStillGoesRound) {
  hand_off_ = HandOff(2);
  for (WorkerId w : {1U, 2U}) hand_off_.AddWorker(w);
  for (uint64_t id = 1; id <= 5; ++id) Add(id);
  EXPECT_EQ(Next(), "1:1 2:2 3:1 4:2");
}

TEST_F(HandOffTest, ARefusedConnectionGoesToTheNextBeforeOthers) {
  for (WorkerId w : {1U, 2U}) hand_off_.AddWorker(w);
  for (uint64_t id = 1; id <= 3; ++id) Add(id);
  EXPECT_EQ(Next(), "1:1 2:2");
  EXPECT_TRUE(hand_off_.Refused(1, 1));
  EXPECT_EQ(Next(), "3:1");
  EXPECT_TRUE(hand_off_.Taken(2, 2));
  EXPECT_EQ(Next(), "1:2");
}

TEST_F(HandOffTest, WhatAllRefuseWaitsUntilItIsOfferedAgain) {
  for (WorkerId w : {1U, 2U}) hand_off_.AddWorker(w);
  Add(1);
  EXPECT_EQ(Next(), "1:1");
  hand_off_.Refused(1, 1);
  EXPECT_FALSE(hand_off_.stuck());
  EXPECT_EQ(Next(), "1:2");
  hand_off_.Refused(2, 1);
  EXPECT_EQ(Next(), "");
  EXPECT_TRUE(hand_off_.stuck());
  hand_off_.ForgetRefusals();
  EXPECT_FALSE(hand_off_.stuck());
  EXPECT_EQ(Next(), "1:1");
}

TEST_F(HandOffTest, WhatADeadWorkerHadGoesToOthersFirst) {
  hand_off_ = HandOff(3);
  hand_off_.AddWorker(1);
  for (uint64_t id = 1; id <= 4; ++id) Add(id);
  EXPECT_EQ(Next(), "1:1 2:1 3:1");
  EXPECT_TRUE(hand_off_.Taken(1, 2));
  EXPECT_EQ(Next(), "4:1");
  Add(5);
  hand_off_.RemoveWorker(1);
  EXPECT_EQ(hand_off_.in_hand(), 0U);
  EXPECT_EQ(hand_off_.pending(), 4U);
  hand_off_.AddWorker(2);
  EXPECT_EQ(Next(), "1:2 3:2 4:2");
}

TEST_F(HandOffTest, AStoppedWorkerKeepsWhatItHas) {
  for (WorkerId w : {1U, 2U}) hand_off_.AddWorker(w);
  Add(1);
  EXPECT_EQ(Next(), "1:1");
  hand_off_.StopWorker(1);
  EXPECT_EQ(hand_off_.workers(), 1U);
  EXPECT_TRUE(hand_off_.Taken(1, 1));
  Add(2);
  Add(3);
  EXPECT_EQ(Next(), "2:2");
  hand_off_.AddWorker(1);  // it came back
  EXPECT_EQ(Next(), "3:1");
}

TEST_F(HandOffTest, AnswersForWhatAWorkerDoesNotHaveAreNoted) {
  hand_off_.AddWorker(1);
  EXPECT_FALSE(hand_off_.Taken(1, 99));
  EXPECT_FALSE(hand_off_.Refused(2, 1));
  Add(1);
  EXPECT_EQ(Next(), "1:1");
  EXPECT_TRUE(hand_off_.Taken(1, 1));
  EXPECT_FALSE(hand_off_.Taken(1, 1));
}

}  // namespace
}  // namespace drover::cluster
