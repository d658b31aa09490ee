// What the command line knows of the place it was called from; an app inherits it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"

namespace drover::sup {

struct Caller {
  std::string cwd;
  std::vector<std::string> env;  // "NAME=value"
  unsigned cpus = 1;             // this process may run on
  std::string runtime;           // path of drover-runtime

  // The value of a variable; "" where it is not set.
  std::string_view Env(std::string_view name) const;
};

// Of this process. Variables that belong to one worker (its channel, its number) are left out, so
// that an app started from inside another app is no part of it.
Caller ThisCaller();

// The drover-runtime that belongs to this executable: beside it, or in ../lib/drover, ../lib or
// ../libexec/drover of it. DROVER_RUNTIME names another one.
base::Result<std::string> FindRuntime();

// CPUs by affinity and by the quota of the control group (cgroup v2), at least 1.
unsigned UsableCpus();

// A path with "." and ".." taken out; relative ones stand under base.
std::string AbsolutePath(std::string_view path, std::string_view base);

// The executable file of that name in a PATH-like list; "" where there is none.
std::string FindInPath(std::string_view name, std::string_view path_list);

}  // namespace drover::sup
