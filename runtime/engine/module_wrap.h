// ES modules: V8's module records as objects of lib/, which resolves, loads and links them.
#pragma once

#include <v8.h>

namespace drover::rt {

// Tells V8 whom to ask for import() and import.meta.
void InstallModuleHooks(v8::Isolate* isolate);

}  // namespace drover::rt
