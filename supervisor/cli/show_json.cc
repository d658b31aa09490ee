#include "supervisor/cli/show.h"
#include "supervisor/config/json_writer.h"
#include "supervisor/logs/line_stamper.h"
#include "supervisor/units.h"

namespace drover::sup {
namespace {

using supervisor::v1::AppInfo;
using supervisor::v1::EXEC_MODE_CLUSTER;
using supervisor::v1::WorkerInfo;

template <class Words>
void WriteWords(JsonWriter& json, std::string_view key, const Words& words) {
  json.Key(key).BeginArray();
  for (const std::string& word : words) json.String(word);
  json.EndArray();
}

void WriteWorker(JsonWriter& json, const WorkerInfo& worker) {
  json.BeginObject();
  json.Key("slot").Number(worker.slot());
  json.Key("pid").Number(worker.pid());
  json.Key("status").String(StatusName(worker.status()));
  json.Key("listening").Bool(worker.listening());
  json.Key("restarts").Number(worker.restarts());
  json.Key("uptime_ms").Number(static_cast<int64_t>(worker.uptime_ms()));
  json.Key("cpu_percent").Decimal(worker.cpu_percent());
  json.Key("memory_bytes").Number(static_cast<int64_t>(worker.memory_bytes()));
  json.Key("backoff_ms").Number(static_cast<int64_t>(worker.backoff_ms()));
  json.Key("reason").String(worker.reason());
  json.EndObject();
}

void WriteSpec(JsonWriter& json, const supervisor::v1::AppSpec& spec) {
  json.Key("settings").BeginObject();
  json.Key("autorestart").Bool(spec.autorestart());
  json.Key("max_restarts").Number(spec.max_restarts());
  json.Key("min_uptime").Number(spec.min_uptime_ms());
  json.Key("restart_delay").Number(spec.restart_delay_ms());
  json.Key("kill_timeout").Number(spec.kill_timeout_ms());
  json.Key("listen_timeout").Number(spec.listen_timeout_ms());
  json.Key("wait_ready").Bool(spec.wait_ready());
  json.Key("stop_signal").String(SignalName(spec.stop_signal()));
  json.Key("drain_timeout").Number(spec.drain_timeout_ms());
  json.Key("drain_quiet_time").Number(spec.drain_quiet_ms());
  json.Key("log_max_size").Number(static_cast<int64_t>(spec.log_max_bytes()));
  json.Key("log_keep").Number(spec.log_keep());
  json.EndObject();
}

void WriteApp(JsonWriter& json, const AppInfo& app) {
  json.BeginObject();
  json.Key("id").Number(app.id());
  json.Key("name").String(app.name());
  json.Key("status").String(StatusName(app.status()));
  json.Key("reason").String(app.reason());
  json.Key("operation").String(app.operation());
  json.Key("mode").String(app.exec_mode() == EXEC_MODE_CLUSTER ? "cluster" : "fork");
  json.Key("instances").Number(app.instances());
  json.Key("generation").Number(app.generation());
  json.Key("restarts").Number(app.restarts());
  json.Key("uptime_ms").Number(static_cast<int64_t>(app.uptime_ms()));
  json.Key("script").String(app.script());
  WriteWords(json, "args", app.args());
  json.Key("cwd").String(app.cwd());
  json.Key("interpreter").String(app.interpreter());
  WriteWords(json, "exec_args", app.exec_args());
  WriteWords(json, "addresses", app.addresses());
  json.Key("out_log").String(app.out_log());
  json.Key("error_log").String(app.error_log());
  if (app.has_spec()) WriteSpec(json, app.spec());
  json.Key("workers").BeginArray();
  for (const WorkerInfo& worker : app.workers()) WriteWorker(json, worker);
  json.EndArray();
  json.EndObject();
}

}  // namespace

std::string ListAsJson(const supervisor::v1::Listing& listing) {
  JsonWriter json(JsonWriter::Layout::kIndented);
  json.BeginObject();
  json.Key("daemon").BeginObject();
  json.Key("pid").Number(listing.daemon_pid());
  json.Key("log_pid").Number(listing.log_pid());
  json.Key("version").String(listing.version());
  json.Key("uptime_ms").Number(static_cast<int64_t>(listing.daemon_uptime_ms()));
  json.EndObject();
  json.Key("apps").BeginArray();
  for (const AppInfo& app : listing.apps()) WriteApp(json, app);
  json.EndArray();
  json.EndObject();
  return json.text() + "\n";
}

std::string ResultAsJson(const supervisor::v1::Result& result) {
  JsonWriter json(JsonWriter::Layout::kIndented);
  json.BeginObject();
  json.Key("outcome").String(OutcomeName(result.outcome()));
  json.Key("message").String(result.message());
  json.Key("apps").BeginArray();
  for (const auto& app : result.apps()) {
    json.BeginObject();
    json.Key("name").String(app.app());
    json.Key("outcome").String(OutcomeName(app.outcome()));
    json.Key("message").String(app.message());
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.text() + "\n";
}

std::string EventAsJson(const supervisor::v1::Event& event) {
  JsonWriter json(JsonWriter::Layout::kOneLine);
  json.BeginObject();
  json.Key("sequence").Number(static_cast<int64_t>(event.sequence()));
  json.Key("time").String(FormatStamp(WallTime(std::chrono::milliseconds(event.time_ms()))));
  json.Key("app").String(event.app());
  if (!event.whole_app()) {
    json.Key("worker").Number(event.slot());
    json.Key("pid").Number(event.pid());
  }
  json.Key("event").String(event.event());
  json.Key("detail").String(event.detail());
  if (event.dropped() > 0) json.Key("dropped").Number(static_cast<int64_t>(event.dropped()));
  json.EndObject();
  return json.text() + "\n";
}

}  // namespace drover::sup
