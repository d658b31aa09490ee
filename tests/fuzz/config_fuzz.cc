// Whatever the text of a configuration is: the answer is apps that the daemon can run, or one line
// that begins with the file.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "runtime/base/check.h"
#include "supervisor/config/app_config.h"

using namespace drover;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto root = sup::ParseJson(text, "/drover.config.json");
  if (!root.ok()) {
    CHECK(root.error().ToString().starts_with("/drover.config.json:"));
    return 0;
  }
  sup::Caller caller;
  caller.cwd = "/";
  caller.cpus = 4;
  caller.runtime = "/bin/true";
  caller.env = {"PATH=/usr/bin:/bin", "HOME=/"};
  const auto specs = sup::SpecsFromConfig(root.value(), "/drover.config.json", {}, caller);
  if (!specs.ok()) {
    CHECK(specs.error().ToString().starts_with("/drover.config.json"));
    return 0;
  }
  for (const sup::AppSpec& spec : specs.value()) {
    CHECK(sup::CheckAppName(spec.name()).ok());
    CHECK(spec.instances() >= 1 && spec.instances() <= 1024);
    CHECK(spec.script().starts_with('/') && spec.cwd().starts_with('/'));
  }
  return 0;
}
