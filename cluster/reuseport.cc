#include "cluster/reuseport.h"

#include <uv.h>

#include <cerrno>

#include <linux/filter.h>
#include <sys/socket.h>

#include "runtime/base/check.h"

namespace drover::cluster {
namespace {

// A jump reaches 255 instructions, a program has 4096: more sockets than this are not steered.
constexpr size_t kMaxActive = 2000;

}  // namespace

base::Status SteerTo(int fd, const std::vector<unsigned>& active) {
  CHECK(!active.empty(), "a group without a member");
  if (active.size() > kMaxActive) return base::Status(UV_E2BIG, "steer connections");
  const auto count = static_cast<uint32_t>(active.size());
  // A random number modulo the count, looked up in a table made of comparisons.
  std::vector<sock_filter> program = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_RANDOM)),
      BPF_STMT(BPF_ALU | BPF_MOD | BPF_K, count),
  };
  for (uint32_t i = 0; i + 1 < count; ++i) {
    program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, i, 0, 1));
    program.push_back(BPF_STMT(BPF_RET | BPF_K, active[i]));
  }
  program.push_back(BPF_STMT(BPF_RET | BPF_K, active.back()));
  const sock_fprog attached{static_cast<unsigned short>(program.size()), program.data()};
  if (::setsockopt(fd, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &attached, sizeof attached) < 0)
    return base::Error::FromErrno(errno, "steer connections");
  return {};
}

base::Status SteerToAll(int fd) {
  const int ignored = 0;
  if (::setsockopt(fd, SOL_SOCKET, SO_DETACH_REUSEPORT_BPF, &ignored, sizeof ignored) < 0 &&
      errno != ENOENT) {
    return base::Error::FromErrno(errno, "steer connections");
  }
  return {};
}

}  // namespace drover::cluster
