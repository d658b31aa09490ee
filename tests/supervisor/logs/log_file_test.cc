#include "supervisor/logs/log_file.h"

#include <unistd.h>

#include <sstream>

#include <gtest/gtest.h>

#include "tests/supervisor/temp_dir.h"

namespace drover::sup {
namespace {

std::string Contents(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(LogFileTest, AppendsToWhatIsThere) {
  const TempDir dir;
  LogFile(dir / "log", 0, 1).Write("one\n");
  LogFile(dir / "log", 0, 1).Write("two\n");
  EXPECT_EQ(Contents(dir / "log"), "one\ntwo\n");
}

TEST(LogFileTest, RotatesByRenaming) {
  const TempDir dir;
  LogFile log(dir / "log", 8, 2);
  for (const char* line : {"aaaaaa\n", "bbbbbb\n", "cccccc\n", "dddddd\n"}) log.Write(line);
  EXPECT_EQ(Contents(dir / "log"), "dddddd\n");
  EXPECT_EQ(Contents(dir / "log.1"), "cccccc\n");
  EXPECT_EQ(Contents(dir / "log.2"), "bbbbbb\n");
  EXPECT_FALSE(std::filesystem::exists(dir / "log.3"));
}

TEST(LogFileTest, ALogThatWasTakenAwayBeginsAnew) {
  const TempDir dir;
  LogFile log(dir / "log", 0, 1);
  log.Write("one\n");
  ::unlink((dir / "log").c_str());
  log.Write("two\n");
  EXPECT_EQ(Contents(dir / "log"), "two\n");
  std::filesystem::rename(dir / "log", dir / "elsewhere");
  log.Write("three\n");
  EXPECT_EQ(Contents(dir / "log"), "three\n");
  EXPECT_EQ(Contents(dir / "elsewhere"), "two\n");
}

TEST(LogFileTest, WhatTheDiskDoesNotTakeIsCounted) {
  const TempDir dir;
  LogFile log(dir / "none/log", 0, 1);
  log.Write("lost\n");
  EXPECT_EQ(log.dropped_bytes(), 5u);
  ::mkdir((dir / "none").c_str(), 0755);
  log.Write("kept\n");
  EXPECT_EQ(log.dropped_bytes(), 0u);
  EXPECT_EQ(Contents(dir / "none/log"), "-- 5 bytes of log were lost here --\nkept\n");
}

}  // namespace
}  // namespace drover::sup
