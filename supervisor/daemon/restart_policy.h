// Decides what follows the end of a process: a pure function of how it ended and of what came
// before.
#pragma once

#include <chrono>
#include <cstdint>

namespace drover::sup {

using Millis = std::chrono::milliseconds;

inline constexpr Millis kLongestBackoff{15'000};
// A process that lived this long is sound: what came before it is forgotten.
inline constexpr Millis kSoundUptime{30'000};
// A listen that fails (port in use, not allowed) before the app was ever ready is tried this often.
inline constexpr unsigned kListenTries = 3;

struct RestartPolicy {
  bool autorestart = true;
  unsigned max_restarts = 16;  // short lives in a row
  Millis min_uptime{1000};     // a shorter life counts against max_restarts
  Millis base_delay{100};      // doubles with each end, up to kLongestBackoff
};

// How a process ended.
struct Exit {
  Millis uptime{0};
  bool wanted = false;         // it had been told to end
  bool not_ready = false;      // it was told to end because it did not become ready
  bool failed = false;         // by a signal, or with an exit code other than 0
  bool stop_code = false;      // its exit code is one that ends the app's work
  bool listen_failed = false;  // it could not listen
};

struct RestartHistory {
  unsigned short_lives = 0;  // in a row
  unsigned backoffs = 0;     // since the last sound life
  bool was_ready = false;    // at any time since the user's start
};

enum class Verdict { kRetry, kFinal, kGiveUp };

struct Judgement {
  Verdict verdict;
  Millis delay{0};  // before the next start; kRetry only
  RestartHistory history;
};

Judgement Judge(const RestartPolicy& policy, const Exit& exit, RestartHistory history);

// base, 2 base, 4 base, ... up to kLongestBackoff.
Millis BackoffDelay(Millis base, unsigned earlier);

}  // namespace drover::sup
