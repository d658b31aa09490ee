#include "supervisor/logs/line_stamper.h"

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

const WallTime kTime{std::chrono::milliseconds(1'700'000'000'123)};
const std::string kHead = "2023-11-14T22:13:20.123Z w0 ";

TEST(LineStamperTest, StampsWholeLinesOnly) {
  LineStamper stamper("w0");
  std::string out;
  stamper.Feed("one\ntwo", kTime, out);
  EXPECT_EQ(out, kHead + "one\n");
  stamper.Feed(" and more\n\n", kTime, out);
  EXPECT_EQ(out, kHead + "one\n" + kHead + "two and more\n" + kHead + "\n");
  stamper.Feed("rest", kTime, out);
  out.clear();
  stamper.Finish(kTime, out);
  EXPECT_EQ(out, kHead + "rest\n");
  stamper.Finish(kTime, out);
  EXPECT_EQ(out, kHead + "rest\n");
}

TEST(LineStamperTest, CutsLinesThatAreTooLong) {
  LineStamper stamper("w0");
  std::string out;
  for (int i = 0; i < 3; ++i) stamper.Feed(std::string(kLongestLine / 2, 'x'), kTime, out);
  EXPECT_EQ(out.size(), kHead.size() + kLongestLine + 1);
  stamper.Feed("\n", kTime, out);
  EXPECT_EQ(out.size(), 2 * (kHead.size() + 1) + kLongestLine + kLongestLine / 2);
}

TEST(LineStamperTest, ALineCutExactlyAtItsEndLosesNothing) {
  LineStamper stamper("w0");
  std::string out;
  stamper.Feed(std::string(kLongestLine, 'x') + "\nnext\n", kTime, out);
  EXPECT_EQ(out, kHead + std::string(kLongestLine, 'x') + "\n" + kHead + "next\n");
}

TEST(LineStamperTest, BytesOneByOneGiveTheSameLines) {
  const std::string text = "a\nbb\n\nccc\n";
  LineStamper whole("w0"), single("w0");
  std::string a, b;
  whole.Feed(text, kTime, a);
  for (const char c : text) single.Feed({&c, 1}, kTime, b);
  EXPECT_EQ(a, b);
}

TEST(ParseStampedTest, TakesLinesApart) {
  const std::string text = kHead + "hello world";
  const StampedLine line = ParseStamped(text);
  EXPECT_EQ(line.stamp, "2023-11-14T22:13:20.123Z");
  EXPECT_EQ(line.prefix, "w0");
  EXPECT_EQ(line.text, "hello world");
  EXPECT_EQ(ParseStamped("something else").text, "something else");
  EXPECT_EQ(ParseStamped("").text, "");
}

}  // namespace
}  // namespace drover::sup
