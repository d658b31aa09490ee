#include "tests/support/loop_test.h"

#include <dirent.h>

#include <cstdlib>
#include <filesystem>

#include "runtime/base/check.h"

namespace drover::test {

size_t CountOpenFds() {
  DIR* dir = ::opendir("/proc/self/fd");
  if (dir == nullptr) return 0;
  size_t count = 0;
  while (::readdir(dir) != nullptr) ++count;
  ::closedir(dir);
  return count - 3;  // ".", ".." and the folder itself
}

TempFolder::TempFolder() {
  const char* base = std::getenv("TMPDIR");
  path_ = std::string(base != nullptr ? base : "/tmp") + "/drover-test-XXXXXX";
  CHECK(::mkdtemp(path_.data()) != nullptr, "mkdtemp");
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

LoopTest::LoopTest()
    : fds_before_(CountOpenFds()), loop_(std::make_unique<base::Loop>()), clock_(loop_->uv()) {
  // Watching for children opens a pipe that libuv keeps for the life of the process.
  auto signal = base::MakeUv<uv_signal_t>(uv_signal_init, uv(), nullptr);
  CHECK(signal.ok(), "uv_signal_init");
  static bool first = true;
  if (std::exchange(first, false)) {
    signal->reset();
    loop_ = nullptr;
    fds_before_ = CountOpenFds();
    loop_ = std::make_unique<base::Loop>();
    clock_ = base::LoopClock(uv());
  }
}

LoopTest::~LoopTest() {
  loop_.reset();
  EXPECT_EQ(CountOpenFds(), fds_before_) << "descriptors are left open";
}

bool LoopTest::RunUntil(const std::function<bool()>& done) {
  return loop_->RunUntil(done, std::chrono::seconds(10)) == base::RunResult::kStopped;
}

void LoopTest::Settle(int turns) {
  for (int i = 0; i < turns; ++i) loop_->Poll();
}

}  // namespace drover::test
