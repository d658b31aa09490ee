#include "runtime/base/unix_socket.h"

#include <fcntl.h>
#include <uv.h>

#include <filesystem>
#include <fstream>

#include <sys/socket.h>
#include <sys/stat.h>

#include "tests/support/loop_test.h"

namespace drover::base {
namespace {

class UnixSocketTest : public ::testing::Test {
 protected:
  std::string In(const std::string& name) { return folder_.path() + "/" + name; }
  // Whether a connection to `path` reaches `listener`.
  static bool Reaches(const std::string& path, const Fd& listener) {
    auto client = ConnectUnix(path);
    if (!client.ok()) return false;
    const Fd server(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    return server.valid();
  }
  test::TempFolder folder_;
};

TEST_F(UnixSocketTest, PairIsConnectedCloseOnExecAndNonBlocking) {
  auto pair = MakeSocketPair();
  ASSERT_TRUE(pair.ok());
  EXPECT_EQ(::write(pair->first.get(), "x", 1), 1);
  char c;
  EXPECT_EQ(::read(pair->second.get(), &c, 1), 1);
  EXPECT_EQ(::read(pair->second.get(), &c, 1), -1);
  EXPECT_EQ(errno, EAGAIN);
  EXPECT_TRUE(::fcntl(pair->first.get(), F_GETFD) & FD_CLOEXEC);
}

TEST_F(UnixSocketTest, ListensWithTheModeGivenWhateverTheUmask) {
  for (const mode_t mask : {0U, 077U}) {
    const mode_t before = ::umask(mask);
    const std::string path = In("mode" + std::to_string(mask));
    auto listener = ListenUnix(path, 0660, 5);
    ::umask(before);
    ASSERT_TRUE(listener.ok());
    struct stat st;
    ASSERT_EQ(::stat(path.c_str(), &st), 0);
    EXPECT_EQ(st.st_mode & 07777, 0660U);
  }
}

TEST_F(UnixSocketTest, PathsOfAnyLengthWork) {
  for (const size_t length : {8U, 90U, 107U, 108U, 150U, 200U}) {
    const std::string long_folder = In(std::string(100, 'd'));
    std::filesystem::create_directories(long_folder);
    for (const std::string& path :
         {In(std::string(length, 'n')), long_folder + "/" + std::string(length, 'n')}) {
      auto listener = ListenUnix(path, 0600, 5);
      ASSERT_TRUE(listener.ok()) << listener.error().ToString();
      EXPECT_TRUE(Reaches(path, *listener)) << path.size();
      auto second = ListenUnix(path, 0600, 5);
      ASSERT_FALSE(second.ok());
      EXPECT_EQ(second.error().code(), UV_EADDRINUSE);
    }
  }
  // No temporary names are left.
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    EXPECT_NE(entry.path().filename().string()[0], '.');
}

TEST_F(UnixSocketTest, ErrorsOfConnect) {
  EXPECT_EQ(ConnectUnix(In("missing")).error().code(), UV_ENOENT);
  { auto listener = ListenUnix(In("dead"), 0600, 5); }
  EXPECT_EQ(ConnectUnix(In("dead")).error().code(), UV_ECONNREFUSED);
}

TEST_F(UnixSocketTest, OnlyADeadSocketIsRemoved) {
  EXPECT_TRUE(RemoveDeadSocket(In("missing")).ok());

  std::ofstream(In("file")) << "data";
  EXPECT_EQ(RemoveDeadSocket(In("file")).code(), UV_ENOTSOCK);
  EXPECT_TRUE(std::filesystem::exists(In("file")));

  auto alive = ListenUnix(In("alive"), 0600, 5);
  ASSERT_TRUE(alive.ok());
  EXPECT_EQ(RemoveDeadSocket(In("alive")).code(), UV_EADDRINUSE);
  EXPECT_TRUE(Reaches(In("alive"), *alive));

  { auto listener = ListenUnix(In("dead"), 0600, 5); }
  EXPECT_TRUE(RemoveDeadSocket(In("dead")).ok());
  EXPECT_FALSE(std::filesystem::exists(In("dead")));
}

TEST_F(UnixSocketTest, KnowsItsPeer) {
  auto pair = MakeSocketPair();
  ASSERT_TRUE(pair.ok());
  auto peer = GetPeerCredentials(pair->first);
  ASSERT_TRUE(peer.ok());
  EXPECT_EQ(peer->pid, ::getpid());
  EXPECT_EQ(peer->uid, ::getuid());
}

}  // namespace
}  // namespace drover::base
