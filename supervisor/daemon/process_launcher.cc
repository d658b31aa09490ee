#include "supervisor/daemon/process_launcher.h"

#include <signal.h>
#include <unistd.h>

#include "ipc/channel.h"
#include "ipc/child_env.h"
#include "ipc/user_message.h"
#include "runtime/base/log.h"
#include "runtime/base/subprocess.h"
#include "runtime/base/unix_socket.h"
#include "supervisor/daemon/proc_table.h"

namespace drover::sup {

using base::Error;
using supervisor::v1::EXEC_MODE_CLUSTER;

namespace {

constexpr int kChannelFd = 3;  // of the child
// How often the remains of a process are looked after.
constexpr std::chrono::milliseconds kRemainsPeriod{20};
constexpr char kMarkerName[] = "DROVER_INSTANCE";

void Put(std::vector<std::string>& env, std::string_view name, std::string_view value) {
  std::string entry = std::string(name) + "=";
  std::erase_if(env, [&](const std::string& e) { return e.starts_with(entry); });
  env.push_back(entry.append(value));
}

std::vector<std::string> CommandOf(const AppSpec& spec) {
  std::vector<std::string> argv;
  if (!spec.interpreter().empty()) {
    argv.push_back(spec.interpreter());
    argv.insert(argv.end(), spec.exec_args().begin(), spec.exec_args().end());
  }
  argv.push_back(spec.script());
  argv.insert(argv.end(), spec.args().begin(), spec.args().end());
  return argv;
}

}  // namespace

class RealProcess final : public WorkerProcess,
                          private ipc::Channel::Delegate,
                          private AppCluster::Member {
 public:
  RealProcess(ProcessLauncher& launcher, const LaunchRequest& request, Observer& observer)
      : launcher_(launcher),
        observer_(observer),
        app_id_(request.app_id),
        serial_(request.serial),
        marker_(launcher.Marker(request)),
        remains_timer_(launcher.clock_.MakeTimer([this] { LookAfterRemains(); })) {}

  ~RealProcess() override {
    LeaveCluster();
    launcher_.pids_.erase(pid_);
    launcher_.logs_.Forget(serial_);
  }

  base::Status Begin(const LaunchRequest& request);

  pid_t pid() const override { return pid_; }
  uint64_t start_ticks() const override { return start_ticks_; }
  void Signal(int signal) override;
  bool Drain(std::chrono::milliseconds quiet, std::chrono::milliseconds deadline) override;

 private:
  base::Result<base::Fd> OpenChannel(const AppSpec& spec);
  base::Status Run(const LaunchRequest& request, const LogKeeper::Pipes& pipes,
                   const base::Fd& theirs);
  void OnMessage(ipc::Channel& channel, ipc::Inbound message) override;
  void OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const Error& error) override;
  void OnListening(const std::string& address) override { observer_.OnListening(address); }
  void OnListenFailed(const std::string& why) override { observer_.OnListenFailed(why); }
  void OnProtocolError(const std::string& why) override;

  void OnExit(base::ExitStatus status);
  void LookAfterRemains();
  void AskForLastLines();
  void LeaveCluster();
  std::vector<ProcId> Tree() const;

  ProcessLauncher& launcher_;
  Observer& observer_;
  const uint32_t app_id_;
  const uint64_t serial_;
  const std::string marker_;
  pid_t pid_ = 0;
  uint64_t start_ticks_ = 0;
  AppCluster* cluster_ = nullptr;  // owned by the launcher until CloseCluster, after our end
  std::unique_ptr<ipc::Channel> channel_;
  std::unique_ptr<base::Subprocess> process_;
  std::unique_ptr<base::Timer> remains_timer_;
  ProcessEnd end_;
  bool signalled_ = false;  // the whole tree has been told to end
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

base::Result<base::Fd> RealProcess::OpenChannel(const AppSpec& spec) {
  const bool cluster = spec.exec_mode() == EXEC_MODE_CLUSTER;
  if (!cluster && !(spec.javascript() && spec.wait_ready())) return base::Fd();
  auto pair = base::MakeSocketPair();
  if (!pair.ok()) return std::move(pair).error();
  auto channel = ipc::Channel::Open(launcher_.loop_, std::move(pair->first), this);
  if (!channel.ok()) return std::move(channel).error();
  channel_ = std::move(*channel);
  if (cluster) {
    auto& owned = launcher_.clusters_[app_id_];
    if (!owned) owned = std::make_unique<AppCluster>(launcher_.loop_, launcher_.clock_);
    cluster_ = owned.get();
    cluster_->Add(static_cast<cluster::WorkerId>(serial_), *this, *channel_);
  }
  return std::move(pair->second);
}

base::Status RealProcess::Begin(const LaunchRequest& request) {
  const AppSpec& spec = *request.spec;
  supervisor::v1::LogOpen open;
  open.set_stream(serial_);
  open.set_prefix("w" + std::to_string(request.slot));
  open.set_out_path(launcher_.home_.OutLog(spec.name()));
  open.set_error_path(launcher_.home_.ErrorLog(spec.name()));
  open.set_max_bytes(spec.log_max_bytes());
  open.set_keep(spec.log_keep());
  auto pipes = launcher_.logs_.Open(std::move(open));
  if (!pipes.ok()) return std::move(pipes).error();
  auto theirs = OpenChannel(spec);
  if (!theirs.ok()) return std::move(theirs).error();
  return Run(request, *pipes, *theirs);
}

base::Status RealProcess::Run(const LaunchRequest& request, const LogKeeper::Pipes& pipes,
                              const base::Fd& theirs) {
  const AppSpec& spec = *request.spec;
  base::SubprocessOptions options;
  options.argv = CommandOf(spec);
  options.file = options.argv[0];
  options.cwd = spec.cwd();
  options.own_session = true;
  options.stdio = {base::SubprocessOptions::kIgnore, pipes.out.get(), pipes.err.get()};
  std::vector<std::string> env(spec.env().begin(), spec.env().end());
  Put(env, "NODE_APP_INSTANCE", std::to_string(request.slot));
  env.push_back(marker_);
  if (theirs) {
    options.stdio.push_back(theirs.get());
    Put(env, ipc::kChannelFdVariable, std::to_string(kChannelFd));
  }
  if (cluster_) {
    Put(env, ipc::kWorkerIdVariable, std::to_string(serial_));
    Put(env, ipc::kUniqueIdVariable, std::to_string(serial_));
  }
  options.env = std::move(env);
  auto process = base::Subprocess::Spawn(launcher_.loop_, std::move(options),
                                         [this](base::ExitStatus status) { OnExit(status); });
  if (!process.ok()) return std::move(process).error();
  process_ = std::move(*process);
  pid_ = process_->pid();
  launcher_.pids_[pid_] = this;
  if (const auto stat = ReadProc(pid_)) start_ticks_ = stat->id.start_ticks;
  return {};
}

std::vector<ProcId> RealProcess::Tree() const {
  return TreeOf(AllProcs(), pid_, ::getpid(), marker_);
}

void RealProcess::Signal(int signal) {
  signalled_ = true;
  for (const ProcId& id : Tree()) SignalProc(id, signal);
}

bool RealProcess::Drain(std::chrono::milliseconds quiet, std::chrono::milliseconds deadline) {
  if (!cluster_ || !channel_ || !channel_->open()) return false;
  cluster_->primary().Drain(static_cast<cluster::WorkerId>(serial_), quiet, deadline);
  return true;
}

void RealProcess::OnMessage(ipc::Channel& channel, ipc::Inbound message) {
  if (cluster_ &&
      cluster_->primary().HandleMessage(static_cast<cluster::WorkerId>(serial_), message))
    return;
  if (!ipc::IsUserMessage(message)) return;
  auto user = ipc::UnpackUserMessage(std::move(message));
  if (!user.ok()) return OnProtocolError(user.error().ToString());
  if (user->codec == ipc::Codec::kJson && user->value.view() == "\"ready\"")
    observer_.OnSaidReady();
}

void RealProcess::OnClosed(ipc::Channel& channel, ipc::CloseReason reason, const Error& error) {
  if (reason == ipc::CloseReason::kMalformed)
    LOG_WARN("worker", "pid={} broke the protocol: {}", pid_, error.ToString());
  if (cluster_) cluster_->primary().ChannelClosed(static_cast<cluster::WorkerId>(serial_));
}

void RealProcess::OnProtocolError(const std::string& why) {
  LOG_WARN("worker", "pid={} broke the protocol: {}", pid_, why);
  if (cluster_) cluster_->primary().ChannelClosed(static_cast<cluster::WorkerId>(serial_));
  if (channel_) channel_->Close();
}

void RealProcess::LeaveCluster() {
  if (cluster_) cluster_->Remove(static_cast<cluster::WorkerId>(serial_));
  cluster_ = nullptr;
  channel_.reset();
}

void RealProcess::OnExit(base::ExitStatus status) {
  end_.code = status.code;
  end_.signal = status.signal;
  process_.reset();
  launcher_.pids_.erase(pid_);
  LeaveCluster();
  // A process that was not asked to end has left what it left without a word to them.
  if (!signalled_)
    for (const ProcId& id : Tree()) SignalProc(id, SIGKILL);
  LookAfterRemains();
}

void RealProcess::LookAfterRemains() {
  if (!Tree().empty()) return remains_timer_->Start(kRemainsPeriod);
  AskForLastLines();
}

void RealProcess::AskForLastLines() {
  launcher_.logs_.Tail(serial_,
                       [this, alive = std::weak_ptr<bool>(alive_)](std::vector<std::string> lines) {
                         if (alive.expired()) return;
                         end_.last_lines = std::move(lines);
                         const ProcessEnd end = std::move(end_);
                         observer_.OnEnd(end);  // destroys this
                       });
}

ProcessLauncher::ProcessLauncher(uv_loop_t* loop, base::Clock& clock, const Home& home,
                                 LogKeeper& logs)
    : loop_(loop), clock_(clock), home_(home), logs_(logs) {}

ProcessLauncher::~ProcessLauncher() = default;

std::string ProcessLauncher::MarkerPrefix(const Home& home) {
  return std::string(kMarkerName) + "=" + home.path + "|";
}

std::string ProcessLauncher::Marker(const LaunchRequest& request) const {
  return MarkerPrefix(home_) + request.spec->name() + "|" + std::to_string(request.slot) + "|" +
         std::to_string(request.serial);
}

base::Result<std::unique_ptr<WorkerProcess>> ProcessLauncher::Launch(
    const LaunchRequest& request, WorkerProcess::Observer& observer) {
  auto process = std::make_unique<RealProcess>(*this, request, observer);
  if (base::Status status = process->Begin(request); !status.ok()) return status;
  return std::unique_ptr<WorkerProcess>(std::move(process));
}

}  // namespace drover::sup
