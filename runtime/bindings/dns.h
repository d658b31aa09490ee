// The binding 'dns': names and addresses through the system's resolver, on libuv's thread pool.
#pragma once

#include "runtime/engine/binding.h"

namespace drover::rt {

void BindDns(Binding& b);

}  // namespace drover::rt
