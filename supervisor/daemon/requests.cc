// What the daemon does for each request of the control socket.
#include <unistd.h>

#include <algorithm>
#include <set>

#include "runtime/base/log.h"
#include "supervisor/config/app_config.h"
#include "supervisor/control.h"
#include "supervisor/daemon/daemon.h"

namespace drover::sup {
namespace {

using supervisor::v1::OUTCOME_DONE;
using supervisor::v1::OUTCOME_FAILED;
using supervisor::v1::OUTCOME_WRONG_USE;
using supervisor::v1::Reply;
using supervisor::v1::Request;

constexpr uint32_t kMostInstances = 1024;

// What the daemon must be able to rely on, whoever made the request.
std::string Complaint(const AppSpec& spec) {
  if (!CheckAppName(spec.name()).ok()) return CheckAppName(spec.name()).ToString();
  if (!spec.script().starts_with('/') || !spec.cwd().starts_with('/'))
    return "paths must be absolute";
  if (spec.instances() < 1 || spec.instances() > kMostInstances)
    return "instances must be 1 to 1024";
  if (spec.stop_signal() < 1 || spec.stop_signal() > 64) return "no such signal";
  return "";
}

}  // namespace

void Daemon::OnSessionEnd(Session& session) {
  for (const auto& [id, app] : apps_) app->Abandon(&session);
  std::erase(waiting_for_end_, &session);
}

void Daemon::OnRequest(Session& session, const Request& request) {
  if (request.protocol() != kControlProtocol) {
    return session.Finish(OUTCOME_FAILED,
                          "this command speaks version " + std::to_string(request.protocol()) +
                              " of the control protocol, the running daemon " +
                              std::to_string(kControlProtocol) +
                              " (drover " DROVER_VERSION "): end it with 'drover kill'");
  }
  if (shutting_down_ && request.body_case() != Request::kKill)
    return session.Finish(OUTCOME_FAILED, "the daemon is ending");
  switch (request.body_case()) {
    case Request::kPing: {
      Reply reply;
      FillListing(*reply.mutable_listing(), {}, false);
      reply.mutable_result()->set_outcome(OUTCOME_DONE);
      return session.Finish(std::move(reply));
    }
    case Request::kList:
      return HandleList(session, request.list());
    case Request::kStart:
      return HandleStart(session, request);
    case Request::kAct:
      return HandleAct(session, request);
    case Request::kKill:
      return Shutdown(&session);
    case Request::kEvents: {
      session.Subscribe();
      // The client knows from now on that it misses nothing.
      supervisor::v1::Event event;
      event.set_sequence(event_sequence_);
      event.set_event("subscribed");
      event.set_whole_app(true);
      return session.SendEvent(std::move(event));
    }
    case Request::BODY_NOT_SET:
      return session.Finish(OUTCOME_WRONG_USE, "an empty request");
  }
}

void Daemon::FillListing(supervisor::v1::Listing& listing, const std::vector<App*>& apps,
                         bool details) {
  listing.set_daemon_pid(::getpid());
  listing.set_daemon_uptime_ms(
      static_cast<uint64_t>(std::chrono::duration_cast<Millis>(clock_.Now() - begun_).count()));
  listing.set_version(DROVER_VERSION);
  listing.set_log_pid(logs_.pid());
  std::set<pid_t> living;
  for (const App* app : apps) {
    auto& info = *listing.add_apps();
    app->Fill(info);
    info.set_out_log(home_.OutLog(app->name()));
    info.set_error_log(home_.ErrorLog(app->name()));
    for (auto& worker : *info.mutable_workers()) {
      if (worker.pid() == 0) continue;
      living.insert(worker.pid());
      const Usage usage = meter_.Measure(worker.pid());
      worker.set_cpu_percent(usage.cpu_percent);
      worker.set_memory_bytes(usage.memory_bytes);
    }
    if (!details) continue;
    *info.mutable_spec() = app->spec();
    info.mutable_spec()->clear_env();
  }
  if (apps.size() == apps_.size()) meter_.Keep(living);
}

void Daemon::HandleList(Session& session, const supervisor::v1::ListRequest& request) {
  auto targets = request.targets();
  if (targets.empty()) *targets.Add() = "all";
  auto apps = FindAll(targets);
  if (!apps.ok()) return session.Finish(OUTCOME_FAILED, apps.error().ToString());
  Reply reply;
  FillListing(*reply.mutable_listing(), *apps, request.details());
  reply.mutable_result()->set_outcome(OUTCOME_DONE);
  session.Finish(std::move(reply));
}

void Daemon::Enqueue(Session& session, App& app, std::unique_ptr<Operation> operation,
                     Millis timeout) {
  operation->set_client(&session);
  operation->set_deadline(timeout);
  app.Enqueue(std::move(operation));
}

void Daemon::HandleStart(Session& session, const Request& request) {
  const auto& specs = request.start().apps();
  if (specs.empty()) return session.Finish(OUTCOME_WRONG_USE, "nothing to start");
  for (const AppSpec& spec : specs) {
    const std::string complaint = Complaint(spec);
    if (!complaint.empty())
      return session.Finish(OUTCOME_WRONG_USE, spec.name() + ": " + complaint);
  }
  session.Expect(static_cast<size_t>(specs.size()));
  for (const AppSpec& spec : specs) StartApp(session, spec, Millis(request.timeout_ms()));
}

// A new name is a new app. A known one that is down gets the new wishes and starts; one that runs
// is left alone where nothing changed and reloaded where something did.
void Daemon::StartApp(Session& session, const AppSpec& spec, Millis timeout) {
  App* app = Find(spec.name());
  if (!app) return Enqueue(session, AddApp(next_id_, spec), MakeStart(), timeout);
  if (!app->idle() || app->HasProcesses()) {
    if (app->SameSpec(spec) && app->spec().instances() == spec.instances())
      return Enqueue(session, *app, MakeStart(), timeout);
    return Enqueue(session, *app, MakeReload(std::make_shared<AppSpec>(spec)), timeout);
  }
  app->SetSpec(std::make_shared<AppSpec>(spec));
  Enqueue(session, *app, MakeStart(), timeout);
}

void Daemon::HandleAct(Session& session, const Request& request) {
  const auto& act = request.act();
  auto apps = FindAll(act.targets());
  if (!apps.ok()) return session.Finish(OUTCOME_FAILED, apps.error().ToString());
  if (apps->empty()) return session.Finish(OUTCOME_DONE, "no apps");
  const auto make = [&act]() -> std::unique_ptr<Operation> {
    switch (act.action()) {
      case supervisor::v1::ACTION_START:
        return MakeStart();
      case supervisor::v1::ACTION_STOP:
        return MakeStop();
      case supervisor::v1::ACTION_RESTART:
        return MakeRestart();
      case supervisor::v1::ACTION_RELOAD:
        return MakeReload(nullptr);
      case supervisor::v1::ACTION_DELETE:
        return MakeDelete();
      case supervisor::v1::ACTION_SCALE:
        return MakeScale(act.instances(), act.scale_sign());
      case supervisor::v1::ACTION_NONE:
      case supervisor::v1::Action_INT_MIN_SENTINEL_DO_NOT_USE_:
      case supervisor::v1::Action_INT_MAX_SENTINEL_DO_NOT_USE_:
        return nullptr;
    }
    return nullptr;
  };
  if (!make()) return session.Finish(OUTCOME_WRONG_USE, "no such action");
  session.Expect(apps->size());
  for (App* app : *apps) Enqueue(session, *app, make(), Millis(request.timeout_ms()));
}

}  // namespace drover::sup
