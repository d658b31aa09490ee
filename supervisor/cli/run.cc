#include "supervisor/cli/run.h"

#include <poll.h>
#include <signal.h>

#include <algorithm>

#include "supervisor/cli/context.h"
#include "supervisor/cli/show.h"
#include "supervisor/lock_file.h"

namespace drover::sup {
namespace {

using supervisor::v1::Action;
using supervisor::v1::Reply;
using supervisor::v1::Request;

// Questions that the daemon answers at once.
constexpr std::chrono::milliseconds kAnswerPatience{10'000};
// Between the last word of the daemon and its end.
constexpr std::chrono::milliseconds kEndPatience{5'000};

int WrongUse(const CommandInfo& command, std::string_view what) {
  Complain(std::string(command.name) + ": " + std::string(what) + " (see 'drover " +
           std::string(command.name) + " --help')");
  return kExitWrongUse;
}

base::Result<Reply> Ask(const Context& context, Request request, StartDaemon start) {
  auto socket = ConnectToDaemon(context.home, start);
  if (!socket.ok()) return std::move(socket).error();
  CallOptions options;
  options.patience = kAnswerPatience;
  return Call(std::move(*socket), std::move(request), options);
}

int ReportFailure(const base::Error& error) {
  Complain(error.code() == UV_ECONNREFUSED ? "no daemon is running" : error.ToString());
  return error.code() == UV_ETIMEDOUT ? kExitTimedOut : kExitFailed;
}

int RunList(const Context& context) {
  Request request;
  for (const std::string& word : context.line.words) request.mutable_list()->add_targets(word);
  request.mutable_list();
  auto reply = Ask(context, std::move(request), StartDaemon::kIfItDied);
  if (!reply.ok() && reply.error().code() == UV_ECONNREFUSED && context.line.words.empty()) {
    // No daemon means no apps: that is an answer, too.
    Print(context.line.json ? ListAsJson({}) : "no apps (no daemon is running)\n");
    return kExitDone;
  }
  if (!reply.ok()) return ReportFailure(reply.error());
  if (reply->result().outcome() != supervisor::v1::OUTCOME_DONE) {
    Complain(reply->result().message());
    return ToExitCode(reply->result().outcome());
  }
  Print(context.line.json ? ListAsJson(reply->listing())
                          : ShowList(reply->listing(), context.terminal));
  return kExitDone;
}

int RunDescribe(const Context& context) {
  Request request;
  request.mutable_list()->set_details(true);
  for (const std::string& word : context.line.words) request.mutable_list()->add_targets(word);
  auto reply = Ask(context, std::move(request), StartDaemon::kIfItDied);
  if (!reply.ok()) return ReportFailure(reply.error());
  if (reply->result().outcome() != supervisor::v1::OUTCOME_DONE) {
    Complain(reply->result().message());
    return ToExitCode(reply->result().outcome());
  }
  if (context.line.json) {
    Print(ListAsJson(reply->listing()));
    return kExitDone;
  }
  std::string text;
  for (const auto& app : reply->listing().apps())
    text += (text.empty() ? "" : "\n") + ShowApp(app, context.terminal);
  Print(text);
  return kExitDone;
}

int RunPing(const Context& context) {
  Request request;
  request.mutable_ping();
  auto reply = Ask(context, std::move(request), StartDaemon::kNever);
  if (!reply.ok()) return ReportFailure(reply.error());
  const auto& listing = reply->listing();
  if (context.line.json) {
    Print(ListAsJson(listing));
  } else {
    Print("daemon " + listing.version() + " answers, pid " + std::to_string(listing.daemon_pid()) +
          "\n");
  }
  return ToExitCode(reply->result().outcome());
}

// The daemon says that it ends; it has ended when nobody holds its lock any more.
int RunKill(const Context& context) {
  Request request;
  request.mutable_kill();
  auto socket = ConnectToDaemon(context.home, StartDaemon::kIfItDied);
  if (!socket.ok() && socket.error().code() == UV_ECONNREFUSED) {
    if (!context.line.quiet) Print("no daemon is running\n");
    return kExitDone;
  }
  if (!socket.ok()) return ReportFailure(socket.error());
  CallOptions options;
  options.patience = Patience(context.line);
  auto reply = Call(std::move(*socket), std::move(request), options);
  if (!reply.ok() && reply.error().code() != UV_ECONNRESET) return ReportFailure(reply.error());
  const auto deadline = std::chrono::steady_clock::now() + kEndPatience;
  while (LockHolder(context.home.Lock()) != 0) {
    if (std::chrono::steady_clock::now() > deadline) {
      Complain("the daemon does not end");
      return kExitTimedOut;
    }
    ::poll(nullptr, 0, 2);
  }
  if (!context.line.quiet) Print("all apps are stopped, the daemon has ended\n");
  return kExitDone;
}

int RunAction(const Context& context, const CommandInfo& command, Action action) {
  if (context.line.words.empty()) return WrongUse(command, "which app?");
  Request request;
  auto& act = *request.mutable_act();
  act.set_action(action);
  for (const std::string& word : context.line.words) act.add_targets(word);
  return RunOperation(context, std::move(request), StartDaemon::kIfItDied);
}

int RunScale(const Context& context, const CommandInfo& command) {
  const auto& words = context.line.words;
  if (words.size() != 2) return WrongUse(command, "takes an app and a number");
  std::string_view number = words[1];
  const int sign = number.starts_with('+') ? 1 : number.starts_with('-') ? -1 : 0;
  if (sign != 0) number.remove_prefix(1);
  if (number.empty() || number.size() > 4 ||
      number.find_first_not_of("0123456789") != std::string_view::npos)
    return WrongUse(command, "\"" + words[1] + "\" is no number of workers");
  Request request;
  auto& act = *request.mutable_act();
  act.set_action(supervisor::v1::ACTION_SCALE);
  act.add_targets(words[0]);
  act.set_instances(static_cast<uint32_t>(std::stoul(std::string(number))));
  act.set_scale_sign(sign);
  return RunOperation(context, std::move(request), StartDaemon::kIfItDied);
}

int RunHelp(const Context& context) {
  if (context.line.words.empty()) {
    Print(GeneralHelp());
    return kExitDone;
  }
  const CommandInfo* about = FindCommand(context.line.words[0]);
  if (!about) {
    Complain("help: no command is named \"" + context.line.words[0] + "\"");
    return kExitWrongUse;
  }
  Print(about->help);
  return kExitDone;
}

int Dispatch(const Context& context, const CommandInfo& command) {
  switch (command.id) {
    case CommandId::kStart:
      return RunStart(context);
    case CommandId::kList:
      return RunList(context);
    case CommandId::kDescribe:
      return context.line.words.empty() ? WrongUse(command, "which app?") : RunDescribe(context);
    case CommandId::kLogs:
      return RunLogs(context);
    case CommandId::kReload:
      return RunAction(context, command, supervisor::v1::ACTION_RELOAD);
    case CommandId::kRestart:
      return RunAction(context, command, supervisor::v1::ACTION_RESTART);
    case CommandId::kScale:
      return RunScale(context, command);
    case CommandId::kStop:
      return RunAction(context, command, supervisor::v1::ACTION_STOP);
    case CommandId::kDelete:
      return RunAction(context, command, supervisor::v1::ACTION_DELETE);
    case CommandId::kKill:
      return RunKill(context);
    case CommandId::kPing:
      return RunPing(context);
    case CommandId::kEvents:
      return RunEvents(context);
    case CommandId::kVersion:
      return RunVersion(context);
    case CommandId::kHelp:
      return RunHelp(context);
  }
  return kExitFailed;
}

}  // namespace

int RunCommand(const CommandInfo& command, int argc, char** argv) {
  ::signal(SIGPIPE, SIG_IGN);  // a reader that goes away ends us by the failed write
  auto line = ParseCommandLine(command, argc, argv);
  if (!line.ok()) {
    Complain(line.error().ToString());
    return kExitWrongUse;
  }
  if (line->help) {
    Print(command.help);
    return kExitDone;
  }
  auto home = FindHome();
  if (!home.ok()) {
    Complain(home.error().ToString());
    return kExitFailed;
  }
  return Dispatch({*line, std::move(*home), Terminal::Detect(line->no_color)}, command);
}

}  // namespace drover::sup
