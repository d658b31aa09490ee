#include "supervisor/home.h"

#include <pwd.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>

#include <sys/stat.h>

namespace drover::sup {
namespace {

using base::Error;
using base::Status;

Status MakeFolder(const std::string& path) {
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
    return Error::FromErrno(errno, "make " + path);
  struct stat st;
  if (::stat(path.c_str(), &st) != 0) return Error::FromErrno(errno, path);
  if (!S_ISDIR(st.st_mode)) return Error::FromErrno(ENOTDIR, path);
  if (st.st_uid != ::geteuid()) return Error::Message(path + ": belongs to another user");
  if ((st.st_mode & 077) != 0 && ::chmod(path.c_str(), 0700) != 0)
    return Error::FromErrno(errno, "chmod " + path);
  if (::access(path.c_str(), W_OK | X_OK) != 0) return Error::FromErrno(errno, path);
  return {};
}

std::string UserHome() {
  if (const char* home = std::getenv("HOME"); home && home[0] == '/') return home;
  const passwd* entry = ::getpwuid(::geteuid());
  return entry && entry->pw_dir ? entry->pw_dir : "";
}

}  // namespace

std::string Home::OutLog(std::string_view app) const {
  return Logs() + "/" + std::string(app) + "-out.log";
}
std::string Home::ErrorLog(std::string_view app) const {
  return Logs() + "/" + std::string(app) + "-error.log";
}

base::Result<Home> FindHome() {
  std::string path;
  if (const char* named = std::getenv("DROVER_HOME"); named && *named) {
    path = named;
    if (path[0] != '/') {
      char cwd[PATH_MAX];
      if (!::getcwd(cwd, sizeof cwd)) return Error::FromErrno(errno, "current folder");
      path = std::string(cwd) + "/" + path;
    }
  } else {
    path = UserHome();
    if (path.empty()) return Error::Message("neither DROVER_HOME nor HOME is set");
    path += "/.drover";
  }
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return Home{std::move(path)};
}

Status MakeHome(const Home& home) {
  if (Status status = MakeFolder(home.path); !status.ok()) return status;
  return MakeFolder(home.Logs());
}

}  // namespace drover::sup
