#include <sys/stat.h>

#include "supervisor/cli/context.h"
#include "supervisor/config/config_file.h"

namespace drover::sup {
namespace {

using supervisor::v1::Request;

bool Exists(const std::string& path) {
  struct stat st;
  return ::stat(path.c_str(), &st) == 0;
}

// A word that is no file: a stopped app of that name?
bool NamesApp(const Context& context, const std::string& word) {
  auto socket = ConnectToDaemon(context.home, StartDaemon::kIfItDied);
  if (!socket.ok()) return false;
  Request request;
  request.mutable_list()->add_targets(word);
  CallOptions options;
  options.patience = std::chrono::seconds(10);
  const auto reply = Call(std::move(*socket), std::move(request), options);
  return reply.ok() && reply.value().result().outcome() == supervisor::v1::OUTCOME_DONE;
}

int StartByName(const Context& context) {
  Request request;
  request.mutable_act()->set_action(supervisor::v1::ACTION_START);
  for (const std::string& word : context.line.words) request.mutable_act()->add_targets(word);
  return RunOperation(context, std::move(request), StartDaemon::kIfItDied);
}

base::Result<std::vector<AppSpec>> Specs(const Context& context, const std::string& what,
                                         const Caller& caller) {
  const StartOptions& options = context.line.start;
  const std::string path = AbsolutePath(what, caller.cwd);
  if (IsConfigName(what)) return LoadConfig(path, options, caller);
  auto spec = SpecForScript(what, options, caller);
  if (!spec.ok()) return std::move(spec).error();
  return std::vector<AppSpec>{std::move(*spec)};
}

}  // namespace

int RunStart(const Context& context) {
  auto runtime = FindRuntime();
  if (!runtime.ok()) {
    Complain(runtime.error().ToString());
    return kExitFailed;
  }
  Caller caller = ThisCaller();
  caller.runtime = AbsolutePath(*runtime, caller.cwd);
  std::vector<std::string> words = context.line.words;
  if (words.empty()) {
    const std::string config = DefaultConfig(caller.cwd);
    if (config.empty()) {
      Complain(
          "start: what? There is no drover.config.{json,js,cjs,mjs} here (see 'drover start "
          "--help')");
      return kExitWrongUse;
    }
    words.push_back(config);
  }
  const bool is_file = Exists(AbsolutePath(words[0], caller.cwd));
  if (!is_file && (words[0] == "all" || NamesApp(context, words[0]))) return StartByName(context);
  if (words.size() > 1) {
    Complain("start: one script or config at a time; arguments for it stand behind --");
    return kExitWrongUse;
  }
  auto specs = Specs(context, words[0], caller);
  if (!specs.ok()) {
    Complain(specs.error().ToString());
    return kExitFailed;
  }
  Request request;
  for (AppSpec& spec : *specs) *request.mutable_start()->add_apps() = std::move(spec);
  return RunOperation(context, std::move(request), StartDaemon::kAlways);
}

}  // namespace drover::sup
