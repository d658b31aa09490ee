#include "supervisor/config/caller.h"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstdio>
#include <cstdlib>

#include <sys/stat.h>

extern char** environ;

namespace drover::sup {
namespace {

constexpr std::string_view kOfOneWorker[] = {
    "DROVER_CHANNEL_FD=", "DROVER_CHANNEL_CODEC=", "DROVER_WORKER_ID=",
    "DROVER_INSTANCE=",   "NODE_CHANNEL_FD=",      "NODE_CHANNEL_SERIALIZATION_MODE=",
    "NODE_UNIQUE_ID=",    "NODE_APP_INSTANCE="};

bool IsExecutableFile(const std::string& path) {
  struct stat st;
  return ::stat(path.c_str(), &st) == 0 && S_ISREG(st.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

// CPUs that the quota in /sys/fs/cgroup/cpu.max is worth; 0: no quota.
unsigned QuotaCpus() {
  FILE* file = std::fopen("/sys/fs/cgroup/cpu.max", "re");
  if (!file) return 0;
  long long quota = 0, period = 0;
  const int read = std::fscanf(file, "%lld %lld", &quota, &period);
  std::fclose(file);
  if (read != 2 || quota <= 0 || period <= 0) return 0;
  return static_cast<unsigned>(std::max(1LL, (quota + period - 1) / period));
}

}  // namespace

std::string_view Caller::Env(std::string_view name) const {
  for (const std::string& entry : env) {
    if (entry.size() > name.size() && entry[name.size()] == '=' && entry.starts_with(name))
      return std::string_view(entry).substr(name.size() + 1);
  }
  return "";
}

Caller ThisCaller() {
  Caller caller;
  char buffer[PATH_MAX];
  if (::getcwd(buffer, sizeof buffer)) caller.cwd = buffer;
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view text = *entry;
    const bool skip = std::any_of(std::begin(kOfOneWorker), std::end(kOfOneWorker),
                                  [&](std::string_view name) { return text.starts_with(name); });
    if (!skip) caller.env.emplace_back(text);
  }
  caller.cpus = UsableCpus();
  return caller;
}

base::Result<std::string> FindRuntime() {
  if (const char* named = std::getenv("DROVER_RUNTIME"); named && *named) return std::string(named);
  char buffer[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", buffer, sizeof buffer - 1);
  if (length < 0) return base::Error::FromErrno(errno, "readlink /proc/self/exe");
  std::string dir(buffer, static_cast<size_t>(length));
  dir.erase(dir.rfind('/') + 1);
  for (const char* place : {"", "../lib/drover/", "../lib/", "../libexec/drover/"}) {
    std::string path = dir + place + "drover-runtime";
    if (::access(path.c_str(), X_OK) == 0) return path;
  }
  return base::Error::Message("drover-runtime is missing beside " + dir +
                              "drover: install it, or name it in DROVER_RUNTIME");
}

unsigned UsableCpus() {
  cpu_set_t set;
  CPU_ZERO(&set);
  unsigned cpus = 1;
  if (::sched_getaffinity(0, sizeof set, &set) == 0) {
    cpus = static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
  } else if (const long online = ::sysconf(_SC_NPROCESSORS_ONLN); online > 0) {
    cpus = static_cast<unsigned>(online);
  }
  const unsigned quota = QuotaCpus();
  return quota > 0 ? std::min(cpus, quota) : cpus;
}

std::string AbsolutePath(std::string_view path, std::string_view base) {
  std::string joined;
  if (!path.starts_with('/')) joined.append(base).append("/");
  joined.append(path);
  std::string out;
  for (size_t at = 0; at < joined.size();) {
    const size_t end = std::min(joined.find('/', at), joined.size());
    const std::string_view part = std::string_view(joined).substr(at, end - at);
    if (part == "..") {
      out.erase(out.empty() ? 0 : out.rfind('/'));
    } else if (!part.empty() && part != ".") {
      out.append("/").append(part);
    }
    at = end + 1;
  }
  return out.empty() ? "/" : out;
}

std::string FindInPath(std::string_view name, std::string_view path_list) {
  for (size_t at = 0; at <= path_list.size();) {
    const size_t end = std::min(path_list.find(':', at), path_list.size());
    const std::string_view dir = path_list.substr(at, end - at);
    at = end + 1;
    if (!dir.starts_with('/')) continue;  // relative entries depend on where one stands
    std::string path = std::string(dir) + "/" + std::string(name);
    if (IsExecutableFile(path)) return path;
  }
  return "";
}

}  // namespace drover::sup
