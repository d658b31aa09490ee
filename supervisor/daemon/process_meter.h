// CPU and memory of processes, read from /proc when somebody asks and never otherwise.
#pragma once

#include <map>
#include <set>

#include <sys/types.h>

#include "runtime/base/clock.h"
#include "supervisor/daemon/proc_table.h"

namespace drover::sup {

struct Usage {
  double cpu_percent = 0;  // of one core, since the last question; at first since the process began
  uint64_t memory_bytes = 0;
};

class ProcessMeter {
 public:
  explicit ProcessMeter(base::Clock& clock) : clock_(clock) {}  // outlives the meter

  Usage Measure(pid_t pid);
  // Forgets all others.
  void Keep(const std::set<pid_t>& pids);

 private:
  struct Sample {
    ProcId id;
    uint64_t cpu_ticks = 0;
    base::MonotonicTime time;
    double percent = 0;
  };

  base::Clock& clock_;
  std::map<pid_t, Sample> samples_;
};

}  // namespace drover::sup
