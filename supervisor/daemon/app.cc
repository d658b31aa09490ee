#include "supervisor/daemon/app.h"

#include <algorithm>

#include "runtime/base/log.h"
#include "supervisor/units.h"

namespace drover::sup {
namespace {

using supervisor::v1::WorkerStatus;

WorkerStatus ToStatus(ProcessState state) {
  switch (state) {
    case ProcessState::kStopped:
      return supervisor::v1::WORKER_STATUS_STOPPED;
    case ProcessState::kStarting:
      return supervisor::v1::WORKER_STATUS_STARTING;
    case ProcessState::kOnline:
      return supervisor::v1::WORKER_STATUS_ONLINE;
    case ProcessState::kDraining:
      return supervisor::v1::WORKER_STATUS_DRAINING;
    case ProcessState::kStopping:
    case ProcessState::kKilling:
      return supervisor::v1::WORKER_STATUS_STOPPING;
    case ProcessState::kBackoff:
      return supervisor::v1::WORKER_STATUS_BACKOFF;
    case ProcessState::kErrored:
      return supervisor::v1::WORKER_STATUS_ERRORED;
  }
  return supervisor::v1::WORKER_STATUS_STOPPED;
}

}  // namespace

App::App(AppHost& host, uint32_t id, AppSpec spec)
    : host_(host),
      id_(id),
      spec_(std::make_shared<AppSpec>(std::move(spec))),
      deadline_(host.clock().MakeTimer([this] {
        if (!current_) return;
        current_->GiveUp(*this);
        Finish(supervisor::v1::OUTCOME_TIMED_OUT, std::string(current_->name()) + " took too long");
      })),
      look_(host.clock().MakeTimer([this] { Look(); })) {
  FitWorkers();
}

App::~App() = default;

bool App::HasProcesses() const {
  const auto has = [](const auto& list) {
    return std::any_of(list.begin(), list.end(), [](const auto& w) { return !w->idle(); });
  };
  return has(workers_) || has(candidates_) || has(retiring_);
}

void App::Enqueue(std::unique_ptr<Operation> operation) {
  operation->set_id(host_.NextSerial());
  queue_.push_back(std::move(operation));
  look_->Start(Millis(0));
}

void App::Abandon(const Operation::Client* client) {
  if (current_ && current_->client() == client) current_->set_client(nullptr);
  for (const auto& operation : queue_)
    if (operation->client() == client) operation->set_client(nullptr);
}

void App::Shutdown() {
  while (current_ || !queue_.empty()) {
    if (!current_) {
      current_ = std::move(queue_.front());
      queue_.pop_front();
    }
    Finish(supervisor::v1::OUTCOME_FAILED, "the daemon is ending");
  }
  for (auto* list : {&workers_, &candidates_, &retiring_})
    for (const auto& worker : *list) worker->Stop();
}

bool App::SameSpec(const AppSpec& other) const {
  AppSpec a = *spec_, b = other;
  a.clear_instances();
  b.clear_instances();
  return a.SerializeAsString() == b.SerializeAsString();
}

void App::SetSpec(std::shared_ptr<const AppSpec> spec) {
  CHECK(!HasProcesses(), "a running app gets its spec by reload");
  workers_.clear();
  spec_ = std::move(spec);
  has_listened_ = false;
  addresses_.clear();
  ++generation_;
  FitWorkers();
  host_.OnWishChanged(*this);
}

void App::SetWanted(bool wanted) {
  if (wanted_ == wanted) return;
  wanted_ = wanted;
  host_.OnWishChanged(*this);
}

void App::FitWorkers() {
  Worker::Owner& owner = *this;
  while (workers_.size() < spec_->instances()) {
    workers_.push_back(std::make_unique<Worker>(owner, host_.launcher(), host_.clock(), spec_, id_,
                                                static_cast<uint32_t>(workers_.size())));
  }
}

std::unique_ptr<Worker> App::MakeCandidate(uint32_t slot, std::shared_ptr<const AppSpec> spec) {
  auto worker = std::make_unique<Worker>(static_cast<Worker::Owner&>(*this), host_.launcher(),
                                         host_.clock(), std::move(spec), id_, slot);
  worker->SetOnTrial(true);
  return worker;
}

void App::Promote(std::shared_ptr<const AppSpec> new_spec) {
  if (new_spec) spec_ = std::move(new_spec);
  ++generation_;
  std::vector<std::unique_ptr<Worker>> before = std::move(workers_);
  workers_ = std::move(candidates_);
  candidates_.clear();
  for (auto& worker : workers_)
    if (worker->slot() < before.size()) worker->Succeed(*before[worker->slot()]);
  for (auto& worker : before) Retire(std::move(worker));
  host_.OnWishChanged(*this);
}

void App::Retire(std::unique_ptr<Worker> worker) {
  Worker& retired = *worker;
  retiring_.push_back(std::move(worker));
  retired.Drain();
}

void App::SetInstances(uint32_t instances) {
  auto changed = std::make_shared<AppSpec>(*spec_);
  changed->set_instances(instances);
  spec_ = std::move(changed);
  host_.OnWishChanged(*this);
}

void App::MarkDeleted() {
  deleted_ = true;
  host_.OnWishChanged(*this);
}

void App::OnWorkerEvent(Worker& worker, std::string_view what, const std::string& detail) {
  Tell(&worker, what, detail);
}

void App::Tell(const Worker* worker, std::string_view what, const std::string& detail) {
  host_.OnAppEvent(*this, worker, what, detail);
  if (!current_ || !current_->client()) return;
  supervisor::v1::Progress progress;
  progress.set_app(name());
  progress.set_what(std::string(what));
  progress.set_detail(detail);
  progress.set_whole_app(worker == nullptr);
  if (worker) {
    progress.set_slot(worker->slot());
    progress.set_pid(worker->pid());
  }
  current_->client()->OnProgress(progress);
}

void App::OnWorkerChanged(Worker& worker) {
  if (worker.listening()) {
    has_listened_ = true;
    if (std::find(addresses_.begin(), addresses_.end(), worker.address()) == addresses_.end())
      addresses_.push_back(worker.address());
  }
  look_->Start(Millis(0));
}

void App::Look() {
  std::erase_if(retiring_, [](const auto& worker) { return worker->idle(); });
  host_.OnAppChanged(*this);
  if (current_) {
    current_->Advance(*this);
  } else {
    BeginNext();
  }
  CloseIfDown();
  if (deleted_ && idle()) host_.OnAppDeleted(*this);
}

void App::CloseIfDown() {
  if (HasProcesses() || current_ || Status() == supervisor::v1::WORKER_STATUS_BACKOFF) return;
  addresses_.clear();
  host_.OnAppDown(*this);
}

void App::BeginNext() {
  if (queue_.empty()) return;
  current_ = std::move(queue_.front());
  queue_.pop_front();
  if (deleted_) return Finish(supervisor::v1::OUTCOME_FAILED, "was deleted");
  const Millis asked = current_->asked_deadline();
  deadline_->Start(asked > Millis(0) ? asked : current_->Deadline(*this));
  LOG_INFO("app", "{}: operation {} {} begins", name(), current_->id(), current_->name());
  current_->Begin(*this);
}

void App::Finish(Outcome outcome, std::string message) {
  CHECK(current_ != nullptr, "only an operation under way ends");
  deadline_->Stop();
  const std::unique_ptr<Operation> done = std::move(current_);
  LOG_INFO("app", "{}: operation {} {} ends: {} {}", name(), done->id(), done->name(),
           supervisor::v1::Outcome_Name(outcome), message);
  look_->Start(Millis(0));
  CloseIfDown();
  host_.OnResultDue();
  if (!done->client()) return;
  AppResult result;
  result.set_app(name());
  result.set_outcome(outcome);
  result.set_message(std::move(message));
  done->client()->OnResult(result);
}

WorkerStatus App::Status() const {
  // What the user should see first: trouble, then movement, then rest.
  constexpr WorkerStatus kOrder[] = {
      supervisor::v1::WORKER_STATUS_ERRORED,  supervisor::v1::WORKER_STATUS_BACKOFF,
      supervisor::v1::WORKER_STATUS_STARTING, supervisor::v1::WORKER_STATUS_STOPPING,
      supervisor::v1::WORKER_STATUS_DRAINING, supervisor::v1::WORKER_STATUS_ONLINE};
  for (const WorkerStatus status : kOrder) {
    for (const auto& worker : workers_)
      if (ToStatus(worker->state()) == status) return status;
  }
  return supervisor::v1::WORKER_STATUS_STOPPED;
}

void App::FillWorker(const Worker& worker, supervisor::v1::WorkerInfo& info) const {
  info.set_slot(worker.slot());
  info.set_pid(worker.pid());
  info.set_status(ToStatus(worker.state()));
  info.set_restarts(worker.restarts());
  info.set_uptime_ms(static_cast<uint64_t>(worker.uptime().count()));
  info.set_reason(worker.reason());
  info.set_backoff_ms(static_cast<uint64_t>(worker.backoff_left().count()));
  info.set_listening(worker.listening());
}

void App::Fill(supervisor::v1::AppInfo& info) const {
  info.set_id(id_);
  info.set_name(name());
  info.set_exec_mode(spec_->exec_mode());
  info.set_status(Status());
  info.set_script(spec_->script());
  info.set_cwd(spec_->cwd());
  *info.mutable_args() = spec_->args();
  info.set_interpreter(spec_->interpreter());
  *info.mutable_exec_args() = spec_->exec_args();
  info.set_instances(spec_->instances());
  info.set_generation(generation_);
  for (const std::string& address : addresses_) info.add_addresses(address);
  if (current_) info.set_operation(std::string(current_->name()));
  uint64_t uptime = 0;
  for (const auto* list : {&workers_, &candidates_, &retiring_}) {
    for (const auto& worker : *list) {
      if (list != &workers_ && worker->idle()) continue;
      FillWorker(*worker, *info.add_workers());
      if (list != &workers_) continue;
      uptime = std::max(uptime, info.workers(info.workers_size() - 1).uptime_ms());
      info.set_restarts(info.restarts() + worker->restarts());
      const bool trouble =
          worker->state() == ProcessState::kErrored || worker->state() == ProcessState::kBackoff;
      if (trouble && info.reason().empty()) info.set_reason(worker->reason());
    }
  }
  info.set_uptime_ms(uptime);
}

void App::Save(supervisor::v1::SavedApp& saved) const {
  saved.set_id(id_);
  *saved.mutable_spec() = *spec_;
  saved.set_stopped(!wanted_);
  for (const auto* list : {&workers_, &candidates_, &retiring_}) {
    for (const auto& worker : *list) {
      if (worker->idle()) continue;
      auto* entry = saved.add_workers();
      entry->set_slot(worker->slot());
      entry->set_pid(worker->pid());
      entry->set_start_ticks(worker->process()->start_ticks());
    }
  }
}

}  // namespace drover::sup
