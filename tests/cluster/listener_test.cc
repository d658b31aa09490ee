#include "cluster/listener.h"

#include <uv.h>

#include <filesystem>
#include <fstream>

#include <sys/socket.h>
#include <sys/stat.h>

#include "runtime/base/unix_socket.h"
#include "tests/support/loop_test.h"
#include "tests/support/net.h"

namespace drover::cluster {
namespace {

ListenRequest Tcp(std::optional<std::string> address, int port = 0) {
  ListenRequest r;
  r.address = std::move(address);
  r.port = port;
  return r;
}

ListenRequest Pipe(const std::string& path) {
  ListenRequest r;
  r.type = AddressType::kPipe;
  r.address = path;
  r.port = -1;
  return r;
}

bool Answers(Listener& listener) {
  const base::Fd client = test::ConnectTo(listener.name());
  return client.valid() && listener.Accept().ok();
}

TEST(ListenKey, FollowsNodesRule) {
  EXPECT_EQ(KeyOf(Tcp("127.0.0.1", 80)), "127.0.0.1:80:4:undefined");
  EXPECT_EQ(KeyOf(Tcp(std::nullopt, 8000)), "null:8000:4:undefined");
  ListenRequest r = Tcp("::1", 0);
  r.type = AddressType::kTcp6;
  r.index = 2;
  EXPECT_EQ(KeyOf(r), "::1:0:6:undefined:2");
  EXPECT_EQ(KeyOf(Pipe("/tmp/x")), "/tmp/x:-1:-1:undefined");
  ListenRequest fd;
  fd.port = -1;
  fd.fd = 5;
  EXPECT_EQ(KeyOf(fd), "null:-1:4:5");
}

TEST(Listener, PortZeroGetsAPort) {
  auto listener = Listener::Open(Tcp("127.0.0.1"));
  ASSERT_TRUE(listener.ok());
  EXPECT_GT((*listener)->name().port, 0);
  EXPECT_EQ((*listener)->name().address, "127.0.0.1");
  EXPECT_EQ((*listener)->Accept().error().code(), UV_EAGAIN);
  EXPECT_TRUE(Answers(**listener));
}

TEST(Listener, NoAddressMeansEveryAddressOfBothFamilies) {
  auto listener = Listener::Open(Tcp(std::nullopt));
  ASSERT_TRUE(listener.ok());
  EXPECT_TRUE((*listener)->name().address == "::" || (*listener)->name().address == "0.0.0.0");
  EXPECT_TRUE(Answers(**listener));  // by IPv4
}

TEST(Listener, ReportsTheErrno) {
  auto first = Listener::Open(Tcp("127.0.0.1"));
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(Listener::Open(Tcp("127.0.0.1", (*first)->name().port)).error().code(), UV_EADDRINUSE);
  EXPECT_EQ(Listener::Open(Tcp("192.0.2.1")).error().code(), UV_EADDRNOTAVAIL);
  EXPECT_EQ(Listener::Open(Tcp("no address")).error().code(), UV_EINVAL);
  ListenRequest bad;
  bad.fd = 9999;
  EXPECT_EQ(Listener::Open(bad).error().code(), UV_EBADF);
}

TEST(Listener, AGroupSharesItsPortWithItsMembersOnly) {
  auto first = Listener::Open(Tcp("127.0.0.1"), PortSharing::kGroupFirst);
  ASSERT_TRUE(first.ok());
  const int port = (*first)->name().port;
  auto second = Listener::Open(Tcp("127.0.0.1", port), PortSharing::kGroupMember);
  ASSERT_TRUE(second.ok()) << second.error().ToString();
  EXPECT_EQ((*second)->name().port, port);
  // Another app that begins a group there is told.
  auto stranger = Listener::Open(Tcp("127.0.0.1", port), PortSharing::kGroupFirst);
  ASSERT_FALSE(stranger.ok());
  EXPECT_EQ(stranger.error().code(), UV_EADDRINUSE);
}

TEST(Listener, ADescriptorIsDuplicated) {
  auto first = Listener::Open(Tcp("127.0.0.1"));
  ASSERT_TRUE(first.ok());
  ListenRequest r;
  r.fd = (*first)->fd();
  auto second = Listener::Open(r);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ((*second)->name().port, (*first)->name().port);
  first->reset();
  EXPECT_TRUE(Answers(**second));
}

TEST(Listener, UdpIsBoundOnly) {
  ListenRequest r = Tcp("127.0.0.1");
  r.type = AddressType::kUdp4;
  auto socket = Listener::Open(r);
  ASSERT_TRUE(socket.ok());
  EXPECT_EQ((*socket)->name().type, AddressType::kUdp4);
  EXPECT_GT((*socket)->name().port, 0);
}

class PipeListenerTest : public ::testing::Test {
 protected:
  test::TempFolder folder_;
};

TEST_F(PipeListenerTest, LongPathsWorkAndTheFileGoesWithTheListener) {
  for (const size_t length : {5U, 150U}) {
    const std::string path = folder_.path() + "/" + std::string(length, 's');
    {
      auto listener = Listener::Open(Pipe(path));
      ASSERT_TRUE(listener.ok());
      EXPECT_EQ((*listener)->name().address, path);
      EXPECT_EQ((*listener)->name().type, AddressType::kPipe);
      EXPECT_TRUE(Answers(**listener));
      EXPECT_EQ(Listener::Open(Pipe(path)).error().code(), UV_EADDRINUSE);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
  }
}

TEST_F(PipeListenerTest, AFileThatSomebodyElsePutThereStays) {
  const std::string path = folder_.path() + "/s";
  {
    auto listener = Listener::Open(Pipe(path));
    ASSERT_TRUE(listener.ok());
    std::filesystem::remove(path);
    std::ofstream(path) << "mine";
  }
  EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(PipeListenerTest, ModeBitsAreAdded) {
  const mode_t before = ::umask(077);
  ListenRequest r = Pipe(folder_.path() + "/s");
  r.readable_all = r.writable_all = true;
  auto listener = Listener::Open(r);
  ::umask(before);
  ASSERT_TRUE(listener.ok());
  struct stat st;
  ASSERT_EQ(::stat(r.address->c_str(), &st), 0);
  EXPECT_EQ(st.st_mode & 0666, 0666U);
}

TEST_F(PipeListenerTest, ADeadSocketGivesWayWhenAsked) {
  ListenRequest r = Pipe(folder_.path() + "/s");
  {
    // Left behind by a process that was killed.
    auto fd = base::ListenUnix(*r.address, std::nullopt, 1);
    ASSERT_TRUE(fd.ok());
  }
  EXPECT_EQ(Listener::Open(r).error().code(), UV_EADDRINUSE);
  r.replace_dead_socket = true;
  auto listener = Listener::Open(r);
  ASSERT_TRUE(listener.ok());
  EXPECT_EQ(Listener::Open(r).error().code(), UV_EADDRINUSE);  // this one lives
}

}  // namespace
}  // namespace drover::cluster
