// Commands that only look: logs, events, version.
#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <set>

#include "supervisor/cli/context.h"
#include "supervisor/cli/log_view.h"
#include "supervisor/cli/show.h"
#include "supervisor/config/config_file.h"
#include "supervisor/config/json_writer.h"

namespace drover::sup {
namespace {

using supervisor::v1::Reply;
using supervisor::v1::Request;

constexpr std::string_view kOutEnd = "-out.log", kErrorEnd = "-error.log";

// Apps that have a log, by their files.
std::set<std::string> AppsWithLogs(const Home& home) {
  std::set<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir(home.Logs().c_str()), ::closedir);
  while (dir) {
    const dirent* entry = ::readdir(dir.get());
    if (!entry) break;
    const std::string_view file = entry->d_name;
    for (const std::string_view end : {kOutEnd, kErrorEnd})
      if (file.ends_with(end)) names.emplace(file.substr(0, file.size() - end.size()));
  }
  return names;
}

// The name of the app that the daemon knows by this name or id; "" where it knows none, or there is
// no daemon.
std::string NameOf(const Context& context, const std::string& word) {
  auto socket = ConnectToDaemon(context.home, StartDaemon::kNever);
  if (!socket.ok()) return "";
  Request request;
  request.mutable_list()->add_targets(word);
  CallOptions options;
  options.patience = std::chrono::seconds(5);
  const auto reply = Call(std::move(*socket), std::move(request), options);
  return reply.ok() && reply.value().listing().apps_size() == 1
             ? reply.value().listing().apps(0).name()
             : "";
}

}  // namespace

int RunLogs(const Context& context) {
  const CommandLine& line = context.line;
  const std::set<std::string> known = AppsWithLogs(context.home);
  std::vector<std::string> names;
  for (const std::string& word : line.words) {
    if (word == "all") continue;
    const std::string name = known.count(word) > 0 ? word : NameOf(context, word);
    if (name.empty()) {
      Complain("logs: no app is named \"" + word + "\"");
      return kExitFailed;
    }
    names.push_back(name);
  }
  if (names.empty()) names.assign(known.begin(), known.end());
  std::vector<LogSource> sources;
  for (const std::string& name : names) {
    if (!line.error_only) sources.push_back({name, context.home.OutLog(name), false});
    if (!line.out_only) sources.push_back({name, context.home.ErrorLog(name), true});
  }
  if (sources.empty() && !line.quiet) Complain("logs: nothing has been logged yet");
  const base::Fd interrupt = line.follow ? WatchForInterrupt() : base::Fd();
  const LogViewOptions options{line.lines, line.follow, line.show_time, line.raw, names.size() > 1};
  return ViewLogs(sources, options, context.terminal, interrupt.get());
}

int RunEvents(const Context& context) {
  const base::Fd interrupt = WatchForInterrupt();
  auto socket = ConnectToDaemon(context.home, StartDaemon::kIfItDied);
  if (!socket.ok()) {
    Complain(socket.error().code() == UV_ECONNREFUSED ? "no daemon is running"
                                                      : socket.error().ToString());
    return kExitFailed;
  }
  Request request;
  request.mutable_events();
  CallOptions options;
  options.stop_signal_fd = interrupt.get();
  options.on_part = [](const Reply& part) {
    if (!part.has_event()) return true;
    const std::string line = EventAsJson(part.event());
    return ::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  };
  const auto reply = Call(std::move(*socket), std::move(request), options);
  if (reply.ok()) {
    if (reply.value().result().outcome() == supervisor::v1::OUTCOME_DONE) return kExitDone;
    Complain(reply.value().result().message());
    return kExitFailed;
  }
  const int why = reply.error().code();
  if (why == UV_EINTR || why == UV_ECANCELED) return kExitDone;
  Complain(reply.error().ToString());
  return kExitFailed;
}

int RunVersion(const Context& context) {
  std::string daemon;
  auto socket = ConnectToDaemon(context.home, StartDaemon::kNever);
  if (socket.ok()) {
    Request request;
    request.mutable_ping();
    CallOptions options;
    options.patience = std::chrono::seconds(5);
    const auto reply = Call(std::move(*socket), std::move(request), options);
    if (reply.ok()) daemon = reply.value().listing().version();
  }
  const auto runtime = FindRuntime();
  if (context.line.json) {
    JsonWriter json(JsonWriter::Layout::kIndented);
    json.BeginObject().Key("drover").String(DROVER_VERSION);
    json.Key("runtime").String(runtime.ok() ? runtime.value() : "");
    json.Key("daemon");
    daemon.empty() ? json.Null() : json.String(daemon);
    Print(json.EndObject().text() + "\n");
    return kExitDone;
  }
  std::string text = "drover " DROVER_VERSION "\n";
  text += "runtime " + (runtime.ok() ? runtime.value() : "is missing") + "\n";
  text += "daemon " + (daemon.empty() ? "does not run" : daemon) + "\n";
  Print(text);
  return kExitDone;
}

}  // namespace drover::sup
