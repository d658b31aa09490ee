#include "ipc/buffer.h"

#include <gtest/gtest.h>

namespace drover::ipc {
namespace {

TEST(Buffer, OwnsAString) {
  Buffer a(std::string("short"));
  Buffer b = std::move(a);
  EXPECT_EQ(b.view(), "short");
  EXPECT_TRUE(b.owned());
  EXPECT_EQ(a.size(), 0U);  // NOLINT(bugprone-use-after-move)
}

TEST(Buffer, FreesABlockOnce) {
  int freed = 0;
  static char block[] = "block";
  const auto free = [](void*, void* hint) { ++*static_cast<int*>(hint); };
  {
    Buffer a = Buffer::Adopt(block, 5, free, &freed);
    Buffer b = std::move(a);
    Buffer c;
    c = std::move(b);
    EXPECT_EQ(c.view(), "block");
    EXPECT_EQ(freed, 0);
  }
  EXPECT_EQ(freed, 1);
}

TEST(Buffer, OwnCopiesOnlyWhatIsBorrowed) {
  std::string text(100, 'x');
  Buffer borrowed = Buffer::Borrow(text);
  EXPECT_FALSE(borrowed.owned());
  Buffer own = std::move(borrowed).Own();
  text.assign(100, 'y');
  EXPECT_EQ(own.view(), std::string(100, 'x'));
  const char* before = own.data();
  own = std::move(own).Own();
  EXPECT_EQ(own.data(), before);
}

}  // namespace
}  // namespace drover::ipc
