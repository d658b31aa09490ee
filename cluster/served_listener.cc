#include "cluster/served_listener.h"

#include <algorithm>
#include <utility>

#include "cluster/reuseport.h"
#include "runtime/base/check.h"

namespace drover::cluster {
namespace {

// Accepted in one go before others have their turn.
constexpr int kAcceptBurst = 64;
// Before accepting is tried again when this process has no free descriptor.
constexpr std::chrono::milliseconds kShortDelay{100};

}  // namespace

ServedListener::Mode ServedListener::ModeOf(const ListenRequest& request, Policy policy) {
  if (IsUdp(request.type)) return Mode::kShare;
  switch (policy) {
    case Policy::kRoundRobin:
      return Mode::kAccept;
    case Policy::kShared:
      return Mode::kShare;
    case Policy::kKernel:
      // Paths and given descriptors cannot be bound a second time.
      return IsTcp(request.type) && request.fd < 0 ? Mode::kSlots : Mode::kShare;
  }
  return Mode::kAccept;
}

ServedListener::ServedListener(uv_loop_t* loop, base::Clock& clock, Sender& sender, uint32_t id,
                               ListenRequest request, const PrimaryOptions& options)
    : loop_(loop),
      sender_(sender),
      id_(id),
      request_(std::move(request)),
      options_(options),
      mode_(ModeOf(request_, options.policy)),
      hand_off_(options.hand_offs_per_worker),
      refused_timer_(clock.MakeTimer([this] {
        hand_off_.ForgetRefusals();
        Distribute();
      })),
      short_timer_(clock.MakeTimer([this] {
        short_ = false;
        UpdateAccepting();
      })) {}

ServedListener::~ServedListener() = default;

base::Result<std::unique_ptr<ServedListener>> ServedListener::Open(uv_loop_t* loop,
                                                                   base::Clock& clock,
                                                                   Sender& sender, uint32_t id,
                                                                   const ListenRequest& request,
                                                                   const PrimaryOptions& options) {
  auto made = std::unique_ptr<ServedListener>(
      new ServedListener(loop, clock, sender, id, request, options));
  if (base::Status status = made->AddSlot(); !status.ok()) return status;
  return made;
}

base::Status ServedListener::AddSlot() {
  ListenRequest request = request_;
  PortSharing sharing = PortSharing::kNone;
  if (mode_ == Mode::kSlots) {
    sharing = slots_.empty() ? PortSharing::kGroupFirst : PortSharing::kGroupMember;
    if (!slots_.empty()) {
      // Exactly where the first one is: on the port that it got, and on the family that it found.
      request.type = name().type;
      request.address = name().address;
      request.port = name().port;
    }
  }
  auto listener = Listener::Open(request, sharing);
  if (!listener.ok()) return std::move(listener).error();
  auto slot = std::make_unique<Slot>();
  slot->owner = this;
  slot->listener = std::move(listener).value();
  if (mode_ != Mode::kShare) {
    auto poll = base::MakeUv<uv_poll_t>(uv_poll_init, loop_, slot.get(), slot->listener->fd());
    if (!poll.ok()) return std::move(poll).error();
    slot->poll = std::move(poll).value();
  }
  slots_.push_back(std::move(slot));
  return {};
}

base::Result<ServedListener::Slot*> ServedListener::TakeSlot(WorkerId worker) {
  auto free = std::find_if(slots_.begin(), slots_.end(), [](const auto& s) { return !s->holder; });
  if (free == slots_.end()) {
    if (base::Status status = AddSlot(); !status.ok()) return status;
    free = slots_.end() - 1;
  }
  (*free)->holder = worker;
  return free->get();
}

base::Result<ipc::SharedFd> ServedListener::AddWorker(WorkerId worker) {
  ipc::SharedFd socket;
  if (mode_ == Mode::kShare) socket = slots_.front()->listener->shared_fd();
  if (mode_ == Mode::kSlots) {
    auto slot = TakeSlot(worker);
    if (!slot.ok()) return std::move(slot).error();
    socket = (*slot)->listener->shared_fd();
  }
  users_.insert(worker);
  if (mode_ != Mode::kShare) hand_off_.AddWorker(worker);
  Steer();
  Distribute();
  return socket;
}

void ServedListener::LeaveSlot(WorkerId worker) {
  for (auto& slot : slots_) {
    if (slot->holder == worker) slot->holder.reset();
  }
  Steer();
}

void ServedListener::StopWorker(WorkerId worker) {
  hand_off_.StopWorker(worker);
  LeaveSlot(worker);
  Distribute();
}

void ServedListener::ReleaseWorker(WorkerId worker) {
  users_.erase(worker);
  StopWorker(worker);
}

void ServedListener::RemoveWorker(WorkerId worker) {
  users_.erase(worker);
  hand_off_.RemoveWorker(worker);
  LeaveSlot(worker);
  Distribute();
}

// With some slots orphaned, new connections go to the others. With all or none orphaned, the kernel
// divides among all.
void ServedListener::Steer() {
  if (mode_ != Mode::kSlots) return;
  std::vector<unsigned> active;
  for (unsigned i = 0; i < slots_.size(); ++i) {
    if (slots_[i]->holder) active.push_back(i);
  }
  const int fd = slots_.front()->listener->fd();
  // Where the kernel refuses a program, orphaned slots still get connections, and the primary hands
  // them over: slower, nothing is lost.
  const base::Status ignored =
      active.empty() || active.size() == slots_.size() ? SteerToAll(fd) : SteerTo(fd, active);
  (void)ignored;
}

void ServedListener::UpdateAccepting() {
  const bool can =
      hand_off_.workers() != 0 && hand_off_.pending() < options_.max_pending && !short_;
  for (auto& slot : slots_) {
    if (!slot->poll) continue;
    const bool accepting = can && !slot->holder;
    if (accepting == slot->accepting) continue;
    slot->accepting = accepting;
    if (accepting) {
      uv_poll_start(slot->poll.get(), UV_READABLE, OnReadable);
    } else {
      uv_poll_stop(slot->poll.get());
    }
  }
}

void ServedListener::OnReadable(uv_poll_t* handle, int status, int) {
  auto* slot = static_cast<Slot*>(handle->data);
  if (slot == nullptr) return;
  if (status < 0) slot->accepting = false;  // libuv has stopped the handle
  slot->owner->AcceptBurst(*slot);
}

void ServedListener::AcceptBurst(Slot& slot) {
  for (int i = 0; i < kAcceptBurst && hand_off_.pending() < options_.max_pending; ++i) {
    auto connection = slot.listener->Accept();
    if (!connection.ok()) {
      if (connection.error().code() != UV_EAGAIN) {
        short_ = true;
        short_timer_->Start(kShortDelay);
      }
      break;
    }
    ++accepted_;
    hand_off_.Add(sender_.NewConnectionId(), ipc::Share(std::move(connection).value()));
  }
  Distribute();
}

bool ServedListener::Taken(WorkerId worker, uint64_t connection) {
  return hand_off_.Taken(worker, connection);
}

bool ServedListener::Refused(WorkerId worker, uint64_t connection) {
  return hand_off_.Refused(worker, connection);
}

void ServedListener::Distribute() {
  SendBatches();
  if (hand_off_.stuck() && !refused_timer_->active()) refused_timer_->Start(kRefusedByAllDelay);
  UpdateAccepting();
}

void ServedListener::SendBatches() {
  for (bool again = true; again;) {
    again = false;
    std::map<WorkerId, std::vector<HandOff::Assignment>> batches;
    while (auto assignment = hand_off_.Next()) {
      auto& batch = batches[assignment->worker];
      batch.push_back(std::move(*assignment));
      again = batch.size() == ipc::kMaxFds;
      if (again) break;
    }
    for (const auto& [worker, batch] : batches) {
      if (sender_.SendConnections(worker, id_, batch)) continue;
      for (const auto& connection : batch) hand_off_.Refused(worker, connection.id);
      again = true;  // somebody else may take them
    }
  }
}

ListenerInfo ServedListener::info() const {
  ListenerInfo out;
  out.id = id_;
  out.key = KeyOf(request_);
  out.name = name();
  out.workers = users_.size();
  out.pending = hand_off_.pending();
  out.in_hand = hand_off_.in_hand();
  out.accepted = accepted_;
  return out;
}

}  // namespace drover::cluster
