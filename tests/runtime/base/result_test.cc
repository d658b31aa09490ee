#include "runtime/base/result.h"

#include <uv.h>

#include <memory>

#include <gtest/gtest.h>

namespace drover::base {
namespace {

TEST(Error, NoErrorIsOk) {
  EXPECT_TRUE(Error().ok());
  EXPECT_EQ(Error().name(), "");
}

TEST(Error, ContextGrowsAsItClimbs) {
  const Error error = Error(UV_ENOENT, "open /x/y").Wrap("start web");
  EXPECT_FALSE(error.ok());
  EXPECT_EQ(error.code(), UV_ENOENT);
  EXPECT_EQ(error.name(), "ENOENT");
  EXPECT_EQ(error.ToString(), "start web: open /x/y: no such file or directory");
}

TEST(Error, ErrnoBecomesItsLibuvCode) {
  EXPECT_EQ(Error::FromErrno(ENOENT, "open /x").code(), UV_ENOENT);
}

TEST(Error, MessageStandsAlone) {
  const Error error = Error::Message("port in use");
  EXPECT_EQ(error.ToString(), "port in use");
  EXPECT_EQ(error.code(), UV_EINVAL);
}

TEST(Result, HoldsAValueThatMoves) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  ASSERT_TRUE(result.ok());
  const std::unique_ptr<int> owned = std::move(result).value();
  EXPECT_EQ(*owned, 7);
}

TEST(Result, HoldsAnError) {
  const Result<int> result = Error(UV_EPERM, "kill 1");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().name(), "EPERM");
}

TEST(ResultDeathTest, ValueOfAFailureIsABug) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  Result<int> result = Error(UV_EPERM, "kill 1");
  EXPECT_DEATH((void)result.value(), "value\\(\\) of a failed Result");
}

}  // namespace
}  // namespace drover::base
