// JavaScript values as payloads of messages, in the two codecs of a channel.
#pragma once

#include <v8.h>

#include "ipc/user_message.h"
#include "runtime/engine/env.h"

namespace drover::cluster::js {

// False: a JavaScript exception is pending (a cycle or BigInt in JSON, a function in advanced...).
bool EncodeValue(rt::Env& env, ipc::Codec codec, v8::Local<v8::Value> value, ipc::Buffer* out);

// Empty: the bytes are no value. No exception is left pending.
v8::MaybeLocal<v8::Value> DecodeValue(rt::Env& env, ipc::Codec codec, std::string_view bytes);

}  // namespace drover::cluster::js
