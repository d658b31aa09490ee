// The messages between the daemon and its log process, over a socket that keeps message boundaries.
#pragma once

#include <optional>
#include <vector>

#include "proto/log.pb.h"
#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace drover::sup {

using supervisor::v1::LogMessage;

// Sends one message with its descriptors; they stay the caller's. EAGAIN where the peer is behind.
base::Status SendLogMessage(int socket, const LogMessage& message, const std::vector<int>& fds);

struct ReceivedLogMessage {
  LogMessage message;
  std::vector<base::Fd> fds;
};

// nullopt at the end of the stream; EAGAIN where nothing is there; a message that does not parse is
// EPROTO.
base::Result<std::optional<ReceivedLogMessage>> ReceiveLogMessage(int socket);

}  // namespace drover::sup
