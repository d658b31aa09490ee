#include "runtime/bin/binding_table.h"

#include "cluster/js/bindings.h"
#include "runtime/bindings/bindings.h"

namespace drover::rt {

std::span<const BindingEntry> AllBindings() {
#define X(name, bind) {#name, bind},
  static const BindingEntry kTable[] = {
#include "runtime/bindings/table.inc"
      // Those of cluster/js, which may know ipc and cluster.
      CLUSTER_BINDINGS(X)};
#undef X
  return kTable;
}

}  // namespace drover::rt
