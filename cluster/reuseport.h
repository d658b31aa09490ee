// Steering of a SO_REUSEPORT group: which of its sockets get new connections.
#pragma once

#include <vector>

#include "runtime/base/result.h"

namespace drover::cluster {

// `active` holds indices of sockets of the group, in the order in which they began to listen; new
// connections are divided evenly among them. `fd` is any socket of the group. Best effort of the
// kernel: where a program cannot be attached, all sockets go on getting connections.
base::Status SteerTo(int fd, const std::vector<unsigned>& active);

// The kernel divides among all sockets again.
base::Status SteerToAll(int fd);

}  // namespace drover::cluster
