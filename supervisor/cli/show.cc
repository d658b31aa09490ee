#include "supervisor/cli/show.h"

#include <algorithm>
#include <cstdio>

#include "supervisor/cli/table.h"
#include "supervisor/units.h"

namespace drover::sup {
namespace {

using supervisor::v1::AppInfo;
using supervisor::v1::EXEC_MODE_CLUSTER;
using supervisor::v1::WorkerInfo;
using supervisor::v1::WorkerStatus;

Color ColorOf(WorkerStatus status) {
  if (status == supervisor::v1::WORKER_STATUS_ONLINE) return Color::kGreen;
  if (status == supervisor::v1::WORKER_STATUS_ERRORED) return Color::kRed;
  if (status == supervisor::v1::WORKER_STATUS_STOPPED) return Color::kDim;
  return Color::kYellow;
}

std::string Percent(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, value < 9.95 ? "%.1f%%" : "%.0f%%", value);
  return buffer;
}

std::string Uptime(uint64_t ms) {
  return ms == 0 ? "-" : FormatDuration(std::chrono::milliseconds(ms));
}

// "4711", "4711 +3" for more of them.
std::string Pids(const AppInfo& app) {
  std::string first;
  int more = 0;
  for (const WorkerInfo& worker : app.workers()) {
    if (worker.pid() == 0) continue;
    if (first.empty()) {
      first = std::to_string(worker.pid());
    } else {
      ++more;
    }
  }
  if (first.empty()) return "-";
  return more > 0 ? first + " +" + std::to_string(more) : first;
}

// "online", "online 3/4"
std::string StatusText(const AppInfo& app) {
  const auto online = std::count_if(
      app.workers().begin(), app.workers().end(),
      [](const WorkerInfo& w) { return w.status() == supervisor::v1::WORKER_STATUS_ONLINE; });
  std::string text(StatusName(app.status()));
  if (app.instances() > 1 || app.workers_size() > 1)
    text += " " + std::to_string(online) + "/" + std::to_string(app.instances());
  return text;
}

void AppendField(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  std::string label = std::string(name) + ":";
  label.append(label.size() < 13 ? 13 - label.size() : 1, ' ');
  out.append(label).append(Printable(value)).append("\n");
}

template <class Words>
std::string Join(const Words& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

}  // namespace

std::string_view StatusName(WorkerStatus status) {
  if (status == supervisor::v1::WORKER_STATUS_STARTING) return "starting";
  if (status == supervisor::v1::WORKER_STATUS_ONLINE) return "online";
  if (status == supervisor::v1::WORKER_STATUS_DRAINING) return "draining";
  if (status == supervisor::v1::WORKER_STATUS_STOPPING) return "stopping";
  if (status == supervisor::v1::WORKER_STATUS_BACKOFF) return "backoff";
  if (status == supervisor::v1::WORKER_STATUS_ERRORED) return "errored";
  return "stopped";
}

std::string_view OutcomeName(supervisor::v1::Outcome outcome) {
  if (outcome == supervisor::v1::OUTCOME_DONE) return "done";
  if (outcome == supervisor::v1::OUTCOME_WRONG_USE) return "wrong use";
  if (outcome == supervisor::v1::OUTCOME_TIMED_OUT) return "timed out";
  if (outcome == supervisor::v1::OUTCOME_PARTLY) return "partly done";
  return "failed";
}

std::string ShowList(const supervisor::v1::Listing& listing, const Terminal& terminal) {
  if (listing.apps().empty()) return "no apps\n";
  Table table({{"id", Align::kRight},
               {"name", Align::kLeft, 8},
               {"mode", Align::kLeft},
               {"pid", Align::kLeft},
               {"status", Align::kLeft},
               {"restarts", Align::kRight},
               {"uptime", Align::kRight},
               {"cpu", Align::kRight},
               {"mem", Align::kRight}});
  std::string reasons;
  for (const AppInfo& app : listing.apps()) {
    double cpu = 0;
    uint64_t memory = 0;
    for (const WorkerInfo& worker : app.workers()) {
      cpu += worker.cpu_percent();
      memory += worker.memory_bytes();
    }
    const bool alive = memory > 0;
    table.Add({{std::to_string(app.id())},
               {app.name(), Color::kCyan},
               {app.exec_mode() == EXEC_MODE_CLUSTER ? "cluster" : "fork"},
               {Pids(app)},
               {StatusText(app), ColorOf(app.status())},
               {std::to_string(app.restarts())},
               {Uptime(app.uptime_ms())},
               {alive ? Percent(cpu) : "-"},
               {alive ? FormatSize(memory) : "-"}});
    if (!app.reason().empty()) {
      const std::string line = Printable(app.name() + ": " + app.reason());
      reasons += (terminal.width() > 0 ? Shorten(line, terminal.width()) : line) + "\n";
    }
  }
  return table.Render(terminal) + reasons;
}

std::string ShowApp(const AppInfo& app, const Terminal& terminal) {
  std::string out = terminal.Paint(Printable(app.name()), Color::kBold) + "\n";
  AppendField(out, "id", std::to_string(app.id()));
  AppendField(out, "status", StatusText(app));
  AppendField(out, "reason", app.reason());
  AppendField(out, "operation", app.operation());
  AppendField(out, "mode", app.exec_mode() == EXEC_MODE_CLUSTER ? "cluster" : "fork");
  AppendField(out, "script", app.script());
  AppendField(out, "args", Join(app.args()));
  AppendField(out, "interpreter",
              app.interpreter() + (app.exec_args().empty() ? "" : " " + Join(app.exec_args())));
  AppendField(out, "cwd", app.cwd());
  AppendField(out, "addresses", Join(app.addresses()));
  AppendField(out, "out log", app.out_log());
  AppendField(out, "error log", app.error_log());
  AppendField(out, "generation", std::to_string(app.generation()));
  Table table({{"worker", Align::kLeft},
               {"pid", Align::kLeft},
               {"status", Align::kLeft},
               {"restarts", Align::kRight},
               {"uptime", Align::kRight},
               {"cpu", Align::kRight},
               {"mem", Align::kRight},
               {"reason", Align::kLeft, 6}});
  for (const WorkerInfo& worker : app.workers()) {
    const bool alive = worker.pid() != 0;
    table.Add({{"w" + std::to_string(worker.slot())},
               {alive ? std::to_string(worker.pid()) : "-"},
               {std::string(StatusName(worker.status())), ColorOf(worker.status())},
               {std::to_string(worker.restarts())},
               {Uptime(worker.uptime_ms())},
               {alive ? Percent(worker.cpu_percent()) : "-"},
               {alive ? FormatSize(worker.memory_bytes()) : "-"},
               {worker.reason()}});
  }
  return out + "\n" + table.Render(terminal);
}

std::string ShowProgress(const supervisor::v1::Progress& progress, const Terminal& terminal) {
  std::string line = Printable(progress.app());
  if (!progress.whole_app()) line += " w" + std::to_string(progress.slot());
  if (progress.pid() > 0) line += " (pid " + std::to_string(progress.pid()) + ")";
  const std::string& what = progress.what();
  Color color = Color::kNone;
  if (what == "online") color = Color::kGreen;
  if (what == "errored" || what == "reload failed") color = Color::kRed;
  // "exited" with "exited with code 1" is said once.
  const std::string& detail = progress.detail();
  if (!detail.starts_with(what)) line += " " + terminal.Paint(Printable(what), color);
  if (!detail.empty()) line += " " + Printable(detail);
  return line + "\n";
}

}  // namespace drover::sup
