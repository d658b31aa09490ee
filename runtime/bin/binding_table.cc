#include "runtime/bin/binding_table.h"

#include "runtime/bindings/bindings.h"

namespace drover::rt {

std::span<const BindingEntry> AllBindings() {
#define X(name, bind) {#name, bind},
  static const BindingEntry kTable[] = {
#include "runtime/bindings/table.inc"
  };
#undef X
  return kTable;
}

}  // namespace drover::rt
