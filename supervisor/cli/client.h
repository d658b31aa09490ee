// The command line's end of the control socket.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "proto/control.pb.h"
#include "runtime/base/fd.h"
#include "runtime/base/result.h"
#include "supervisor/home.h"

namespace drover::sup {

// kIfNeeded: also where there is none, but an earlier one died and left apps that ought to run.
enum class StartDaemon { kNever, kIfItDied, kAlways };

// A connected socket. Where there is no daemon and none is to be started: ECONNREFUSED.
base::Result<base::Fd> ConnectToDaemon(const Home& home, StartDaemon start);

// Starts a daemon and waits until it is ready; the error is what it says itself.
base::Status SpawnDaemon(const Home& home);

struct CallOptions {
  std::chrono::milliseconds patience{0};  // for the next sign of life; 0: without end
  // Called for each part; false ends the call (ECANCELED).
  std::function<bool(const supervisor::v1::Reply&)> on_part;
  int stop_signal_fd = -1;  // readable: the user pressed Ctrl-C; ends the call with EINTR
};

// Sends the request and waits for its last reply. ETIMEDOUT where the daemon is silent, ECONNRESET
// where it is gone.
base::Result<supervisor::v1::Reply> Call(base::Fd socket, supervisor::v1::Request request,
                                         const CallOptions& options);

}  // namespace drover::sup
