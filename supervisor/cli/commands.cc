// The table of commands and their help.
#include <array>
#include <vector>

#include "supervisor/cli/command_line.h"
#include "supervisor/nearest.h"

namespace drover::sup {
namespace {

constexpr std::string_view kListAliases[] = {"list", "status", "l"};
constexpr std::string_view kDescribeAliases[] = {"show", "desc", "info"};
constexpr std::string_view kDeleteAliases[] = {"del", "rm"};

constexpr CommandInfo kCommands[] = {
    {CommandId::kStart,
     "start",
     {},
     "start a script, the apps of a config file, or a stopped app",
     R"(Usage: drover start <script> [options] [-- args...]
       drover start [config] [--only name,...] [options]
       drover start <name>

Starts a program and keeps it running. A config is drover.config.json, .js, .cjs or
.mjs (or any *.config.* or *.json file); without an argument the one of this folder.
An app that runs already is left alone where nothing changed, and reloaded where its
config did.

  -n, --name NAME        what to call it; else the script's name
  -i, --instances N      workers that share the app's ports; "max": one per CPU
      --interpreter P    program that runs the script; "none": the script itself
      --exec-args ARGS   options for the interpreter, such as --max-old-space-size=512
      --cwd DIR          where it runs; else here
      --env NAME         lays env_NAME of the config over env
      --only NAMES       only these apps of the config
      --timeout TIME     give up waiting after this time
      --json             print the result as JSON
  -q, --quiet            print nothing but errors

Examples:
  drover start server.js -i max
  drover start server.js --name web -i 4 -- --port 3000
  drover start worker.py
  drover start drover.config.js --only web
)"},
    {CommandId::kList, "ls", kListAliases, "show all apps",
     R"(Usage: drover ls [name|id...] [--json]

Shows the apps: how many of their workers are up, restarts, time since the oldest
worker began, CPU (of one core) and memory of all workers together.

Examples:
  drover ls
  drover ls --json
)"},
    {CommandId::kDescribe, "describe", kDescribeAliases, "show all about an app and its workers",
     R"(Usage: drover describe <name|id>... [--json]

Shows an app's program, folder, log files and addresses, and each of its workers.

Examples:
  drover describe web
)"},
    {CommandId::kLogs,
     "logs",
     {},
     "show what apps have written",
     R"(Usage: drover logs [name|id...] [options]

Shows the last lines of the logs, and with -f what comes after them. Reads the files
itself: a slow reader holds nobody up, and the daemon need not run.

  -f, --follow       go on until Ctrl-C
  -n, --lines N      how many lines of each app (15)
      --out, --err   only what was written to standard output, to standard error
  -t, --time         begin each line with its time
      --raw          lines as they were written, without a name before them

Examples:
  drover logs -f web
  drover logs --err --lines 100
)"},
    {CommandId::kReload,
     "reload",
     {},
     "replace the workers of an app without losing a request",
     R"(Usage: drover reload <name|id|all>... [options]

Starts new workers one by one. When all of them are ready, the old ones get no new
connections, finish what they have and end. If a new one fails, the new ones are
discarded, the old ones serve on, and the exit code is 1.
An app in fork mode is restarted: its processes could not share what they open.

      --timeout TIME   give up after this time; the old workers stay
      --json           print the result as JSON
  -q, --quiet          print nothing but errors

Examples:
  drover reload web
  drover reload all --timeout 2m
)"},
    {CommandId::kRestart,
     "restart",
     {},
     "stop the workers of an app and start them again",
     R"(Usage: drover restart <name|id|all>... [--timeout TIME] [--json] [-q]

Stops all workers, then starts them again. `drover reload` does it without a pause.

Examples:
  drover restart worker
)"},
    {CommandId::kScale,
     "scale",
     {},
     "change the number of workers",
     R"(Usage: drover scale <name|id> <N|+N|-N> [--timeout TIME] [--json] [-q]

Starts more workers, or lets the last ones finish what they have and end.

Examples:
  drover scale web 4
  drover scale web +2
  drover scale web -1
)"},
    {CommandId::kStop,
     "stop",
     {},
     "stop an app; it stays in the list",
     R"(Usage: drover stop <name|id|all>... [--timeout TIME] [--json] [-q]

Sends the stop signal (SIGTERM) to each worker and everything it has started; what is
still there after kill_timeout (10 s) gets SIGKILL.

Examples:
  drover stop web
  drover stop all
)"},
    {CommandId::kDelete, "delete", kDeleteAliases, "stop an app and forget it",
     R"(Usage: drover delete <name|id|all>... [--timeout TIME] [--json] [-q]

Stops the app as `drover stop` does and takes it from the list. Its log files stay.

Examples:
  drover delete web
)"},
    {CommandId::kKill,
     "kill",
     {},
     "stop all apps and end the daemon",
     R"(Usage: drover kill [--timeout TIME]

Stops all apps and ends the daemon. Nothing is started again until you say so.
)"},
    {CommandId::kPing,
     "ping",
     {},
     "say whether the daemon answers",
     R"(Usage: drover ping [--json]

Prints the daemon's pid and version; exit code 1 where none runs.
)"},
    {CommandId::kEvents,
     "events",
     {},
     "print what happens to apps, as it happens",
     R"(Usage: drover events

Prints one JSON object a line for each change of a worker or an app, until Ctrl-C.

Examples:
  drover events | grep exited
)"},
    {CommandId::kVersion,
     "version",
     {},
     "show the versions of command, runtime and daemon",
     R"(Usage: drover version [--json]
)"},
    {CommandId::kHelp,
     "help",
     {},
     "show this, or the help of a command",
     R"(Usage: drover help [command]
)"},
};

}  // namespace

std::span<const CommandInfo> Commands() { return kCommands; }

const CommandInfo* FindCommand(std::string_view name) {
  for (const CommandInfo& command : kCommands) {
    if (command.name == name) return &command;
    for (const std::string_view alias : command.aliases)
      if (alias == name) return &command;
  }
  return nullptr;
}

std::string_view NearestCommand(std::string_view name) {
  std::vector<std::string_view> names;
  for (const CommandInfo& command : kCommands) {
    names.push_back(command.name);
    for (const std::string_view alias : command.aliases)
      if (alias.size() > 2) names.push_back(alias);
  }
  return Nearest(name, names);
}

std::string GeneralHelp() {
  std::string text =
      "Usage: drover <file> [args...]          run a program\n"
      "       drover [-e code | -p code | -]   run code, or standard input\n"
      "       drover <command> [options]       supervise programs\n\nCommands:\n";
  for (const CommandInfo& command : kCommands) {
    std::string line = "  " + std::string(command.name);
    line.append(line.size() < 12 ? 12 - line.size() : 1, ' ');
    text += line + std::string(command.summary) + "\n";
  }
  text +=
      "\n`drover <command> --help` says more, with examples. A command wins over a file of\n"
      "the same name: `drover ./start` runs the file. All other options are Node's.\n\n"
      "  -h, --help     this text\n"
      "  -v, --version  the version\n\n"
      "DROVER_HOME (~/.drover) holds the daemon's socket, state and logs.\n"
      "Exit codes: 0 done, 1 failed, 2 wrong use, 3 timed out, 4 partly done.\n";
  return text;
}

}  // namespace drover::sup
