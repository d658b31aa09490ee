// Bugs abort. CHECK states what must hold; where it does not, the process prints the place and the
// stack and aborts (SIGABRT), so that the supervisor restarts it. Never use it for input from
// outside: that is an expected failure and travels as a Result.
#pragma once

namespace drover::base {

// Prints "FILE:LINE: CHECK failed: EXPR: WHY", a native backtrace, and aborts.
[[noreturn]] void CheckFailed(const char* file, int line, const char* expr, const char* why);

}  // namespace drover::base

#define DROVER_CHECK_SELECT(a, b, name, ...) name
#define DROVER_CHECK_1(cond) \
  ((cond) ? (void)0 : ::drover::base::CheckFailed(__FILE__, __LINE__, #cond, ""))
#define DROVER_CHECK_2(cond, why) \
  ((cond) ? (void)0 : ::drover::base::CheckFailed(__FILE__, __LINE__, #cond, why))
#define CHECK(...) DROVER_CHECK_SELECT(__VA_ARGS__, DROVER_CHECK_2, DROVER_CHECK_1, )(__VA_ARGS__)
