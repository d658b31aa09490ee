// The parts of binding('cluster'), and what they share.
#pragma once

#include <v8.h>

#include "cluster/listener.h"
#include "runtime/engine/binding.h"

namespace drover::cluster::js {

void BindPrimary(rt::Binding& b);
void BindWorkerLink(rt::Binding& b);

// As programs see it: 4, 6, -1 (pipe), 'udp4', 'udp6'.
v8::Local<v8::Value> AddressTypeToJs(v8::Isolate* isolate, AddressType type);
AddressType AddressTypeFromJs(v8::Isolate* isolate, v8::Local<v8::Value> type);

}  // namespace drover::cluster::js
