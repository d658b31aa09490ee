// Finds out how a script is run: by Drover's runtime, by another interpreter, or by itself.
#pragma once

#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "supervisor/config/caller.h"

namespace drover::sup {

struct Program {
  std::string script;       // absolute
  std::string interpreter;  // absolute; empty: the script is the program
  bool javascript = false;  // run by Drover's runtime
};

// script: as the user wrote it, seen from cwd; a bare name that is no file is looked for in PATH.
// interpreter: "" decides by extension, permission and first line; "none" runs the script itself.
base::Result<Program> ResolveProgram(std::string_view script, std::string_view interpreter,
                                     std::string_view cwd, const Caller& caller);

// "web" for "/srv/app/web.mjs".
std::string DefaultName(std::string_view script);

}  // namespace drover::sup
