// The folder that holds all of one supervisor: its control socket, its lock, its state and its
// logs. Two homes know nothing of each other.
#pragma once

#include <string>
#include <string_view>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace drover::sup {

struct Home {
  std::string path;  // absolute

  std::string Socket() const { return path + "/control.sock"; }
  std::string Lock() const { return path + "/daemon.lock"; }
  std::string State() const { return path + "/state"; }
  std::string Logs() const { return path + "/logs"; }
  std::string DaemonLog() const { return path + "/daemon.log"; }
  std::string OutLog(std::string_view app) const;
  std::string ErrorLog(std::string_view app) const;
};

// DROVER_HOME, or ~/.drover. Does not touch the disk.
base::Result<Home> FindHome();

// Makes the folder and its logs folder where they are missing, mode 0700, and refuses a home that
// belongs to somebody else.
base::Status MakeHome(const Home& home);

}  // namespace drover::sup
