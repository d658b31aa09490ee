// HandOff: which worker gets which connection, and the ledger of those that no worker has answered
// for. It decides and remembers; it neither accepts nor sends.
//
// Node's rules: workers that are free stand in a line; the first one gets the next connection and
// goes to the end of the line when it is free again. A worker is free while it has fewer than
// `limit` unanswered connections.
#pragma once

#include <cstdint>
#include <deque>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "ipc/message.h"

namespace drover::cluster {

using WorkerId = uint32_t;

class HandOff {
 public:
  explicit HandOff(size_t limit) : limit_(limit) {}

  // A new one, or one that was stopped.
  void AddWorker(WorkerId worker);
  // Gets no new ones; those it has not answered for stay with it.
  void StopWorker(WorkerId worker);
  // It is gone: those it has not answered for go to others, before all that wait.
  void RemoveWorker(WorkerId worker);
  size_t workers() const { return able_; }  // that may get connections

  // id: new, names the connection from now on.
  void Add(uint64_t id, ipc::SharedFd connection);

  struct Assignment {
    uint64_t id;
    WorkerId worker;
    ipc::SharedFd connection;
  };
  // The next connection that a worker is free for; it counts as handed to it.
  std::optional<Assignment> Next();

  // The worker's answer. False: it has no such connection.
  bool Taken(WorkerId worker, uint64_t id);
  bool Refused(WorkerId worker, uint64_t id);

  // Some connection was refused by every worker there is.
  bool stuck() const;
  // They may be asked again.
  void ForgetRefusals();

  size_t pending() const { return fresh_.size() + refused_.size(); }
  size_t in_hand() const { return in_hand_; }

 private:
  struct Connection {
    uint64_t id;
    ipc::SharedFd fd;
    std::set<WorkerId> refused_by;
  };
  struct Worker {
    bool stopped = false;
    bool in_line = false;
    std::map<uint64_t, Connection> unanswered;
  };

  Worker* Find(WorkerId worker);
  std::optional<Connection> Answer(WorkerId worker, uint64_t id);
  void EnterLine(WorkerId id, Worker& worker);
  void LeaveLine(WorkerId id, Worker& worker);
  Assignment Assign(WorkerId id, Connection connection);

  size_t limit_;
  size_t able_ = 0;
  size_t in_hand_ = 0;
  std::map<WorkerId, Worker> workers_;
  std::list<WorkerId> line_;       // free workers
  std::deque<Connection> fresh_;   // nobody was asked yet
  std::list<Connection> refused_;  // by somebody; they go first
};

}  // namespace drover::cluster
