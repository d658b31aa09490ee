#include "supervisor/config/program.h"

#include <uv.h>

#include <gtest/gtest.h>

#include "tests/supervisor/temp_dir.h"

namespace drover::sup {
namespace {

class ProgramTest : public ::testing::Test {
 protected:
  ProgramTest() {
    caller_.cwd = dir_.path();
    caller_.runtime = "/opt/drover-runtime";
    caller_.env = {"PATH=" + dir_.path() + "/bin:/usr/bin:/bin"};
    ::mkdir((dir_ / "bin").c_str(), 0755);
  }
  base::Result<Program> Resolve(std::string_view script, std::string_view interpreter = "") {
    return ResolveProgram(script, interpreter, dir_.path(), caller_);
  }

  TempDir dir_;
  Caller caller_;
};

TEST_F(ProgramTest, JavaScriptRunsInTheRuntime) {
  dir_.Write("a.mjs", "");
  auto program = Resolve("a.mjs");
  ASSERT_TRUE(program.ok());
  EXPECT_EQ(program->interpreter, caller_.runtime);
  EXPECT_TRUE(program->javascript);
  EXPECT_EQ(program->script, dir_ / "a.mjs");
}

TEST_F(ProgramTest, FindsAScriptWithoutItsExtension) {
  dir_.Write("a.js", "");
  auto program = Resolve("./a");
  ASSERT_TRUE(program.ok());
  EXPECT_EQ(program->script, dir_ / "a.js");
}

TEST_F(ProgramTest, AnExecutableRunsItself) {
  dir_.Write("tool", "#!/bin/sh\n", 0755);
  auto program = Resolve("./tool");
  ASSERT_TRUE(program.ok());
  EXPECT_EQ(program->interpreter, "");
  EXPECT_FALSE(program->javascript);
}

TEST_F(ProgramTest, AShebangOfNodeMeansTheRuntime) {
  dir_.Write("cli", "#!/usr/bin/env node\n", 0755);
  auto program = Resolve("./cli");
  ASSERT_TRUE(program.ok());
  EXPECT_TRUE(program->javascript);
}

TEST_F(ProgramTest, KnownExtensionsHaveTheirInterpreter) {
  dir_.Write("a.sh", "");
  dir_.Write("bin/bash", "", 0755);
  auto program = Resolve("a.sh");
  ASSERT_TRUE(program.ok());
  EXPECT_EQ(program->interpreter, dir_ / "bin/bash");
}

TEST_F(ProgramTest, ABareNameIsFoundInPath) {
  dir_.Write("bin/tool", "", 0755);
  auto program = Resolve("tool");
  ASSERT_TRUE(program.ok());
  EXPECT_EQ(program->script, dir_ / "bin/tool");
}

TEST_F(ProgramTest, ErrorsNameTheScript) {
  dir_.Write("data.txt", "");
  EXPECT_EQ(Resolve("none.js").error().code(), UV_ENOENT);
  EXPECT_NE(Resolve("data.txt").error().ToString().find("data.txt"), std::string::npos);
  EXPECT_NE(Resolve("data.txt", "none").error().ToString().find("not executable"),
            std::string::npos);
  EXPECT_NE(Resolve("data.txt", "nonesuch").error().ToString().find("nonesuch"), std::string::npos);
}

TEST(AbsolutePathTest, TakesDotsOut) {
  EXPECT_EQ(AbsolutePath("a/../b/./c", "/x"), "/x/b/c");
  EXPECT_EQ(AbsolutePath("../../..", "/x/y"), "/");
  EXPECT_EQ(AbsolutePath("/a//b/", "/x"), "/a/b");
}

TEST(DefaultNameTest, IsTheBareNameOfTheScript) {
  EXPECT_EQ(DefaultName("/srv/app/web.server.mjs"), "web.server");
  EXPECT_EQ(DefaultName("/srv/my app"), "my-app");
  EXPECT_EQ(DefaultName("/srv/dir/"), "dir");
}

}  // namespace
}  // namespace drover::sup
