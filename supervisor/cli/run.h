// Runs one command of the command line.
#pragma once

#include "supervisor/cli/command_line.h"

namespace drover::sup {

// argv[0] is the command's name or alias. Returns the exit code.
int RunCommand(const CommandInfo& command, int argc, char** argv);

}  // namespace drover::sup
