#include "runtime/base/subprocess.h"

#include <fcntl.h>

#include <csignal>
#include <cstdlib>

#include <sys/wait.h>

#include "runtime/base/fd.h"
#include "runtime/base/limits.h"
#include "tests/support/loop_test.h"

namespace drover::base {
namespace {

class SubprocessTest : public test::LoopTest {
 protected:
  std::unique_ptr<Subprocess> Shell(const std::string& script, SubprocessOptions options = {}) {
    options.file = "/bin/sh";
    options.argv = {"sh", "-c", script};
    auto made = Subprocess::Spawn(uv(), std::move(options), [this](ExitStatus s) {
      exited_ = true;
      status_ = s;
    });
    EXPECT_TRUE(made.ok());
    return made.ok() ? std::move(made).value() : nullptr;
  }
  // What the child writes to its descriptor 1, until it closes it.
  std::string Output(const std::string& script, SubprocessOptions options = {}) {
    int ends[2];
    EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const Fd read_end(ends[0]);
    Fd write_end(ends[1]);
    options.stdio = {SubprocessOptions::kIgnore, write_end.get(), SubprocessOptions::kIgnore};
    auto child = Shell(script, std::move(options));
    write_end.Reset();
    std::string out;
    char buffer[256];
    ssize_t n;
    while ((n = ::read(read_end.get(), buffer, sizeof buffer)) > 0)
      out.append(buffer, static_cast<size_t>(n));
    EXPECT_TRUE(RunUntil([this] { return exited_; }));
    return out;
  }

  bool exited_ = false;
  ExitStatus status_;
};

TEST_F(SubprocessTest, ReportsTheExitCode) {
  auto child = Shell("exit 7");
  EXPECT_TRUE(child->running());
  ASSERT_TRUE(RunUntil([&] { return exited_; }));
  EXPECT_EQ(status_.code, 7);
  EXPECT_EQ(status_.signal, 0);
  EXPECT_FALSE(child->running());
  EXPECT_EQ(child->Kill(SIGTERM).code(), UV_ESRCH);
}

TEST_F(SubprocessTest, ReportsTheSignal) {
  auto child = Shell("exec sleep 60");
  ASSERT_TRUE(child->Kill(SIGTERM).ok());
  ASSERT_TRUE(RunUntil([&] { return exited_; }));
  EXPECT_EQ(status_.signal, SIGTERM);
}

TEST_F(SubprocessTest, AFailedStartLeavesNothing) {
  SubprocessOptions options;
  options.file = "/nonexistent/program";
  options.argv = {"program"};
  auto made = Subprocess::Spawn(uv(), std::move(options), [](ExitStatus) { FAIL(); });
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code(), UV_ENOENT);
}

TEST_F(SubprocessTest, AMissingFolderIsAnError) {
  SubprocessOptions options;
  options.file = "/bin/sh";
  options.argv = {"sh"};
  options.cwd = "/nonexistent";
  auto made = Subprocess::Spawn(uv(), std::move(options), [](ExitStatus) { FAIL(); });
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().code(), UV_ENOENT);
}

TEST_F(SubprocessTest, DestructionKillsAndReaps) {
  auto child = Shell("exec sleep 60");
  const pid_t pid = child->pid();
  child.reset();
  EXPECT_EQ(::kill(pid, 0), -1);
  EXPECT_EQ(::waitpid(pid, nullptr, WNOHANG), -1);
  Settle();
  EXPECT_FALSE(exited_);
}

TEST_F(SubprocessTest, MayBeDestroyedByItsExitCallback) {
  std::unique_ptr<Subprocess> child;
  bool done = false;
  SubprocessOptions options;
  options.file = "true";
  options.argv = {"true"};
  auto made = Subprocess::Spawn(uv(), std::move(options), [&](ExitStatus) {
    child.reset();
    done = true;
  });
  ASSERT_TRUE(made.ok());
  child = std::move(made).value();
  ASSERT_TRUE(RunUntil([&] { return done; }));
}

TEST_F(SubprocessTest, TheChildHasOnlyTheDescriptorsItWasGiven) {
  KeepFromChildren(3);  // whatever started this test may have left some open
  const Fd other(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  const std::string seen = Output("for f in /proc/self/fd/*; do echo ${f##*/}; done");
  // 3 is the shell's own, on the folder that it lists.
  EXPECT_EQ(seen, "0\n1\n2\n3\n");
}

TEST_F(SubprocessTest, EnvironmentAndFolderAreTheOnesGiven) {
  SubprocessOptions options;
  options.env = std::vector<std::string>{"A=1", "PATH=/usr/bin:/bin"};
  options.cwd = "/";
  EXPECT_EQ(Output("echo $A $HOME $PWD", std::move(options)), "1 /\n");
}

TEST_F(SubprocessTest, TheWholeGroupIsReached) {
  SubprocessOptions options;
  options.own_session = true;
  auto child = Shell("sleep 60 & wait", std::move(options));
  ASSERT_TRUE(child->KillGroup(SIGKILL).ok());
  ASSERT_TRUE(RunUntil([&] { return exited_; }));
  EXPECT_EQ(status_.signal, SIGKILL);
}

TEST_F(SubprocessTest, AnUnreferencedChildDoesNotHoldTheLoop) {
  auto child = Shell("exec sleep 60");
  child->Unref();
  EXPECT_EQ(loop().Run(), RunResult::kEmpty);
}

TEST_F(SubprocessTest, AnAbandonedChildGoesOn) {
  auto child = Shell("exec sleep 60");
  const pid_t pid = child->pid();
  child->Abandon();
  child.reset();
  Settle();
  EXPECT_EQ(::kill(pid, 0), 0);
  ::kill(pid, SIGKILL);
  EXPECT_EQ(::waitpid(pid, nullptr, 0), pid);
}

}  // namespace
}  // namespace drover::base
