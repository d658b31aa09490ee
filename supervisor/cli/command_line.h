// What stands behind `drover`: the names of the commands and the options of each.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "supervisor/config/app_config.h"

namespace drover::sup {

enum class CommandId {
  kStart,
  kList,
  kDescribe,
  kLogs,
  kReload,
  kRestart,
  kScale,
  kStop,
  kDelete,
  kKill,
  kPing,
  kEvents,
  kVersion,
  kHelp,
};

struct CommandInfo {
  CommandId id;
  std::string_view name;
  std::span<const std::string_view> aliases;
  std::string_view summary;  // one line
  std::string_view help;     // the whole text of --help
};

std::span<const CommandInfo> Commands();
// By name or alias; null where there is none.
const CommandInfo* FindCommand(std::string_view name);
// The name nearest to a slip of the finger, "" where none is.
std::string_view NearestCommand(std::string_view name);
// `drover --help`.
std::string GeneralHelp();

struct CommandLine {
  CommandId id = CommandId::kHelp;
  bool help = false;
  std::vector<std::string> words;  // what is no option
  StartOptions start;
  bool json = false, quiet = false, no_color = false;
  bool follow = false, out_only = false, error_only = false, show_time = false, raw = false;
  unsigned lines = 15;
  std::chrono::milliseconds timeout{0};  // 0: the command's own
};

// argv[0] is the command. An error is one line for the user.
base::Result<CommandLine> ParseCommandLine(const CommandInfo& command, int argc, char** argv);

}  // namespace drover::sup
