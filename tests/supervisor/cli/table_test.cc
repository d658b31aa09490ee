#include "supervisor/cli/table.h"

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

Table Sample() {
  Table table({{"id", Align::kRight}, {"name", Align::kLeft, 4}, {"mem", Align::kRight}});
  table.Add({{"0"}, {"a-rather-long-name"}, {"12M"}});
  table.Add({{"10"}, {"b"}, {"1.5M"}});
  return table;
}

TEST(TableTest, AlignsItsColumns) {
  EXPECT_EQ(Sample().Render(Terminal(0, false, false)),
            "id  name                 mem\n"
            " 0  a-rather-long-name   12M\n"
            "10  b                   1.5M\n");
}

TEST(TableTest, ShortensWhatMayShrink) {
  EXPECT_EQ(Sample().Render(Terminal(18, false, false)),
            "id  name       mem\n"
            " 0  a-rathe…   12M\n"
            "10  b         1.5M\n");
}

TEST(TableTest, NoLineIsWiderThanTheTerminal) {
  for (unsigned width = 14; width < 40; ++width) {
    std::string text = Sample().Render(Terminal(width, false, false));
    for (size_t end; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1))
      EXPECT_LE(DisplayWidth(text.substr(0, end)), width);
  }
}

TEST(TableTest, ControlCharactersDoNotReachTheTerminal) {
  Table table({{"x", Align::kLeft}});
  table.Add({{"a\033[2Jb\nc"}});
  EXPECT_EQ(table.Render(Terminal(0, false, false)), "x\na?[2Jb?c\n");
}

TEST(TableTest, ColoursDoNotCountAsWidth) {
  Table table({{"x", Align::kLeft}, {"y", Align::kLeft}});
  table.Add({{"ok", Color::kGreen}, {"z"}});
  EXPECT_EQ(table.Render(Terminal(80, true, true)),
            "\033[1mx\033[0m   \033[1my\033[0m\n\033[32mok\033[0m  z\n");
}

TEST(DisplayWidthTest, KnowsWideAndCombiningLetters) {
  EXPECT_EQ(DisplayWidth("abc"), 3u);
  EXPECT_EQ(DisplayWidth("é"), 1u);
  EXPECT_EQ(DisplayWidth("日本"), 4u);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1u);
  EXPECT_EQ(Shorten("日本語", 5), "日本…");
  EXPECT_EQ(Shorten("abc", 0), "");
}

}  // namespace
}  // namespace drover::sup
