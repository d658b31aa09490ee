#include "runtime/bindings/fs_tree_ops.h"

#include <unistd.h>
#include <uv.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace drover::rt::fs {
namespace {

class FsTreeOpsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string shape = testing::TempDir() + "fs_tree_ops.XXXXXX";
    ASSERT_NE(::mkdtemp(shape.data()), nullptr);
    root_ = shape;
  }
  void TearDown() override {
    TreeFailure failure;
    EXPECT_EQ(RemoveTree(root_, failure), 0) << failure.syscall << ' ' << failure.path;
  }
  std::string At(const std::string& name) const { return root_ + '/' + name; }
  void Touch(const std::string& name) const {
    FILE* file = std::fopen(At(name).c_str(), "w");
    ASSERT_NE(file, nullptr);
    std::fclose(file);
  }
  bool Exists(const std::string& name) const {
    struct stat st;
    return ::lstat(At(name).c_str(), &st) == 0;
  }

  std::string root_;
};

TEST_F(FsTreeOpsTest, MakeDirsAnswersTheFirstMade) {
  std::string first;
  EXPECT_EQ(MakeDirs(At("a/b/c"), 0777, first), 0);
  EXPECT_EQ(first, At("a"));
  first.clear();
  EXPECT_EQ(MakeDirs(At("a/b/c"), 0777, first), 0);
  EXPECT_EQ(first, "");
  EXPECT_EQ(MakeDirs(At("a/b/d/"), 0777, first), 0);
  EXPECT_EQ(first, At("a/b/d/"));
}

TEST_F(FsTreeOpsTest, MakeDirsTellsWhatIsInTheWay) {
  Touch("file");
  std::string first;
  EXPECT_EQ(MakeDirs(At("file"), 0777, first), UV_EEXIST);
  EXPECT_EQ(MakeDirs(At("file/below"), 0777, first), UV_ENOTDIR);
  EXPECT_EQ(MakeDirs("", 0777, first), UV_ENOENT);
  // A folder that can never hold one ends the search.
  EXPECT_LT(MakeDirs("/proc/none/below", 0777, first), 0);
  EXPECT_EQ(first, "");
}

TEST_F(FsTreeOpsTest, RemoveTreeTakesFoldersFilesAndLinks) {
  std::string first;
  ASSERT_EQ(MakeDirs(At("tree/x/y"), 0777, first), 0);
  ASSERT_EQ(MakeDirs(At("keep"), 0777, first), 0);
  Touch("tree/f");
  Touch("tree/x/y/g");
  Touch("keep/h");
  ASSERT_EQ(::symlink("../keep", At("tree/link").c_str()), 0);
  ASSERT_EQ(::symlink("nowhere", At("tree/dangling").c_str()), 0);
  TreeFailure failure;
  EXPECT_EQ(RemoveTree(At("tree"), failure), 0);
  EXPECT_FALSE(Exists("tree"));
  EXPECT_TRUE(Exists("keep/h"));
}

TEST_F(FsTreeOpsTest, RemoveTreeTakesOnlyTheLinkItself) {
  std::string first;
  ASSERT_EQ(MakeDirs(At("keep"), 0777, first), 0);
  Touch("keep/h");
  ASSERT_EQ(::symlink("keep", At("link").c_str()), 0);
  TreeFailure failure;
  EXPECT_EQ(RemoveTree(At("link"), failure), 0);
  EXPECT_FALSE(Exists("link"));
  EXPECT_TRUE(Exists("keep/h"));
}

TEST_F(FsTreeOpsTest, RemoveTreeTellsWhatFailed) {
  TreeFailure failure;
  EXPECT_EQ(RemoveTree(At("none"), failure), UV_ENOENT);
  EXPECT_STREQ(failure.syscall, "lstat");
  EXPECT_EQ(failure.path, At("none"));
  Touch("file");
  EXPECT_EQ(RemoveTree(At("file/below"), failure), UV_ENOTDIR);
  EXPECT_STREQ(failure.syscall, "unlink");
}

}  // namespace
}  // namespace drover::rt::fs
