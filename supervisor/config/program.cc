#include "supervisor/config/program.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include <sys/stat.h>

#include "runtime/base/fd.h"

namespace drover::sup {
namespace {

using base::Error;

enum class FileKind { kNone, kFile, kFolder };

FileKind KindOf(const std::string& path) {
  struct stat st;
  if (::stat(path.c_str(), &st) != 0) return FileKind::kNone;
  return S_ISDIR(st.st_mode) ? FileKind::kFolder : FileKind::kFile;
}

std::string_view Extension(std::string_view path) {
  const size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : name.substr(dot + 1);
}

bool IsJavaScript(std::string_view extension) {
  return extension == "js" || extension == "mjs" || extension == "cjs";
}

// The file's first line, as far as one read of 256 bytes brings it.
std::string FirstLine(const std::string& path) {
  const base::Fd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  char buffer[256];
  const ssize_t length = fd ? ::read(fd.get(), buffer, sizeof buffer) : -1;
  if (length <= 0) return "";
  const std::string text(buffer, static_cast<size_t>(length));
  return text.substr(0, text.find('\n'));
}

bool IsJavaScriptShebang(const std::string& line) {
  if (!line.starts_with("#!")) return false;
  return line.find("node") != std::string::npos || line.find("drover") != std::string::npos;
}

struct Usual {
  std::string_view extension;
  std::string_view programs[2];
};
constexpr Usual kUsual[] = {{"sh", {"bash", "sh"}},        {"bash", {"bash", ""}},
                            {"py", {"python3", "python"}}, {"rb", {"ruby", ""}},
                            {"pl", {"perl", ""}},          {"php", {"php", ""}}};

base::Result<std::string> LocateScript(std::string_view script, std::string_view cwd,
                                       const Caller& caller) {
  const std::string path = AbsolutePath(script, cwd);
  if (KindOf(path) != FileKind::kNone) return path;
  for (const char* extension : {".js", ".mjs", ".cjs"})
    if (KindOf(path + extension) == FileKind::kFile) return path + extension;
  if (script.find('/') == std::string_view::npos) {
    std::string found = FindInPath(script, caller.Env("PATH"));
    if (!found.empty()) return found;
  }
  return Error::FromErrno(ENOENT, "script " + path);
}

base::Result<Program> WithInterpreter(std::string script, std::string_view interpreter,
                                      std::string_view cwd, const Caller& caller) {
  if (interpreter == "none") {
    if (::access(script.c_str(), X_OK) != 0)
      return Error::Message("script " + script + ": not executable, and interpreter is \"none\"");
    return Program{std::move(script), "", false};
  }
  if (interpreter == "drover" || interpreter == "drover-runtime")
    return Program{std::move(script), caller.runtime, true};
  std::string program = interpreter.find('/') == std::string_view::npos
                            ? FindInPath(interpreter, caller.Env("PATH"))
                            : AbsolutePath(interpreter, cwd);
  if (program.empty() || ::access(program.c_str(), X_OK) != 0)
    return Error::Message("interpreter " + std::string(interpreter) + ": no such program");
  const bool javascript = program == caller.runtime;
  return Program{std::move(script), std::move(program), javascript};
}

base::Result<Program> Guess(std::string script, const Caller& caller) {
  const std::string_view extension = Extension(script);
  if (KindOf(script) == FileKind::kFolder || IsJavaScript(extension))
    return Program{std::move(script), caller.runtime, true};
  if (IsJavaScriptShebang(FirstLine(script)))
    return Program{std::move(script), caller.runtime, true};
  if (::access(script.c_str(), X_OK) == 0) return Program{std::move(script), "", false};
  for (const Usual& usual : kUsual) {
    if (usual.extension != extension) continue;
    for (const std::string_view program : usual.programs) {
      std::string found = program.empty() ? "" : FindInPath(program, caller.Env("PATH"));
      if (!found.empty()) return Program{std::move(script), std::move(found), false};
    }
    return Error::Message("script " + script + ": " + std::string(usual.programs[0]) +
                          " is not in PATH");
  }
  return Error::Message("script " + script +
                        ": not executable and of no known kind; name its interpreter");
}

}  // namespace

base::Result<Program> ResolveProgram(std::string_view script, std::string_view interpreter,
                                     std::string_view cwd, const Caller& caller) {
  auto path = LocateScript(script, cwd, caller);
  if (!path.ok()) return std::move(path).error();
  if (::access(path->c_str(), R_OK) != 0 && ::access(path->c_str(), X_OK) != 0)
    return Error::FromErrno(errno, "script " + *path);
  if (!interpreter.empty()) return WithInterpreter(std::move(*path), interpreter, cwd, caller);
  return Guess(std::move(*path), caller);
}

std::string DefaultName(std::string_view script) {
  while (script.size() > 1 && script.ends_with('/')) script.remove_suffix(1);
  const size_t slash = script.rfind('/');
  std::string_view name = slash == std::string_view::npos ? script : script.substr(slash + 1);
  const std::string_view extension = Extension(name);
  if (!extension.empty()) name.remove_suffix(extension.size() + 1);
  std::string out(name);
  std::replace_if(
      out.begin(), out.end(),
      [](unsigned char c) {
        return !std::isalnum(c) && c != '.' && c != '_' && c != '-' && c != '@';
      },
      '-');
  return out;
}

}  // namespace drover::sup
