#include "cluster/wire.h"

#include "cluster/worker_state.h"

namespace drover::cluster {
namespace {

constexpr uint32_t kIpv6Only = 1;

static_assert(static_cast<int>(AddressType::kUdp6) == v1::ADDRESS_TYPE_UDP6);
static_assert(static_cast<int>(WorkerState::kDead) == v1::WORKER_STATE_DEAD);

bool TypeFrom(int value, AddressType& type) {
  if (value < v1::ADDRESS_TYPE_TCP4 || value > v1::ADDRESS_TYPE_UDP6) return false;
  type = static_cast<AddressType>(value);
  return true;
}

v1::AddressType TypeTo(AddressType type) { return static_cast<v1::AddressType>(type); }

}  // namespace

void ToProto(const ListenRequest& r, v1::Listen& out) {
  out.set_type(TypeTo(r.type));
  if (r.address) out.set_address(*r.address);
  if (r.port > 0) out.set_port(static_cast<uint32_t>(r.port));
  out.set_no_port(r.port < 0);
  out.set_index(r.index);
  if (r.fd >= 0) out.set_fd(r.fd);
  out.set_flags(r.ipv6_only ? kIpv6Only : 0);
  out.set_backlog(r.backlog);
  out.set_readable_all(r.readable_all);
  out.set_writable_all(r.writable_all);
  out.set_data(r.data);
}

bool FromProto(const v1::Listen& in, ListenRequest& r) {
  if (!TypeFrom(in.type(), r.type) || in.port() > 65535) return false;
  if (in.has_address()) r.address = in.address();
  r.port = in.no_port() ? -1 : static_cast<int>(in.port());
  r.index = in.index();
  r.fd = in.has_fd() ? in.fd() : -1;
  r.ipv6_only = (in.flags() & kIpv6Only) != 0;
  r.backlog = in.backlog() > 0 ? in.backlog() : 511;
  r.readable_all = in.readable_all();
  r.writable_all = in.writable_all();
  r.data = in.data();
  return true;
}

void ToProto(const SocketName& name, v1::SocketName& out) {
  out.set_type(TypeTo(name.type));
  out.set_address(name.address);
  out.set_port(static_cast<uint32_t>(name.port));
}

bool FromProto(const v1::SocketName& in, SocketName& name) {
  if (!TypeFrom(in.type(), name.type) || in.port() > 65535) return false;
  name.address = in.address();
  name.port = static_cast<int>(in.port());
  return true;
}

}  // namespace drover::cluster
