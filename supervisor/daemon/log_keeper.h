// The daemon's end of the log process: makes the pipes of workers, hands the read ends over, and
// keeps duplicates, so that a new log process can go on where a dead one stopped. No byte of output
// ever passes through the daemon.
#pragma once

#include <uv.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "proto/log.pb.h"
#include "runtime/base/clock.h"
#include "runtime/base/fd.h"
#include "runtime/base/result.h"
#include "runtime/base/subprocess.h"
#include "runtime/base/uv_ptr.h"

namespace drover::sup {

class LogKeeper {
 public:
  using Lines = std::function<void(std::vector<std::string> lines)>;
  struct Pipes {
    base::Fd out, err;  // write ends, for the worker
  };

  // Both outlive the keeper. program: the executable that knows the role of the log process.
  LogKeeper(uv_loop_t* loop, base::Clock& clock, std::string program);
  ~LogKeeper();
  LogKeeper(const LogKeeper&) = delete;
  LogKeeper& operator=(const LogKeeper&) = delete;

  base::Status Start();
  base::Result<Pipes> Open(supervisor::v1::LogOpen open);
  // The last lines of its standard error; empty where the log process does not answer in time.
  // `done` is called from the loop, once.
  void Tail(uint64_t stream, Lines done);
  void Forget(uint64_t stream);
  pid_t pid() const { return process_ ? process_->pid() : 0; }
  // Closes the socket: the log process ends when it has written everything.
  void Close(std::function<void()> ended);

 private:
  struct Stream {
    supervisor::v1::LogMessage open;
    base::Fd out, err;  // read ends
  };
  struct Question {
    uint64_t stream;
    Lines done;
  };

  void OnSocket();
  void OnExit();
  void Answer(uint64_t stream, std::vector<std::string> lines);
  void FailQuestions();
  bool Send(const Stream& stream);

  uv_loop_t* loop_;
  base::Clock& clock_;
  std::string program_;
  std::unique_ptr<base::Subprocess> process_;
  base::Fd socket_;
  base::UvPtr<uv_poll_t> poll_;
  std::unique_ptr<base::Timer> restart_;
  std::unique_ptr<base::Timer> patience_;  // for questions
  std::map<uint64_t, Stream> streams_;
  std::vector<Question> questions_;
  std::function<void()> ended_;  // set: the keeper is closing
};

}  // namespace drover::sup
