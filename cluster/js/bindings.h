// The native modules of this folder; the table of runtime/bin takes them beside RUNTIME_BINDINGS.
#pragma once

#include "runtime/engine/binding.h"

namespace drover::cluster::js {

void BindIpc(rt::Binding& b);
void BindCluster(rt::Binding& b);

}  // namespace drover::cluster::js

// clang-format off
#define CLUSTER_BINDINGS(X) \
  X(ipc, drover::cluster::js::BindIpc) \
  X(cluster, drover::cluster::js::BindCluster)
// clang-format on
