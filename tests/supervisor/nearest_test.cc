#include "supervisor/nearest.h"

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

constexpr std::string_view kWords[] = {"start", "stop", "restart", "reload", "scale", "ls"};

TEST(NearestTest, CountsEdits) {
  EXPECT_EQ(EditDistance("", ""), 0u);
  EXPECT_EQ(EditDistance("abc", "abc"), 0u);
  EXPECT_EQ(EditDistance("", "abc"), 3u);
  EXPECT_EQ(EditDistance("abc", "abd"), 1u);
  EXPECT_EQ(EditDistance("abc", "acb"), 1u);  // neighbours swapped
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3u);
}

TEST(NearestTest, FindsTheSlipOfAFinger) {
  EXPECT_EQ(Nearest("strat", kWords), "start");
  EXPECT_EQ(Nearest("realod", kWords), "reload");
  EXPECT_EQ(Nearest("sl", kWords), "ls");
}

TEST(NearestTest, SaysNothingWhereNothingIsNear) {
  EXPECT_EQ(Nearest("banana", kWords), "");
  EXPECT_EQ(Nearest("", kWords), "");
  EXPECT_EQ(Nearest(std::string(10'000, 'x'), kWords), "");
}

}  // namespace
}  // namespace drover::sup
