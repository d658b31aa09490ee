#include "supervisor/daemon/daemon.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>

#include "runtime/base/log.h"
#include "runtime/base/unix_socket.h"
#include "supervisor/daemon/leftovers.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Status;
using supervisor::v1::OUTCOME_DONE;

constexpr Millis kLeftoverPatience{3000};
constexpr Millis kSaveDelay{20};  // changes come in swarms
constexpr int kBacklog = 1024;

}  // namespace

Daemon::Daemon(Home home, std::string program)
    : home_(std::move(home)),
      clock_(loop_.uv()),
      logs_(loop_.uv(), clock_, std::move(program)),
      launcher_(loop_.uv(), clock_, home_, logs_),
      orphans_(loop_.uv(), [this](pid_t pid) { return launcher_.Owns(pid) || pid == logs_.pid(); }),
      meter_(clock_),
      server_(loop_.uv(), clock_, *this),
      save_(clock_.MakeTimer([this] { Save(); })),
      sweep_(clock_.MakeTimer([this] {
        std::erase_if(apps_, [](const auto& entry) {
          return entry.second->deleted() && entry.second->idle();
        });
      })),
      begun_(clock_.Now()) {}

Daemon::~Daemon() = default;

Status Daemon::Begin() {
  if (Status status = orphans_.Start(); !status.ok()) return status;
  if (Status status = WatchSignals(); !status.ok()) return status;
  if (Status status = base::RemoveDeadSocket(home_.Socket()); !status.ok()) return status;
  auto socket = base::ListenUnix(home_.Socket(), 0600, kBacklog);
  if (!socket.ok()) return std::move(socket).error();
  if (Status status = logs_.Start(); !status.ok()) return std::move(status).Wrap("log process");
  if (Status status = Restore(); !status.ok()) return status;
  return server_.Listen(std::move(*socket));
}

void Daemon::Run() {
  LOG_INFO("daemon", "drover {} begins, home={}", DROVER_VERSION, home_.path);
  loop_.Run();
  LOG_INFO("daemon", "ends");
}

Status Daemon::WatchSignals() {
  for (const int number : {SIGTERM, SIGINT, SIGQUIT, SIGHUP}) {
    auto handle = base::MakeUv<uv_signal_t>(uv_signal_init, loop_.uv(), this);
    if (!handle.ok()) return std::move(handle).error();
    const int err = uv_signal_start(
        handle->get(),
        [](uv_signal_t* h, int signal) {
          auto* self = static_cast<Daemon*>(h->data);
          if (!self || signal == SIGHUP) return;  // the terminal that started it has gone
          LOG_INFO("daemon", "signal {}", signal);
          self->Shutdown(nullptr);
        },
        number);
    if (err < 0) return Error(err, "watch signals");
    signals_.push_back(std::move(*handle));
  }
  return {};
}

Status Daemon::Restore() {
  auto state = ReadState(home_.State());
  if (!state.ok()) {
    // A state that cannot be read must not keep the user from his apps for ever; it is put aside.
    LOG_ERROR("daemon", "{}; put aside as {}.bad", state.error().ToString(), home_.State());
    if (::rename(home_.State().c_str(), (home_.State() + ".bad").c_str()) != 0)
      return Error::FromErrno(errno, "put aside " + home_.State());
    return {};
  }
  if (state->apps().empty()) return {};
  const size_t ended = EndLeftovers(*state, home_, kLeftoverPatience);
  LOG_WARN("daemon",
           "the daemon before this one died: {} of its processes ended, {} apps taken over", ended,
           state->apps_size());
  next_id_ = state->next_id();
  for (const auto& saved : state->apps()) {
    App& app = AddApp(saved.id(), saved.spec());
    app.SetWanted(!saved.stopped());
    if (!saved.stopped()) app.Enqueue(MakeStart());
  }
  return {};
}

App& Daemon::AddApp(uint32_t id, AppSpec spec) {
  auto app = std::make_unique<App>(static_cast<AppHost&>(*this), id, std::move(spec));
  App& added = *app;
  apps_[id] = std::move(app);
  next_id_ = std::max(next_id_, id + 1);
  SaveLater(Durability::kDisk);
  return added;
}

App* Daemon::Find(std::string_view target) {
  for (const auto& [id, app] : apps_) {
    if (app->deleted()) continue;
    if (app->name() == target || std::to_string(id) == target) return app.get();
  }
  return nullptr;
}

base::Result<std::vector<App*>> Daemon::FindAll(
    const google::protobuf::RepeatedPtrField<std::string>& targets) {
  std::vector<App*> found;
  const auto add = [&](App* app) {
    if (std::find(found.begin(), found.end(), app) == found.end()) found.push_back(app);
  };
  for (const std::string& target : targets) {
    if (target == "all") {
      for (const auto& [id, app] : apps_)
        if (!app->deleted()) add(app.get());
      continue;
    }
    App* app = Find(target);
    if (!app) return Error::Message("no app is named \"" + target + "\"");
    add(app);
  }
  return found;
}

void Daemon::OnAppEvent(const App& app, const Worker* worker, std::string_view what,
                        const std::string& detail) {
  supervisor::v1::Event event;
  event.set_sequence(++event_sequence_);
  event.set_time_ms(static_cast<uint64_t>(
      std::chrono::duration_cast<Millis>(clock_.Wall().time_since_epoch()).count()));
  event.set_app(app.name());
  event.set_event(std::string(what));
  event.set_detail(detail);
  event.set_whole_app(worker == nullptr);
  if (worker) {
    event.set_slot(worker->slot());
    event.set_pid(worker->pid());
    LOG_INFO("app", "{}/w{} {} pid={} {}", app.name(), worker->slot(), what, worker->pid(), detail);
  } else {
    LOG_INFO("app", "{} {} {}", app.name(), what, detail);
  }
  server_.SendEvent(event);
}

void Daemon::OnResultDue() {
  if (shutting_down_ || unsaved_ != Durability::kDisk) return;
  save_->Stop();
  Save();
}

void Daemon::SaveLater(Durability durability) {
  if (shutting_down_) return;
  if (durability == Durability::kDisk) unsaved_ = Durability::kDisk;
  if (!save_->active()) save_->Start(kSaveDelay);
}

void Daemon::Save() {
  SavedState state;
  state.set_version(1);
  state.set_next_id(next_id_);
  for (const auto& [id, app] : apps_)
    if (!app->deleted()) app->Save(*state.add_apps());
  const Status status = WriteState(home_.State(), state, unsaved_);
  unsaved_ = Durability::kMemory;
  if (!status.ok()) LOG_ERROR("daemon", "state not saved: {}", status.ToString());
}

// Ends every app, the log process and the loop, in this order. What the user wanted is forgotten:
// an end on request is no crash.
void Daemon::Shutdown(Session* session) {
  if (session) waiting_for_end_.push_back(session);
  if (shutting_down_) return;
  shutting_down_ = true;
  save_->Stop();
  ::unlink(home_.State().c_str());
  for (const auto& [id, app] : apps_) app->Shutdown();
  sweep_ = clock_.MakeTimer([this] { ContinueShutdown(); });
  sweep_->Start(Millis(0));
}

void Daemon::ContinueShutdown() {
  const bool busy = std::any_of(apps_.begin(), apps_.end(),
                                [](const auto& a) { return a.second->HasProcesses(); });
  if (busy) return sweep_->Start(Millis(10));
  apps_.clear();
  for (Session* session : waiting_for_end_) session->Finish(OUTCOME_DONE, "");
  server_.StopListening();
  ::unlink(home_.Socket().c_str());
  logs_.Close([this] {
    server_.EndAll();
    signals_.clear();
    loop_.Stop();
  });
}

}  // namespace drover::sup
