// Everything that differs between the V8 versions that Drover builds on (10.2 of Debian 12, 11.3 of
// Debian 13, 13.6 of the own engine). Nothing outside this file looks at V8_MAJOR_VERSION.
#pragma once

#include <v8.h>

namespace drover::rt::compat {

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

}  // namespace drover::rt::compat
