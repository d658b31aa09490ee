#include "supervisor/daemon/restart_policy.h"

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

Exit Crash(Millis uptime) {
  Exit exit;
  exit.uptime = uptime;
  exit.failed = true;
  return exit;
}

TEST(RestartPolicyTest, DelayDoublesUpToItsLimit) {
  EXPECT_EQ(BackoffDelay(Millis(100), 0), Millis(100));
  EXPECT_EQ(BackoffDelay(Millis(100), 3), Millis(800));
  EXPECT_EQ(BackoffDelay(Millis(100), 50), kLongestBackoff);
  EXPECT_EQ(BackoffDelay(Millis(0), 5), Millis(0));
  EXPECT_EQ(BackoffDelay(Millis(60'000), 0), kLongestBackoff);
}

TEST(RestartPolicyTest, GivesUpAfterTooManyShortLives) {
  RestartPolicy policy;
  policy.max_restarts = 3;
  RestartHistory history;
  for (int i = 0; i < 3; ++i) {
    const Judgement judgement = Judge(policy, Crash(Millis(10)), history);
    EXPECT_EQ(judgement.verdict, Verdict::kRetry);
    EXPECT_EQ(judgement.delay, Millis(100 << i));
    history = judgement.history;
  }
  EXPECT_EQ(Judge(policy, Crash(Millis(10)), history).verdict, Verdict::kGiveUp);
}

TEST(RestartPolicyTest, OneThatDiesAgainAndAgainWaitsLongerAndLonger) {
  RestartHistory history;
  Millis delay{0};
  for (int i = 0; i < 12; ++i) {
    const Judgement judgement = Judge({}, Crash(Millis(1500)), history);
    EXPECT_EQ(judgement.verdict, Verdict::kRetry);
    EXPECT_GE(judgement.delay, delay);
    delay = judgement.delay;
    history = judgement.history;
  }
  EXPECT_EQ(delay, kLongestBackoff);
  EXPECT_EQ(history.short_lives, 0u);
}

TEST(RestartPolicyTest, ASoundLifeForgetsWhatWasBefore) {
  const Judgement judgement = Judge({}, Crash(kSoundUptime), {5, 9, true});
  EXPECT_EQ(judgement.verdict, Verdict::kRetry);
  EXPECT_EQ(judgement.delay, Millis(100));
  EXPECT_EQ(judgement.history.short_lives, 0u);
}

TEST(RestartPolicyTest, WhatWasToldToEndStaysDown) {
  Exit exit = Crash(Millis(10));
  exit.wanted = true;
  EXPECT_EQ(Judge({}, exit, {}).verdict, Verdict::kFinal);
  exit.not_ready = true;  // told to end because it did not become ready
  EXPECT_EQ(Judge({}, exit, {}).verdict, Verdict::kRetry);
}

TEST(RestartPolicyTest, StopCodesAreFinal) {
  Exit exit = Crash(Millis(10));
  exit.stop_code = true;
  EXPECT_EQ(Judge({}, exit, {}).verdict, Verdict::kFinal);
}

TEST(RestartPolicyTest, WithoutAutorestartTheExitDecides) {
  RestartPolicy policy;
  policy.autorestart = false;
  EXPECT_EQ(Judge(policy, Crash(Millis(10)), {}).verdict, Verdict::kGiveUp);
  EXPECT_EQ(Judge(policy, Exit{}, {}).verdict, Verdict::kFinal);
}

TEST(RestartPolicyTest, APortInUseIsTriedAFewTimesOnlyBeforeTheFirstSuccess) {
  Exit exit = Crash(Millis(10));
  exit.listen_failed = true;
  RestartHistory history;
  unsigned tries = 0;
  for (;; ++tries) {
    const Judgement judgement = Judge({}, exit, history);
    history = judgement.history;
    if (judgement.verdict == Verdict::kGiveUp) break;
  }
  EXPECT_EQ(tries + 1, kListenTries);
  EXPECT_EQ(Judge({}, exit, {kListenTries, 0, true}).verdict, Verdict::kRetry);
}

}  // namespace
}  // namespace drover::sup
