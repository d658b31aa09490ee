// Between the structs of cluster/ and the messages of cluster.proto.
#pragma once

#include <string>

#include "cluster/listener.h"
#include "ipc/message.h"
#include "proto/cluster.pb.h"

namespace drover::cluster {

// A frame of KIND_CLUSTER.
template <class Message>
ipc::Outgoing ToFrame(const Message& message, ipc::Lane lane = ipc::Lane::kControl) {
  ipc::Outgoing out;
  out.lane = lane;
  out.kind = ipc::Kind::kCluster;
  out.payload = ipc::Buffer(message.SerializeAsString());
  return out;
}

// False: the bytes are no such message.
template <class Message>
bool FromFrame(const ipc::Inbound& in, Message& message) {
  return message.ParseFromArray(in.payload.data(), static_cast<int>(in.payload.size()));
}

void ToProto(const ListenRequest& request, v1::Listen& out);
// False: an unknown address type.
bool FromProto(const v1::Listen& in, ListenRequest& request);
void ToProto(const SocketName& name, v1::SocketName& out);
bool FromProto(const v1::SocketName& in, SocketName& name);

}  // namespace drover::cluster
