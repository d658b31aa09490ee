#include "supervisor/daemon/worker.h"

#include <signal.h>

#include <algorithm>

#include "runtime/base/log.h"
#include "supervisor/units.h"

namespace drover::sup {
namespace {

using supervisor::v1::EXEC_MODE_CLUSTER;
using State = ProcessState;
using Event = ProcessEvent;

// The line of standard error that says most: the last one that names an error, else the last one.
std::string TellingLine(const std::vector<std::string>& lines) {
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const size_t colon = line->find(": ");
    if (colon == std::string::npos || line->starts_with(' ')) continue;
    const std::string head = line->substr(0, colon);
    if (head.find("Error") != std::string::npos || head == "error" || head == "fatal") return *line;
  }
  for (auto line = lines.rbegin(); line != lines.rend(); ++line)
    if (!line->starts_with("Node.js v") && !line->starts_with("    at ") && *line != "}")
      return *line;
  return "";
}

}  // namespace

Worker::Worker(Owner& owner, Launcher& launcher, base::Clock& clock,
               std::shared_ptr<const AppSpec> spec, uint32_t app_id, uint32_t slot)
    : owner_(owner),
      launcher_(launcher),
      clock_(clock),
      spec_holder_(std::move(spec)),
      spec_(*spec_holder_),
      app_id_(app_id),
      slot_(slot),
      timer_(clock.MakeTimer([this] { OnTimer(); })) {}

void Worker::Start() {
  history_ = {};
  Apply(Event::kStart);
}

void Worker::Drain() {
  on_trial_ = true;
  Apply(Event::kDrain);
}

void Worker::Succeed(const Worker& old) {
  on_trial_ = false;
  restarts_ = old.restarts_;
}

Millis Worker::uptime() const {
  if (!process_) return Millis(0);
  return std::chrono::duration_cast<Millis>(clock_.Now() - started_);
}

Millis Worker::backoff_left() const {
  if (state_ != State::kBackoff) return Millis(0);
  return std::max(Millis(0), std::chrono::duration_cast<Millis>(wait_until_ - clock_.Now()));
}

void Worker::Apply(Event event) {
  const ProcessStep step = Next(state_, event);
  if (step.state != state_) SetState(step.state);
  Act(step.action);
  owner_.OnWorkerChanged(*this);
}

void Worker::SetState(State state) {
  LOG_DEBUG("worker", "{}/w{} {} -> {}", spec_.name(), slot_, ToString(state_), ToString(state));
  state_ = state;
  timer_->Stop();
  switch (state) {
    case State::kStarting:
      return;  // told with the pid, by Spawn()
    case State::kOnline:
      owner_.OnWorkerEvent(*this, "online", address_);
      return;
    case State::kBackoff:
      owner_.OnWorkerEvent(*this, "backoff", std::to_string(next_delay_.count()) + "ms");
      return;
    case State::kErrored:
    case State::kStopped:
      owner_.OnWorkerEvent(*this, ToString(state), reason_);
      return;
    case State::kDraining:
    case State::kStopping:
    case State::kKilling:
      owner_.OnWorkerEvent(*this, ToString(state), "");
      return;
  }
}

void Worker::Act(ProcessAction action) {
  switch (action) {
    case ProcessAction::kNone:
      return;
    case ProcessAction::kSpawn:
      return Spawn();
    case ProcessAction::kBeginDrain: {
      const Millis deadline(spec_.drain_timeout_ms());
      if (!process_->Drain(Millis(spec_.drain_quiet_ms()), deadline))
        return Apply(Event::kDrainTimeout);
      return timer_->Start(deadline + kDrainGrace);
    }
    case ProcessAction::kTerminate:
      return Terminate();
    case ProcessAction::kKill:
      return process_->Signal(SIGKILL);
    case ProcessAction::kWait:
      wait_until_ = clock_.Now() + next_delay_;
      return timer_->Start(next_delay_);
    case ProcessAction::kCancelWait:
      return timer_->Stop();
  }
}

void Worker::Spawn() {
  address_.clear();
  listen_error_.clear();
  timed_out_ = false;
  auto process = launcher_.Launch({&spec_, app_id_, slot_, owner_.NextSerial()}, *this);
  if (!process.ok()) return OnLaunchFailed(process.error());
  process_ = std::move(*process);
  started_ = clock_.Now();
  owner_.OnWorkerEvent(*this, "starting", "");
  WaitForReadiness();
}

// A program that is not there will not be there in a second; anything else may be.
void Worker::OnLaunchFailed(const base::Error& error) {
  reason_ = error.ToString();
  LOG_WARN("worker", "{}/w{} not started: {}", spec_.name(), slot_, reason_);
  const bool hopeless =
      error.code() == UV_ENOENT || error.code() == UV_EACCES || error.code() == UV_ENOTDIR;
  if (hopeless) return Apply(Event::kSpawnFailed);
  Exit exit;
  exit.failed = true;
  const Judgement judgement = Judge(Policy(), exit, history_);
  history_ = judgement.history;
  next_delay_ = judgement.delay;
  Apply(judgement.verdict == Verdict::kRetry ? Event::kExitedRetry : Event::kExitedGiveUp);
}

void Worker::WaitForReadiness() {
  const bool cluster = spec_.exec_mode() == EXEC_MODE_CLUSTER;
  Millis wait = cluster ? kListenPatience : std::min(kStartPatience, Millis(spec_.min_uptime_ms()));
  if (spec_.wait_ready() || (cluster && owner_.ExpectsListening()))
    wait = Millis(spec_.listen_timeout_ms());
  timer_->Start(wait);
}

void Worker::Terminate() {
  process_->Signal(spec_.stop_signal());
  timer_->Start(Millis(spec_.kill_timeout_ms()));
}

void Worker::OnTimer() {
  switch (state_) {
    case State::kStarting:
      if (!spec_.wait_ready() &&
          !(spec_.exec_mode() == EXEC_MODE_CLUSTER && owner_.ExpectsListening()))
        return Apply(Event::kReady);
      timed_out_ = true;
      reason_ = "not ready within " + FormatDuration(Millis(spec_.listen_timeout_ms()));
      return Apply(Event::kReadyTimeout);
    case State::kDraining:
      return Apply(Event::kDrainTimeout);
    case State::kStopping:
      return Apply(Event::kKillTimeout);
    case State::kBackoff:
      ++restarts_;
      return Apply(Event::kBackoffOver);
    case State::kStopped:
    case State::kOnline:
    case State::kKilling:
    case State::kErrored:
      return;
  }
}

void Worker::OnListening(const std::string& address) {
  address_ = address;
  if (state_ == State::kStarting && !spec_.wait_ready()) {
    history_.was_ready = true;
    return Apply(Event::kReady);
  }
  owner_.OnWorkerEvent(*this, "listening", address);
  owner_.OnWorkerChanged(*this);
}

void Worker::OnSaidReady() {
  if (state_ != State::kStarting || !spec_.wait_ready()) return;
  history_.was_ready = true;
  Apply(Event::kReady);
}

RestartPolicy Worker::Policy() const {
  return {spec_.autorestart() && !on_trial_, spec_.max_restarts(), Millis(spec_.min_uptime_ms()),
          Millis(spec_.restart_delay_ms())};
}

Exit Worker::Describe(const ProcessEnd& end) const {
  Exit exit;
  exit.uptime = uptime();
  exit.wanted =
      state_ == State::kStopping || state_ == State::kKilling || state_ == State::kDraining;
  exit.not_ready = timed_out_;
  exit.failed = end.signal != 0 || end.code != 0;
  exit.stop_code =
      end.signal == 0 && std::find(spec_.stop_exit_codes().begin(), spec_.stop_exit_codes().end(),
                                   end.code) != spec_.stop_exit_codes().end();
  exit.listen_failed = !listen_error_.empty();
  return exit;
}

std::string Worker::Explain(const ProcessEnd& end) const {
  if (timed_out_) return reason_;
  std::string text;
  if (end.signal != 0) {
    text = "killed by " + SignalName(end.signal);
  } else {
    text = "exited with code " + std::to_string(end.code);
  }
  std::string why = listen_error_;
  if (why.empty() && end.signal == 0 && end.code != 0) why = TellingLine(end.last_lines);
  if (!why.empty()) text += ": " + why;
  return text;
}

void Worker::OnEnd(const ProcessEnd& end) {
  const Exit exit = Describe(end);
  const bool asked = exit.wanted && !exit.not_ready;
  reason_ = asked ? "" : Explain(end);
  LOG_INFO("worker", "{}/w{} pid={} ended: {}", spec_.name(), slot_, pid(),
           asked ? "as asked" : reason_);
  owner_.OnWorkerEvent(*this, "exited", Explain(end));
  const Judgement judgement = Judge(Policy(), exit, history_);
  history_ = judgement.history;
  next_delay_ = judgement.delay;
  process_.reset();
  address_.clear();
  switch (judgement.verdict) {
    case Verdict::kRetry:
      return Apply(Event::kExitedRetry);
    case Verdict::kFinal:
      return Apply(Event::kExitedFinal);
    case Verdict::kGiveUp:
      return Apply(Event::kExitedGiveUp);
  }
}

}  // namespace drover::sup
