// Loopback clients for tests.
#pragma once

#include <string>

#include "cluster/listener.h"
#include "runtime/base/fd.h"

namespace drover::test {

// A TCP or UNIX connection to where the name says; "::" and "0.0.0.0" mean this machine. Blocking
// until connected, then non-blocking. Invalid: refused.
base::Fd ConnectTo(const cluster::SocketName& name);

// What there is to read now: bytes, "" for nothing yet, "<end>" at the end, "<ECODE>" for an error.
std::string ReadNow(const base::Fd& fd);

void WriteAll(const base::Fd& fd, const std::string& bytes);

}  // namespace drover::test
