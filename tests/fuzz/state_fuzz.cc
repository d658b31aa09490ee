// Whatever the bytes of a state file are: the answer is a state or an error, and a state that was
// read is written as one that reads the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "runtime/base/check.h"
#include "supervisor/daemon/state_file.h"

using namespace drover;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto state = sup::DecodeState(bytes);
  if (state.ok()) {
    const auto again = sup::DecodeState(sup::EncodeState(state.value()));
    CHECK(again.ok());
    CHECK(again.value().SerializeAsString() == state.value().SerializeAsString());
  }
  // Behind a sound header any message may stand.
  sup::SavedState message;
  if (message.ParseFromArray(data, static_cast<int>(size)))
    CHECK(sup::DecodeState(sup::EncodeState(message)).ok());
  return 0;
}
