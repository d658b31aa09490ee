#include "supervisor/daemon/restart_policy.h"

#include <algorithm>

namespace drover::sup {

Millis BackoffDelay(Millis base, unsigned earlier) {
  Millis delay = std::min(base, kLongestBackoff);
  for (unsigned i = 0; i < earlier && delay < kLongestBackoff; ++i)
    delay = std::min(delay * 2, kLongestBackoff);
  return delay;
}

Judgement Judge(const RestartPolicy& policy, const Exit& exit, RestartHistory history) {
  if ((exit.wanted && !exit.not_ready) || exit.stop_code) return {Verdict::kFinal, {}, history};
  if (exit.uptime >= kSoundUptime) {
    history.short_lives = 0;
    history.backoffs = 0;
  }
  if (exit.uptime < policy.min_uptime || exit.not_ready || exit.listen_failed) {
    ++history.short_lives;
  } else {
    history.short_lives = 0;
  }
  if (!policy.autorestart)
    return {exit.not_ready || exit.failed ? Verdict::kGiveUp : Verdict::kFinal, {}, history};
  const bool hopeless =
      exit.listen_failed && !history.was_ready && history.short_lives >= kListenTries;
  if (hopeless || history.short_lives > policy.max_restarts) return {Verdict::kGiveUp, {}, history};
  const Millis delay = BackoffDelay(policy.base_delay, history.backoffs);
  ++history.backoffs;
  return {Verdict::kRetry, delay, history};
}

}  // namespace drover::sup
