// One process of an app, as its worker sees it. The real one is made by the daemon's Launcher;
// tests have a fake.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <sys/types.h>

#include "proto/app.pb.h"
#include "runtime/base/result.h"

namespace drover::sup {

using supervisor::v1::AppSpec;

struct ProcessEnd {
  int code = 0;
  int signal = 0;                       // 0: it ended by itself, with `code`
  std::vector<std::string> last_lines;  // of its standard error
};

class WorkerProcess {
 public:
  // What happens to a process. Called from the loop, never from inside a call of the process.
  class Observer {
   public:
    virtual void OnListening(const std::string& address) = 0;
    virtual void OnListenFailed(const std::string& why) = 0;
    virtual void OnSaidReady() = 0;
    // It and all that belonged to it are gone. The last call.
    virtual void OnEnd(const ProcessEnd& end) = 0;

   protected:
    ~Observer() = default;
  };

  virtual ~WorkerProcess() = default;
  virtual pid_t pid() const = 0;
  virtual uint64_t start_ticks() const = 0;
  // Sends a signal to the process and all that belongs to it.
  virtual void Signal(int signal) = 0;
  // Asks it to finish what it has and to end by itself then; false where this kind of process
  // cannot be asked.
  virtual bool Drain(std::chrono::milliseconds quiet, std::chrono::milliseconds deadline) = 0;
};

struct LaunchRequest {
  const AppSpec* spec = nullptr;  // good during the call
  uint32_t app_id = 0;
  uint32_t slot = 0;
  uint64_t serial = 0;  // of this process, never used twice by one daemon
};

class Launcher {
 public:
  virtual ~Launcher() = default;
  // observer outlives the process.
  virtual base::Result<std::unique_ptr<WorkerProcess>> Launch(
      const LaunchRequest& request, WorkerProcess::Observer& observer) = 0;
};

}  // namespace drover::sup
