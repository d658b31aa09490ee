#include "supervisor/units.h"

#include <signal.h>

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

using std::chrono::milliseconds;

TEST(UnitsTest, ReadsDurations) {
  EXPECT_EQ(ParseDuration("1500"), milliseconds(1500));
  EXPECT_EQ(ParseDuration("250ms"), milliseconds(250));
  EXPECT_EQ(ParseDuration("10s"), milliseconds(10'000));
  EXPECT_EQ(ParseDuration("1.5s"), milliseconds(1500));
  EXPECT_EQ(ParseDuration("2H"), milliseconds(7'200'000));
  for (const char* wrong : {"", "s", "-1s", "1x", "1 s", "1.2.3s", "99999999999999999999", "0x10"})
    EXPECT_EQ(ParseDuration(wrong), std::nullopt) << wrong;
}

TEST(UnitsTest, ReadsSizes) {
  EXPECT_EQ(ParseSize("4096"), 4096u);
  EXPECT_EQ(ParseSize("64K"), 65536u);
  EXPECT_EQ(ParseSize("300m"), 300u << 20);
  EXPECT_EQ(ParseSize("1GB"), 1u << 30);
  EXPECT_EQ(ParseSize("lots"), std::nullopt);
}

TEST(UnitsTest, ReadsAndNamesSignals) {
  EXPECT_EQ(ParseSignal("SIGTERM"), SIGTERM);
  EXPECT_EQ(ParseSignal("int"), SIGINT);
  EXPECT_EQ(ParseSignal("9"), SIGKILL);
  EXPECT_EQ(ParseSignal("0"), std::nullopt);
  EXPECT_EQ(ParseSignal("SIGNOPE"), std::nullopt);
  EXPECT_EQ(SignalName(SIGUSR2), "SIGUSR2");
}

TEST(UnitsTest, ShowsTheTwoGreatestUnits) {
  EXPECT_EQ(FormatDuration(milliseconds(999)), "0s");
  EXPECT_EQ(FormatDuration(milliseconds(59'000)), "59s");
  EXPECT_EQ(FormatDuration(milliseconds(185'000)), "3m 5s");
  EXPECT_EQ(FormatDuration(milliseconds(3'600'000)), "1h");
  EXPECT_EQ(FormatDuration(milliseconds(90'000'000)), "1d 1h");
}

TEST(UnitsTest, ShowsSizes) {
  EXPECT_EQ(FormatSize(512), "512B");
  EXPECT_EQ(FormatSize(3'500'000), "3.3M");
  EXPECT_EQ(FormatSize(120u << 20), "120M");
}

}  // namespace
}  // namespace drover::sup
