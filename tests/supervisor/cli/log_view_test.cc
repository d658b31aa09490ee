#include "supervisor/cli/log_view.h"

#include <gtest/gtest.h>

#include "tests/supervisor/temp_dir.h"

namespace drover::sup {
namespace {

using Lines = std::vector<std::string>;

TEST(LastLinesTest, TakesFromTheEnd) {
  const TempDir dir;
  dir.Write("log", "1\n2\n3\n4\n");
  EXPECT_EQ(LastLines(dir / "log", 2), (Lines{"3", "4"}));
  EXPECT_EQ(LastLines(dir / "log", 9), (Lines{"1", "2", "3", "4"}));
  EXPECT_EQ(LastLines(dir / "log", 0), Lines{});
  EXPECT_EQ(LastLines(dir / "none", 5), Lines{});
}

TEST(LastLinesTest, GoesOnInRotatedFiles) {
  const TempDir dir;
  dir.Write("log", "5\n6\n");
  dir.Write("log.1", "3\n4\n");
  dir.Write("log.2", "1\n2\n");
  EXPECT_EQ(LastLines(dir / "log", 5), (Lines{"2", "3", "4", "5", "6"}));
}

TEST(LastLinesTest, LongFilesAreReadFromTheEndOnly) {
  const TempDir dir;
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i) + "\n";
  dir.Write("log", text);
  EXPECT_EQ(LastLines(dir / "log", 2), (Lines{"99998", "99999"}));
  EXPECT_EQ(LastLines(dir / "log", 50'000).size(), 50'000u);
}

}  // namespace
}  // namespace drover::sup
