// Everything that differs between the V8 versions that Drover builds on (10.2 of Debian 12, 11.3 of
// Debian 13, 13.6 of the own engine). Nothing outside this file looks at V8_MAJOR_VERSION.
#pragma once

#include <utility>
#include <vector>

#include <v8.h>

namespace drover::rt::compat {

// The snapshot is part of the executable: its checksum costs start-up and proves nothing. Import
// attributes are accepted under their old name, which lib/internal/modules writes for the engine.
#if V8_MAJOR_VERSION >= 12
inline constexpr char kDefaultFlags[] =
    "--no-verify-snapshot-checksum --no-freeze-flags-after-init";
inline constexpr bool kHasImportAttributes = true;
#else
inline constexpr char kDefaultFlags[] = "--no-verify-snapshot-checksum --harmony-import-assertions";
inline constexpr bool kHasImportAttributes = false;
#endif

// A script origin. resource_name: what stack traces and error messages show.
inline v8::ScriptOrigin Origin(v8::Isolate* isolate, v8::Local<v8::Value> resource_name,
                               v8::Local<v8::Data> host_options, bool is_module) {
#if V8_MAJOR_VERSION >= 12
  (void)isolate;
  return v8::ScriptOrigin(resource_name, 0, 0, false, -1, v8::Local<v8::Value>(), false, false,
                          is_module, host_options);
#else
  return v8::ScriptOrigin(isolate, resource_name, 0, 0, false, -1, v8::Local<v8::Value>(), false,
                          false, is_module, host_options);
#endif
}

// Import attributes as key, value pairs. Before 12.x they were called assertions.
using Attributes = std::vector<std::pair<v8::Local<v8::String>, v8::Local<v8::Value>>>;

inline Attributes ReadAttributes(v8::Local<v8::Context> context, v8::Local<v8::FixedArray> raw,
                                 int stride) {
  Attributes out;
  for (int i = 0; i + 1 < raw->Length(); i += stride)
    out.emplace_back(raw->Get(context, i).As<v8::String>(),
                     raw->Get(context, i + 1).As<v8::Value>());
  return out;
}

inline Attributes RequestAttributes(v8::Local<v8::Context> context,
                                    v8::Local<v8::ModuleRequest> request) {
#if V8_MAJOR_VERSION >= 12
  return ReadAttributes(context, request->GetImportAttributes(), 3);
#else
  return ReadAttributes(context, request->GetImportAssertions(), 3);
#endif
}

inline v8::Local<v8::Module> NewSyntheticModule(
    v8::Isolate* isolate, v8::Local<v8::String> name,
    const std::vector<v8::Local<v8::String>>& export_names,
    v8::Module::SyntheticModuleEvaluationSteps steps) {
#if V8_MAJOR_VERSION >= 12
  return v8::Module::CreateSyntheticModule(
      isolate, name,
      v8::MemorySpan<const v8::Local<v8::String>>(export_names.data(), export_names.size()), steps);
#else
  return v8::Module::CreateSyntheticModule(isolate, name, export_names, steps);
#endif
}

// The out-of-memory callback's type changed with 11.x.
#if V8_MAJOR_VERSION >= 11
using OutOfMemoryDetails = const v8::OOMDetails&;
inline bool IsHeapOutOfMemory(OutOfMemoryDetails d) { return d.is_heap_oom; }
#else
using OutOfMemoryDetails = bool;
inline bool IsHeapOutOfMemory(OutOfMemoryDetails d) { return d; }
#endif

}  // namespace drover::rt::compat
