// LoopTest: a fixture with a loop of its own. When the test's objects are gone the loop must close:
// a handle that anyone forgot is a failing test. Also holds the number of open descriptors.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "runtime/base/clock.h"
#include "runtime/base/loop.h"

namespace drover::test {

// Descriptors this process has open.
size_t CountOpenFds();

// A temporary folder that is removed with all it holds.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

class LoopTest : public ::testing::Test {
 protected:
  LoopTest();
  // Closes the loop (aborts where handles are left) and fails the test where descriptors are left.
  ~LoopTest() override;

  uv_loop_t* uv() { return loop_->uv(); }
  base::Loop& loop() { return *loop_; }
  base::LoopClock& clock() { return clock_; }
  // Runs the loop until `done`; a failure of the test after 10 s.
  [[nodiscard]] bool RunUntil(const std::function<bool()>& done);
  // A few turns that do not wait: what is due happens.
  void Settle(int turns = 5);

 private:
  size_t fds_before_;
  std::unique_ptr<base::Loop> loop_;
  base::LoopClock clock_;
};

}  // namespace drover::test
