#include "supervisor/daemon/process_meter.h"

#include <time.h>
#include <unistd.h>

namespace drover::sup {
namespace {

// A shorter time says more about the clock's grain than about the process.
constexpr std::chrono::milliseconds kShortest{200};

double SecondsSinceBoot() {
  timespec now{};
  ::clock_gettime(CLOCK_BOOTTIME, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

}  // namespace

Usage ProcessMeter::Measure(pid_t pid) {
  const auto stat = ReadProc(pid);
  if (!stat) return {};
  const double per_second = static_cast<double>(::sysconf(_SC_CLK_TCK));
  const auto now = clock_.Now();
  auto found = samples_.find(pid);
  if (found == samples_.end() || found->second.id != stat->id) {
    const double age = SecondsSinceBoot() - static_cast<double>(stat->id.start_ticks) / per_second;
    const double percent =
        age > 0.01 ? 100.0 * static_cast<double>(stat->cpu_ticks) / per_second / age : 0;
    samples_[pid] = {stat->id, stat->cpu_ticks, now, percent};
    return {percent, stat->rss_bytes};
  }
  Sample& last = found->second;
  if (now - last.time >= kShortest) {
    const double seconds = std::chrono::duration<double>(now - last.time).count();
    const double percent =
        100.0 * static_cast<double>(stat->cpu_ticks - last.cpu_ticks) / per_second / seconds;
    last = {stat->id, stat->cpu_ticks, now, percent};
  }
  return {last.percent, stat->rss_bytes};
}

void ProcessMeter::Keep(const std::set<pid_t>& pids) {
  std::erase_if(samples_, [&](const auto& entry) { return pids.count(entry.first) == 0; });
}

}  // namespace drover::sup
