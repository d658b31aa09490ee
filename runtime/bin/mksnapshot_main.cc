// drover-mksnapshot OUT_SNAPSHOT OUT_CODE_CACHE: runs at build time only.
#include <cstdio>
#include <fstream>
#include <string>

#include <v8.h>

#include "runtime/bin/binding_table.h"
#include "runtime/bin/v8_start.h"
#include "runtime/engine/platform.h"
#include "runtime/engine/snapshot.h"

namespace {

bool WriteFile(const char* path, const std::string& content) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  return out.good();
}

}  // namespace

int main(int argc, char** argv) {
  using namespace drover::rt;
  if (argc != 3) {
    std::fprintf(stderr, "usage: drover-mksnapshot SNAPSHOT CODE_CACHE\n");
    return 2;
  }
  SetV8Defaults();
  Platform platform(1);
  v8::V8::InitializePlatform(&platform);
  v8::V8::Initialize();
  SetBindingTable(AllBindings());
  const std::string snapshot = MakeSnapshot();
  if (snapshot.empty()) return 1;
  const std::string caches =
      MakeCodeCaches({reinterpret_cast<const uint8_t*>(snapshot.data()), snapshot.size()});
  if (caches.empty()) return 1;
  if (!WriteFile(argv[1], snapshot) || !WriteFile(argv[2], caches)) {
    std::fprintf(stderr, "drover-mksnapshot: cannot write %s or %s\n", argv[1], argv[2]);
    return 1;
  }
  return 0;
}
