#include "supervisor/daemon/app_cluster.h"

#include <string_view>

namespace drover::sup {
namespace {

cluster::PrimaryOptions Options() {
  cluster::PrimaryOptions options;
  options.policy = cluster::Policy::kKernel;
  options.life = cluster::ListenerLife::kUntilClosed;
  // A descriptor number of the worker means nothing in the daemon.
  options.allow_fd = false;
  return options;
}

// "127.0.0.1:3000", "[::]:3000", "/run/web.sock"
std::string Show(cluster::AddressType type, const std::string& address, int port) {
  if (!cluster::IsTcp(type) && !cluster::IsUdp(type)) return address;
  const bool six = address.find(':') != std::string::npos;
  std::string text = six ? "[" + address + "]" : address;
  text += ":" + std::to_string(port);
  return cluster::IsUdp(type) ? "udp " + text : text;
}

}  // namespace

AppCluster::AppCluster(uv_loop_t* loop, base::Clock& clock)
    : primary_(loop, clock, *this, Options()) {}

void AppCluster::Add(cluster::WorkerId id, Member& member, ipc::Channel& channel) {
  members_[id] = &member;
  primary_.AddWorker(id, channel);
}

void AppCluster::Remove(cluster::WorkerId id) {
  members_.erase(id);
  primary_.WorkerExited(id);
}

AppCluster::Member* AppCluster::Find(cluster::WorkerId id) {
  const auto found = members_.find(id);
  return found == members_.end() ? nullptr : found->second;
}

void AppCluster::OnListening(cluster::WorkerId worker, const cluster::ListeningInfo& info) {
  Member* member = Find(worker);
  if (!member) return;
  for (const cluster::ListenerInfo& listener : primary_.listeners()) {
    if (listener.id == info.listener)
      return member->OnListening(
          Show(listener.name.type, listener.name.address, listener.name.port));
  }
  member->OnListening(Show(info.type, info.address.value_or("*"), info.port));
}

void AppCluster::OnListenFailed(cluster::WorkerId worker, const cluster::ListenRequest& request,
                                const base::Error& error) {
  Member* member = Find(worker);
  if (!member) return;
  const std::string address = request.address.value_or("*");
  member->OnListenFailed(
      "listen " + std::string(error.name()) + ": " +
      base::Error(error.code(), Show(request.type, address, request.port)).ToString());
}

void AppCluster::OnProtocolError(cluster::WorkerId worker, const base::Error& error) {
  if (Member* member = Find(worker)) member->OnProtocolError(error.ToString());
}

}  // namespace drover::sup
