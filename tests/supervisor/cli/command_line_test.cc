#include "supervisor/cli/command_line.h"

#include <gtest/gtest.h>

namespace drover::sup {
namespace {

base::Result<CommandLine> Parse(std::vector<std::string> words) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  return ParseCommandLine(*FindCommand(words[0]), static_cast<int>(argv.size()), argv.data());
}

TEST(CommandLineTest, ReadsStart) {
  auto line = Parse(
      {"start", "server.js", "--name", "web", "-i", "max", "--timeout", "1.5", "--", "-i", "--x"});
  ASSERT_TRUE(line.ok()) << line.error().ToString();
  EXPECT_EQ(line->words, std::vector<std::string>{"server.js"});
  EXPECT_EQ(line->start.name, "web");
  EXPECT_EQ(line->start.instances, "max");
  EXPECT_EQ(line->timeout, std::chrono::milliseconds(1500));
  EXPECT_EQ(line->start.args, (std::vector<std::string>{"-i", "--x"}));
}

TEST(CommandLineTest, ReadsNegativeNumbers) {
  auto line = Parse({"scale", "web", "-1"});
  ASSERT_TRUE(line.ok()) << line.error().ToString();
  EXPECT_EQ(line->words, (std::vector<std::string>{"web", "-1"}));
  auto instances = Parse({"start", "a.js", "-i", "-1"});
  ASSERT_TRUE(instances.ok()) << instances.error().ToString();
  EXPECT_EQ(instances->start.instances, "-1");
}

TEST(CommandLineTest, ReadsLogs) {
  auto line = Parse({"logs", "-f", "web", "job", "--lines", "3", "--err"});
  ASSERT_TRUE(line.ok()) << line.error().ToString();
  EXPECT_TRUE(line->follow);
  EXPECT_TRUE(line->error_only);
  EXPECT_EQ(line->lines, 3u);
  EXPECT_EQ(line->words.size(), 2u);
}

TEST(CommandLineTest, ErrorsAreOneLineAndNameTheNearest) {
  EXPECT_EQ(Parse({"logs", "--lnies", "3"}).error().ToString(),
            "drover logs: unknown option --lnies; did you mean --lines?");
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"logs", "--lines", "x"},
                                             {"start", "a.js", "-i"},
                                             {"ls", "--bogus"},
                                             {"stop", "web", "--timeout", "soon"}}) {
    const auto line = Parse(words);
    ASSERT_FALSE(line.ok()) << words[0];
    EXPECT_EQ(line.error().ToString().find('\n'), std::string::npos);
    EXPECT_TRUE(line.error().ToString().starts_with("drover " + words[0]))
        << line.error().ToString();
  }
}

TEST(CommandLineTest, EveryCommandHasHelp) {
  for (const CommandInfo& command : Commands()) {
    EXPECT_TRUE(command.help.starts_with("Usage: drover " + std::string(command.name)))
        << command.name;
    auto line = Parse({std::string(command.name), "--help"});
    ASSERT_TRUE(line.ok()) << line.error().ToString();
    EXPECT_TRUE(line->help);
    EXPECT_NE(GeneralHelp().find("  " + std::string(command.name)), std::string::npos);
  }
}

TEST(CommandLineTest, AliasesAndNearest) {
  EXPECT_EQ(FindCommand("list"), FindCommand("ls"));
  EXPECT_EQ(FindCommand("status"), FindCommand("ls"));
  EXPECT_EQ(FindCommand("del"), FindCommand("delete"));
  EXPECT_EQ(FindCommand("nothing"), nullptr);
  EXPECT_EQ(NearestCommand("strat"), "start");
  EXPECT_EQ(NearestCommand("reloda"), "reload");
}

TEST(CommandLineTest, HelpFitsAnOrdinaryTerminal) {
  std::string all = GeneralHelp();
  for (const CommandInfo& command : Commands()) all.append(command.help);
  for (size_t end; (end = all.find('\n')) != std::string::npos; all.erase(0, end + 1))
    EXPECT_LE(end, 90u) << all.substr(0, end);
}

}  // namespace
}  // namespace drover::sup
