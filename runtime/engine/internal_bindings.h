// The engine's own bindings; every Env has them besides the table that a main hands in.
#pragma once

#include "runtime/engine/binding.h"

namespace drover::rt {

void BindBuiltins(Binding& b);
void BindContextify(Binding& b);
void BindModuleWrap(Binding& b);
void BindTaskQueue(Binding& b);
void BindTimers(Binding& b);

inline constexpr BindingEntry kEngineBindings[] = {
    {"builtins", BindBuiltins},    {"contextify", BindContextify}, {"module_wrap", BindModuleWrap},
    {"task_queue", BindTaskQueue}, {"timers", BindTimers},
};

}  // namespace drover::rt
