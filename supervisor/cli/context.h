// What every command works with.
#pragma once

#include <uv.h>

#include <string>

#include "runtime/base/fd.h"
#include "supervisor/cli/client.h"
#include "supervisor/cli/command_line.h"
#include "supervisor/cli/terminal.h"
#include "supervisor/exit_code.h"
#include "supervisor/home.h"

namespace drover::sup {

struct Context {
  const CommandLine& line;
  Home home;
  Terminal terminal;
};

// Prints one line to standard error: "drover: ...".
void Complain(std::string_view message);
void Print(std::string_view text);

// How long a silent daemon is waited for: it keeps the deadlines of its operations itself, so this
// is for one that has stopped working.
std::chrono::milliseconds Patience(const CommandLine& line);

// Readable when the user presses Ctrl-C or the command is asked to end; the signals do nothing else
// from then on.
base::Fd WatchForInterrupt();

ExitCode ToExitCode(supervisor::v1::Outcome outcome);

// Commands that change something: sends the request, shows the steps, prints the result.
int RunOperation(const Context& context, supervisor::v1::Request request, StartDaemon start);

int RunStart(const Context& context);
int RunLogs(const Context& context);
int RunEvents(const Context& context);
int RunVersion(const Context& context);

}  // namespace drover::sup
