#include "supervisor/config/config_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <sys/stat.h>

#include "runtime/base/fd.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Fd;

constexpr size_t kLargestConfig = 16 << 20;

bool IsJavaScriptFile(std::string_view path) {
  return path.ends_with(".js") || path.ends_with(".cjs") || path.ends_with(".mjs");
}

}  // namespace

bool IsConfigName(std::string_view path) {
  if (path.ends_with(".json")) return true;
  return path.ends_with(".config.js") || path.ends_with(".config.cjs") ||
         path.ends_with(".config.mjs");
}

std::string DefaultConfig(const std::string& folder) {
  for (const char* extension : {"json", "js", "cjs", "mjs"}) {
    std::string path = folder + "/drover.config." + extension;
    if (::access(path.c_str(), F_OK) == 0) return path;
  }
  return "";
}

base::Result<std::string> ReadFile(const std::string& path, size_t limit) {
  const Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return Error::FromErrno(errno, path);
  struct stat st;
  if (::fstat(fd.get(), &st) != 0) return Error::FromErrno(errno, path);
  if (S_ISDIR(st.st_mode)) return Error::FromErrno(EISDIR, path);
  std::string text;
  char buffer[16384];
  for (;;) {
    const ssize_t got = ::read(fd.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error::FromErrno(errno, path);
    if (got == 0) return text;
    text.append(buffer, static_cast<size_t>(got));
    if (text.size() > limit) return Error::FromErrno(EFBIG, path);
  }
}

base::Result<std::vector<AppSpec>> LoadConfig(const std::string& file, const StartOptions& options,
                                              const Caller& caller) {
  if (::access(file.c_str(), R_OK) != 0) return Error::FromErrno(errno, file);
  auto text =
      IsJavaScriptFile(file) ? EvaluateConfig(file, caller) : ReadFile(file, kLargestConfig);
  if (!text.ok()) return std::move(text).error();
  auto root = ParseJson(*text, file);
  if (!root.ok()) return std::move(root).error();
  return SpecsFromConfig(*root, file, options, caller);
}

}  // namespace drover::sup
