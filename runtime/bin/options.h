// The command line of drover-runtime: Node's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "runtime/base/result.h"

namespace drover::rt {

struct CommandLine {
  std::vector<std::string> exec_argv;                     // options before the script, as given
  std::vector<std::string> arguments;                     // script and its arguments
  std::map<std::string, std::vector<std::string>> flags;  // our options, by long name
  std::vector<std::string> v8_flags;                      // for V8::SetFlagsFromString
};

// Parses argv[1..] and NODE_OPTIONS (whose options come first and do not count as exec_argv).
// Fails with a message for an unknown option or a missing value; the exit code for that is 9.
base::Result<CommandLine> ParseCommandLine(const std::vector<std::string>& argv,
                                           const char* node_options);

// The text of --help.
std::string HelpText();

}  // namespace drover::rt
