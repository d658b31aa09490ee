#include "cluster/hand_off.h"

#include <algorithm>
#include <utility>

#include "runtime/base/check.h"

namespace drover::cluster {

HandOff::Worker* HandOff::Find(WorkerId worker) {
  const auto found = workers_.find(worker);
  return found == workers_.end() ? nullptr : &found->second;
}

void HandOff::AddWorker(WorkerId id) {
  const auto [at, is_new] = workers_.try_emplace(id);
  Worker& worker = at->second;
  CHECK(is_new || worker.stopped, "a worker is added twice");
  worker.stopped = false;
  ++able_;
  EnterLine(id, worker);
}

void HandOff::StopWorker(WorkerId id) {
  Worker* worker = Find(id);
  if (worker == nullptr || worker->stopped) return;
  worker->stopped = true;
  --able_;
  LeaveLine(id, *worker);
}

void HandOff::RemoveWorker(WorkerId id) {
  StopWorker(id);
  auto node = workers_.extract(id);
  if (!node) return;
  auto& unanswered = node.mapped().unanswered;
  in_hand_ -= unanswered.size();
  // Oldest first, as they will stand in the queue.
  for (auto it = unanswered.rbegin(); it != unanswered.rend(); ++it) {
    Connection& c = it->second;
    if (c.refused_by.empty()) {
      fresh_.push_front(std::move(c));
    } else {
      refused_.push_front(std::move(c));
    }
  }
}

void HandOff::Add(uint64_t id, ipc::SharedFd connection) {
  fresh_.push_back({id, std::move(connection), {}});
}

std::optional<HandOff::Assignment> HandOff::Next() {
  if (line_.empty()) return std::nullopt;
  for (auto c = refused_.begin(); c != refused_.end(); ++c) {
    const auto free = std::find_if(line_.begin(), line_.end(),
                                   [&](WorkerId w) { return !c->refused_by.contains(w); });
    if (free == line_.end()) continue;
    const WorkerId id = *free;
    Connection connection = std::move(*c);
    refused_.erase(c);
    return Assign(id, std::move(connection));
  }
  if (fresh_.empty()) return std::nullopt;
  Connection connection = std::move(fresh_.front());
  fresh_.pop_front();
  return Assign(line_.front(), std::move(connection));
}

HandOff::Assignment HandOff::Assign(WorkerId id, Connection connection) {
  Worker& worker = *Find(id);
  LeaveLine(id, worker);
  Assignment out{connection.id, id, connection.fd};
  worker.unanswered.emplace(out.id, std::move(connection));
  ++in_hand_;
  EnterLine(id, worker);
  return out;
}

void HandOff::EnterLine(WorkerId id, Worker& worker) {
  if (worker.in_line || worker.stopped || worker.unanswered.size() >= limit_) return;
  worker.in_line = true;
  line_.push_back(id);
}

void HandOff::LeaveLine(WorkerId id, Worker& worker) {
  if (std::exchange(worker.in_line, false)) line_.remove(id);
}

std::optional<HandOff::Connection> HandOff::Answer(WorkerId id, uint64_t connection) {
  Worker* worker = Find(id);
  if (worker == nullptr) return std::nullopt;
  auto node = worker->unanswered.extract(connection);
  if (!node) return std::nullopt;
  --in_hand_;
  EnterLine(id, *worker);
  return std::move(node.mapped());
}

bool HandOff::Taken(WorkerId worker, uint64_t id) { return Answer(worker, id).has_value(); }

bool HandOff::Refused(WorkerId worker, uint64_t id) {
  auto connection = Answer(worker, id);
  if (!connection) return false;
  connection->refused_by.insert(worker);
  refused_.push_back(std::move(*connection));
  return true;
}

bool HandOff::stuck() const {
  return able_ != 0 && std::any_of(refused_.begin(), refused_.end(), [&](const Connection& c) {
           return std::all_of(workers_.begin(), workers_.end(), [&](const auto& entry) {
             return entry.second.stopped || c.refused_by.contains(entry.first);
           });
         });
}

void HandOff::ForgetRefusals() {
  for (Connection& c : refused_) c.refused_by.clear();
}

}  // namespace drover::cluster
