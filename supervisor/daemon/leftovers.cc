#include "supervisor/daemon/leftovers.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "supervisor/daemon/proc_table.h"
#include "supervisor/daemon/process_launcher.h"

namespace drover::sup {
namespace {

constexpr int kPeriod = 5;  // ms

std::vector<ProcId> Find(const supervisor::v1::SavedState& state, const Home& home) {
  const std::vector<ProcStat> procs = AllProcs();
  std::vector<ProcId> found;
  const auto add = [&](const std::vector<ProcId>& more) {
    for (const ProcId& id : more)
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
  };
  for (const auto& app : state.apps()) {
    for (const auto& worker : app.workers()) {
      const ProcId id{worker.pid(), worker.start_ticks()};
      if (IsAlive(id)) add(TreeOf(procs, id.pid, 0, ""));
    }
  }
  const std::string prefix = ProcessLauncher::MarkerPrefix(home);
  for (const ProcStat& proc : procs) {
    const auto env = EnvironmentOf(proc.id.pid);
    if (std::any_of(env.begin(), env.end(), [&](const auto& e) { return e.starts_with(prefix); }))
      add({proc.id});
  }
  // A command that starts this daemon from inside an app carries the mark, too.
  for (pid_t pid = ::getpid(); pid > 1;) {
    std::erase_if(found, [&](const ProcId& id) { return id.pid == pid; });
    const auto stat = ReadProc(pid);
    pid = stat ? stat->parent : 0;
  }
  return found;
}

}  // namespace

size_t EndLeftovers(const supervisor::v1::SavedState& state, const Home& home,
                    std::chrono::milliseconds patience) {
  std::vector<ProcId> left = Find(state, home);
  const size_t count = left.size();
  for (const ProcId& id : left) SignalProc(id, SIGTERM);
  const auto begin = std::chrono::steady_clock::now();
  bool killed = false;
  while (!left.empty() && std::chrono::steady_clock::now() < begin + 2 * patience) {
    if (!killed && std::chrono::steady_clock::now() > begin + patience) {
      killed = true;
      left = Find(state, home);
      for (const ProcId& id : left) SignalProc(id, SIGKILL);
    }
    ::poll(nullptr, 0, kPeriod);
    std::erase_if(left, [](const ProcId& id) { return !IsAlive(id); });
  }
  return count;
}

}  // namespace drover::sup
