// The executable `drover`. It runs programs by handing over to drover-runtime at once, and commands
// by talking to the daemon, which is this same executable in another role, as is the log process.
// V8 is never part of it.
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <sys/stat.h>

#include "supervisor/cli/context.h"
#include "supervisor/cli/run.h"
#include "supervisor/config/caller.h"
#include "supervisor/daemon/daemon.h"
#include "supervisor/logs/log_process.h"

namespace {

using namespace drover;

// Replaces this process; returns only where that fails.
int RunProgram(char** argv) {
  const auto runtime = sup::FindRuntime();
  if (!runtime.ok()) {
    sup::Complain(runtime.error().ToString());
    return sup::kExitFailed;
  }
  ::execv(runtime.value().c_str(), argv);
  sup::Complain("run " + runtime.value() + ": " + std::strerror(errno));
  return sup::kExitFailed;
}

int RunDaemonRole(int argc, char** argv) {
  base::Fd ready;
  constexpr std::string_view kReady = "--ready-fd=";
  for (int i = 2; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with(kReady)) continue;
    ready.Reset(std::atoi(argv[i] + kReady.size()));
  }
  const auto home = sup::FindHome();
  if (!home.ok()) {
    sup::Complain(home.error().ToString());
    return sup::kExitFailed;
  }
  return sup::RunDaemon(home.value(), std::move(ready));
}

// A word that can only be meant as a command: letters alone, and no such file.
bool IsUnknownCommand(const std::string& word) {
  if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") !=
      std::string::npos)
    return false;
  struct stat st;
  for (const char* extension : {"", ".js", ".mjs", ".cjs", ".json", ".node"})
    if (::stat((word + extension).c_str(), &st) == 0) return false;
  return true;
}

int RejectCommand(const std::string& word) {
  std::string message = "no command and no file is named \"" + word + "\"";
  const std::string_view nearest = sup::NearestCommand(word);
  if (!nearest.empty()) message += "; did you mean '" + std::string(nearest) + "'?";
  sup::Complain(message);
  return sup::kExitWrongUse;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    if (!::isatty(STDIN_FILENO)) return RunProgram(argv);
    sup::Print(sup::GeneralHelp());
    return sup::kExitDone;
  }
  const std::string word = argv[1];
  if (word == "-h" || word == "--help") {
    sup::Print(sup::GeneralHelp());
    return sup::kExitDone;
  }
  if (word == "-v" || word == "--version") {
    sup::Print("drover " DROVER_VERSION "\n");
    return sup::kExitDone;
  }
  if (word.starts_with('-')) return RunProgram(argv);
  if (const sup::CommandInfo* command = sup::FindCommand(word))
    return sup::RunCommand(*command, argc - 1, argv + 1);
  if (word == "daemon") return RunDaemonRole(argc, argv);
  if (word == "__log") return sup::RunLogProcess(base::Fd(3));
  if (IsUnknownCommand(word)) return RejectCommand(word);
  return RunProgram(argv);
}
