#include "runtime/base/fd.h"

#include <fcntl.h>

#include <cerrno>

#include <gtest/gtest.h>

namespace drover::base {
namespace {

Fd OpenNull() { return Fd(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }
bool IsOpen(int fd) { return ::fcntl(fd, F_GETFD) >= 0; }

TEST(Fd, ClosesAtTheEndOfItsLife) {
  int number = -1;
  {
    const Fd fd = OpenNull();
    number = fd.get();
    ASSERT_TRUE(IsOpen(number));
  }
  EXPECT_FALSE(IsOpen(number));
}

TEST(Fd, MoveLeavesTheSourceEmpty) {
  Fd from = OpenNull();
  const int number = from.get();
  const Fd to = std::move(from);
  EXPECT_FALSE(from.valid());  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(to.get(), number);
  EXPECT_TRUE(IsOpen(number));
}

TEST(Fd, ReleaseGivesUpOwnership) {
  Fd fd = OpenNull();
  const Fd again(fd.Release());
  EXPECT_FALSE(fd);
  EXPECT_TRUE(IsOpen(again.get()));
}

TEST(Fd, DuplicateIsCloseOnExec) {
  const Fd fd = OpenNull();
  const Fd copy = fd.Duplicate();
  ASSERT_TRUE(copy);
  EXPECT_NE(copy.get(), fd.get());
  EXPECT_TRUE(::fcntl(copy.get(), F_GETFD) & FD_CLOEXEC);
}

TEST(Fd, DuplicateOfNothingFails) {
  EXPECT_FALSE(Fd().Duplicate().valid());
  EXPECT_EQ(errno, EBADF);
}

}  // namespace
}  // namespace drover::base
