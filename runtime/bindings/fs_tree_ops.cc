#include "runtime/bindings/fs_tree_ops.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>
#include <uv.h>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

#include "runtime/base/fd.h"

namespace drover::rt::fs {

namespace {

int ErrorNow() { return uv_translate_sys_error(errno); }

bool IsDirectory(const std::string& path) {
  struct stat st;
  return ::stat(path.c_str(), &st) == 0 && S_ISDIR(st.st_mode);
}

enum class Place { kEnd, kAbove };

int MakeDirsAt(const std::string& path, int mode, std::string& first, Place place) {
  for (bool above_made = false;; above_made = true) {
    if (::mkdir(path.c_str(), static_cast<mode_t>(mode)) == 0) {
      if (first.empty()) first = path;
      return 0;
    }
    if (errno != ENOENT || above_made) break;
    size_t slash = path.find_last_of('/');
    if (slash == std::string::npos || slash == 0) break;
    if (int err = MakeDirsAt(path.substr(0, slash), mode, first, Place::kAbove); err < 0)
      return err;
  }
  int err = ErrorNow();
  if (err != UV_EEXIST) return IsDirectory(path) ? 0 : err;
  if (IsDirectory(path)) return 0;
  return place == Place::kEnd ? UV_EEXIST : UV_ENOTDIR;
}

class Remover {
 public:
  explicit Remover(TreeFailure& failure) : failure_(failure) {}

  // Removes `name` in the directory `at`; `path` is what it is called in failures.
  int Remove(int at, const char* name, const std::string& path, bool may_be_missing) {
    if (::unlinkat(at, name, 0) == 0) return 0;
    if (errno == ENOENT && may_be_missing) return 0;
    // Linux says EISDIR for a directory; POSIX and some file systems say EPERM.
    if (errno != EISDIR && errno != EPERM)
      return Failed(errno == ENOENT ? "lstat" : "unlink", path);
    int unlink_errno = errno;
    base::Fd dir(::openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!dir) {
      if (errno == ENOENT && may_be_missing) return 0;
      if (errno != ENOTDIR && errno != ELOOP) return Failed("scandir", path);
      errno = unlink_errno;
      return Failed("unlink", path);
    }
    if (int err = Empty(std::move(dir), path); err < 0) return err;
    if (::unlinkat(at, name, AT_REMOVEDIR) == 0) return 0;
    if (errno == ENOENT && may_be_missing) return 0;
    return Failed("rmdir", path);
  }

 private:
  int Failed(const char* syscall, const std::string& path) {
    int err = ErrorNow();
    failure_ = {syscall, path};
    return err;
  }

  int Empty(base::Fd dir, const std::string& path) {
    DIR* stream = ::fdopendir(dir.get());
    if (!stream) return Failed("scandir", path);
    int at = dir.Release();  // the stream owns it
    int err = 0;
    errno = 0;
    while (dirent* entry = err == 0 ? ::readdir(stream) : nullptr) {
      const char* name = entry->d_name;
      if (std::strcmp(name, ".") != 0 && std::strcmp(name, "..") != 0)
        err = Remove(at, name, path + '/' + name, true);
      errno = 0;
    }
    if (err == 0 && errno != 0) err = Failed("scandir", path);
    ::closedir(stream);
    return err;
  }

  TreeFailure& failure_;
};

}  // namespace

int MakeDirs(const std::string& path, int mode, std::string& first) {
  return MakeDirsAt(path, mode, first, Place::kEnd);
}

int RemoveTree(const std::string& path, TreeFailure& failure) {
  return Remover(failure).Remove(AT_FDCWD, path.c_str(), path, false);
}

}  // namespace drover::rt::fs
