// The platform V8 runs on: background threads for the compiler and the collector, and a queue of
// tasks for each isolate's own thread that wakes its event loop.
//
// No thread is started before the first background task, and none before AllowThreads(): the
// template process forks before that.
#pragma once

#include <uv.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
#include <unordered_map>
#include <vector>

#include <v8-platform.h>
#include <v8.h>

namespace drover::rt {

class Env;

// Tasks for one isolate, run on its loop. Posting is safe from any thread at any time; what is
// posted before Attach() waits, what is posted after Detach() is dropped.
class ForegroundTasks : public v8::TaskRunner,
                        public std::enable_shared_from_this<ForegroundTasks> {
 public:
  void Attach(Env* env, uv_loop_t* loop);
  // Closes the loop handles; the loop has to run once more for that.
  void Detach();

  void PostTask(std::unique_ptr<v8::Task> task) override;
  void PostNonNestableTask(std::unique_ptr<v8::Task> task) override { PostTask(std::move(task)); }
  void PostDelayedTask(std::unique_ptr<v8::Task> task, double delay_in_seconds) override;
  void PostNonNestableDelayedTask(std::unique_ptr<v8::Task> task, double delay) override {
    PostDelayedTask(std::move(task), delay);
  }
  void PostIdleTask(std::unique_ptr<v8::IdleTask>) override {}
  bool IdleTasksEnabled() override { return false; }
  bool NonNestableTasksEnabled() const override { return true; }
  bool NonNestableDelayedTasksEnabled() const override { return true; }

  // Runs `f` on the loop's thread, between JavaScript callbacks.
  void PostFunction(std::function<void()> f);
  // Runs what is due now. True if anything ran.
  bool RunDue();

 private:
  struct Delayed {
    uint64_t due_ns;
    std::shared_ptr<v8::Task> task;
    bool operator<(const Delayed& o) const { return due_ns > o.due_ns; }
  };
  void Wake();
  void ArmTimer();

  std::mutex mutex_;
  std::deque<std::function<void()>> due_;  // guarded by mutex_
  std::priority_queue<Delayed> delayed_;   // guarded by mutex_
  uv_async_t* async_ = nullptr;            // guarded by mutex_; owned by the loop once closed
  uv_timer_t* timer_ = nullptr;            // the loop's thread only
  Env* env_ = nullptr;
};

class Platform : public v8::Platform {
 public:
  explicit Platform(int worker_threads);
  ~Platform() override;

  // Both on the isolate's thread.
  std::shared_ptr<ForegroundTasks> Register(v8::Isolate* isolate);
  void Unregister(v8::Isolate* isolate);

  void AllowThreads();
  // Blocks until the background queue is empty, so that what it posts to the loop has been posted.
  void WaitForWorkers();
  // Ends the threads, dropping queued tasks.
  void Stop();

  v8::PageAllocator* GetPageAllocator() override;
  int NumberOfWorkerThreads() override { return worker_threads_; }
  std::shared_ptr<v8::TaskRunner> GetForegroundTaskRunner(v8::Isolate* isolate) override;
  void CallOnWorkerThread(std::unique_ptr<v8::Task> task) override;
  void CallDelayedOnWorkerThread(std::unique_ptr<v8::Task> task, double delay) override;
  bool IdleTasksEnabled(v8::Isolate*) override { return false; }
  std::unique_ptr<v8::JobHandle> PostJob(v8::TaskPriority priority,
                                         std::unique_ptr<v8::JobTask> job) override;
  double MonotonicallyIncreasingTime() override;
  double CurrentClockTimeMillis() override;
  v8::TracingController* GetTracingController() override { return &tracing_; }

 private:
  void RunWorker();
  void StartThreadIfNeeded();  // mutex_ held

  const int worker_threads_;
  std::unique_ptr<v8::Platform> defaults_;  // for its page allocator
  v8::TracingController tracing_;
  std::mutex mutex_;
  std::condition_variable work_ready_;
  std::condition_variable work_done_;
  std::deque<std::unique_ptr<v8::Task>> tasks_;  // guarded by mutex_, as all below
  std::vector<std::thread> threads_;
  int idle_threads_ = 0;
  int running_tasks_ = 0;
  bool threads_allowed_ = false;
  bool stopping_ = false;
  std::unordered_map<v8::Isolate*, std::shared_ptr<ForegroundTasks>> foreground_;
};

}  // namespace drover::rt
