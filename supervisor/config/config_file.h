// Reads a configuration file: JSON, or JavaScript that a drover-runtime of its own evaluates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "supervisor/config/app_config.h"

namespace drover::sup {

// Whether `drover start NAME` means a configuration by its name: "drover.config.*", "*.config.{js,
// cjs,mjs,json}" or any other "*.json".
bool IsConfigName(std::string_view path);

// The configuration in that folder, "" where there is none.
std::string DefaultConfig(const std::string& folder);

// file: absolute. Every error is one line that begins with the file.
base::Result<std::vector<AppSpec>> LoadConfig(const std::string& file, const StartOptions& options,
                                              const Caller& caller);

// Reads a whole file of at most `limit` bytes.
base::Result<std::string> ReadFile(const std::string& path, size_t limit);

// Evaluates a JavaScript configuration and returns its value as JSON text. The child gets 10 s and
// 16 MiB; its own output goes nowhere. Errors read "FILE:LINE: SyntaxError: ...".
base::Result<std::string> EvaluateConfig(const std::string& file, const Caller& caller);

}  // namespace drover::sup
