// From the text of a configuration to what the daemon is asked for. Everything a user can get wrong
// is found here and named with its place: unknown keys (with the nearest valid one), wrong types,
// values out of range, scripts and interpreters that do not exist.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "proto/app.pb.h"
#include "runtime/base/result.h"
#include "supervisor/config/caller.h"
#include "supervisor/config/json.h"

namespace drover::sup {

using supervisor::v1::AppSpec;

// What the command line itself says; it wins over a file.
struct StartOptions {
  std::string name;
  std::string instances;  // "4", "max", "-1"; "" where not given
  std::string interpreter;
  std::string cwd;
  std::string profile;            // --env NAME: env_NAME is laid over env
  std::vector<std::string> only;  // names of apps of the file; empty: all
  std::vector<std::string> exec_args;
  std::vector<std::string> args;
  bool has_args = false;
};

// An app started by `drover start SCRIPT`.
base::Result<AppSpec> SpecForScript(std::string_view script, const StartOptions& options,
                                    const Caller& caller);

// The apps of a configuration: {"apps": [...]}, a bare array, or one app alone. file is its path,
// absolute; relative paths in it are seen from its folder.
base::Result<std::vector<AppSpec>> SpecsFromConfig(const JsonValue& root, const std::string& file,
                                                   const StartOptions& options,
                                                   const Caller& caller);

// Names stand in file names and on command lines: letters, digits, "._@-", not a number, not "all".
base::Status CheckAppName(std::string_view name);

}  // namespace drover::sup
