#include "supervisor/daemon/proc_table.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>

#include <sys/syscall.h>

#include "runtime/base/fd.h"

namespace drover::sup {
namespace {

using base::Fd;

constexpr size_t kMostEnvironment = 4 << 20;

std::string ReadSmall(pid_t pid, const char* file, size_t limit) {
  const Fd fd(::open(("/proc/" + std::to_string(pid) + "/" + file).c_str(), O_RDONLY | O_CLOEXEC));
  std::string out;
  char buffer[4096];
  while (fd && out.size() < limit) {
    const ssize_t got = ::read(fd.get(), buffer, sizeof buffer);
    if (got <= 0) break;
    out.append(buffer, static_cast<size_t>(got));
  }
  return out;
}

// Fields of /proc/PID/stat behind the command's name, which may hold anything.
std::vector<long long> FieldsBehindName(const std::string& text, char& state) {
  std::vector<long long> fields;
  const size_t paren = text.rfind(')');
  if (paren == std::string::npos || paren + 3 >= text.size()) return fields;
  state = text[paren + 2];
  const char* at = text.c_str() + paren + 3;
  for (char* end = nullptr;; at = end) {
    const long long value = std::strtoll(at, &end, 10);
    if (end == at) return fields;
    fields.push_back(value);
  }
}

}  // namespace

std::optional<ProcStat> ReadProc(pid_t pid) {
  const std::string text = ReadSmall(pid, "stat", 4096);
  ProcStat stat;
  const auto fields = FieldsBehindName(text, stat.state);
  // ppid pgrp session tty tpgid flags minflt cminflt majflt cmajflt utime stime ... starttime(18)
  // vsize rss
  if (fields.size() < 21) return std::nullopt;
  stat.id = {pid, static_cast<uint64_t>(fields[18])};
  stat.parent = static_cast<pid_t>(fields[0]);
  stat.session = static_cast<pid_t>(fields[2]);
  stat.cpu_ticks = static_cast<uint64_t>(fields[10] + fields[11]);
  stat.rss_bytes =
      static_cast<uint64_t>(fields[20]) * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
  return stat;
}

bool IsAlive(const ProcId& id) {
  const auto stat = ReadProc(id.pid);
  return stat && stat->id == id && stat->state != 'Z' && stat->state != 'X';
}

std::vector<ProcStat> AllProcs() {
  std::vector<ProcStat> procs;
  const std::unique_ptr<DIR, int (*)(DIR*)> dir(::opendir("/proc"), ::closedir);
  if (!dir) return procs;
  const pid_t self = ::getpid();
  while (const dirent* entry = ::readdir(dir.get())) {
    const pid_t pid = static_cast<pid_t>(std::atol(entry->d_name));
    if (pid <= 1 || pid == self) continue;
    const auto stat = ReadProc(pid);
    if (stat && stat->state != 'Z' && stat->state != 'X') procs.push_back(*stat);
  }
  return procs;
}

std::vector<pid_t> ChildrenOf(pid_t pid) {
  std::vector<pid_t> children;
  const std::string text =
      ReadSmall(pid, ("task/" + std::to_string(pid) + "/children").c_str(), 1 << 20);
  const char* at = text.c_str();
  for (char* end = nullptr;; at = end) {
    const long value = std::strtol(at, &end, 10);
    if (end == at) return children;
    children.push_back(static_cast<pid_t>(value));
  }
}

std::vector<ProcId> TreeOf(const std::vector<ProcStat>& procs, pid_t root, pid_t reaper,
                           std::string_view marker) {
  std::set<pid_t> members{root};
  const auto belongs = [&](const ProcStat& p) {
    return p.session == root || members.count(p.parent) > 0 ||
           (p.parent == reaper && CarriesMarker(p.id.pid, marker));
  };
  std::vector<ProcId> tree;
  std::vector<const ProcStat*> others;
  for (const ProcStat& p : procs) {
    if (p.id.pid == root || belongs(p)) {
      members.insert(p.id.pid);
      tree.push_back(p.id);
    } else {
      others.push_back(&p);
    }
  }
  // A child may stand before its parent in the list: go on until nothing is added.
  for (bool grown = true; grown;) {
    grown = false;
    for (auto it = others.begin(); it != others.end();) {
      if (members.count((*it)->parent) == 0) {
        ++it;
        continue;
      }
      members.insert((*it)->id.pid);
      tree.push_back((*it)->id);
      it = others.erase(it);
      grown = true;
    }
  }
  return tree;
}

bool CarriesMarker(pid_t pid, std::string_view marker) {
  if (marker.empty()) return false;
  const std::string text = '\0' + ReadSmall(pid, "environ", kMostEnvironment) + '\0';
  const std::string wanted = '\0' + std::string(marker) + '\0';
  return text.find(wanted) != std::string::npos;
}

std::vector<std::string> EnvironmentOf(pid_t pid) {
  const std::string text = ReadSmall(pid, "environ", kMostEnvironment);
  std::vector<std::string> entries;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\0', at), text.size());
    entries.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return entries;
}

bool SignalProc(const ProcId& id, int signal) {
  const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, id.pid, 0)));
  const auto stat = ReadProc(id.pid);
  if (!stat || stat->id != id) return false;
  if (pidfd) return ::syscall(SYS_pidfd_send_signal, pidfd.get(), signal, nullptr, 0) == 0;
  return ::kill(id.pid, signal) == 0;
}

}  // namespace drover::sup
