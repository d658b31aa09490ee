// What the exit code of `drover COMMAND` means, for every command.
#pragma once

namespace drover::sup {

enum ExitCode : int {
  kExitDone = 0,
  kExitFailed = 1,
  kExitWrongUse = 2,
  kExitTimedOut = 3,
  kExitPartlyDone = 4,
};

}  // namespace drover::sup
