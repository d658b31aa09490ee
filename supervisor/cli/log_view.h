// `drover logs`: reads the log files themselves.
#pragma once

#include <string>
#include <vector>

#include "supervisor/cli/terminal.h"

namespace drover::sup {

struct LogSource {
  std::string app;
  std::string path;
  bool error = false;  // standard error
};

struct LogViewOptions {
  unsigned lines = 15;
  bool follow = false;
  bool show_time = false;
  bool raw = false;
  bool show_app = false;  // several apps
};

// Prints to standard output until it is done, or, following, until `stop_fd` is readable or nobody
// reads. Returns the exit code.
int ViewLogs(const std::vector<LogSource>& sources, const LogViewOptions& options,
             const Terminal& terminal, int stop_fd);

// The last `count` lines of a file, beginning in older, rotated ones where it is too short.
std::vector<std::string> LastLines(const std::string& path, unsigned count);

}  // namespace drover::sup
