#include "runtime/bin/binding_table.h"

#include "runtime/bindings/bindings.h"

namespace drover::rt {

std::span<const BindingEntry> AllBindings() {
#define X(name, bind) {#name, bind},
  static const BindingEntry kTable[] = {RUNTIME_BINDINGS(X)};
#undef X
  return kTable;
}

}  // namespace drover::rt
