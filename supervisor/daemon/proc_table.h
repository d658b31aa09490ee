// What /proc says of processes. A process is named by its pid and the time it began, because a pid
// alone may have passed to somebody else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace drover::sup {

struct ProcId {
  pid_t pid = 0;
  uint64_t start_ticks = 0;  // since boot
  bool operator==(const ProcId&) const = default;
};

struct ProcStat {
  ProcId id;
  pid_t parent = 0;
  pid_t session = 0;
  char state = '?';        // 'Z': dead and not reaped
  uint64_t cpu_ticks = 0;  // user and system, of all threads
  uint64_t rss_bytes = 0;
};

std::optional<ProcStat> ReadProc(pid_t pid);
bool IsAlive(const ProcId& id);  // exists and is no zombie

// All processes but zombies and this one.
std::vector<ProcStat> AllProcs();

// Its children, zombies too.
std::vector<pid_t> ChildrenOf(pid_t pid);

// Those of `procs` that belong to the worker: its session, what descends from `root`, and those
// of `reaper`'s children that carry `marker` ("NAME=value") in their environment.
std::vector<ProcId> TreeOf(const std::vector<ProcStat>& procs, pid_t root, pid_t reaper,
                           std::string_view marker);

// Whether the environment the process began with holds the entry.
bool CarriesMarker(pid_t pid, std::string_view marker);
// The environment it began with, one "NAME=value" each; empty where it may not be read.
std::vector<std::string> EnvironmentOf(pid_t pid);

// Sends a signal to exactly that process; false where it is gone.
bool SignalProc(const ProcId& id, int signal);

}  // namespace drover::sup
