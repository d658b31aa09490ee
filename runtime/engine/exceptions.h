// How an error that nobody caught is shown: place, source line, caret, then the error as
// util.inspect prints it. The format is Node's.
#pragma once

#include <string>

#include <v8.h>

namespace drover::rt {

class Env;

// "FILE:LINE\nSOURCE\n    ^\n", or "" where the message has no place in a source.
std::string SourceArrow(v8::Isolate* isolate, v8::Local<v8::Context> context,
                        v8::Local<v8::Message> message);

// Writes the report to stderr.
void PrintUncaught(Env& env, v8::Local<v8::Value> error, v8::Local<v8::Message> message);

// Keeps the arrow of a compile error on the error itself, since its stack does not name the place.
void AttachArrow(Env& env, v8::Local<v8::Value> error, v8::Local<v8::Message> message);

// Error.prepareStackTrace and what lib/ installs for it.
v8::MaybeLocal<v8::Value> PrepareStackTrace(v8::Local<v8::Context> context,
                                            v8::Local<v8::Value> error, v8::Local<v8::Array> trace);

}  // namespace drover::rt
