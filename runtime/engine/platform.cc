#include "runtime/engine/platform.h"

#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <chrono>

#include <libplatform/libplatform.h>

#include "runtime/base/check.h"
#include "runtime/engine/env.h"

namespace drover::rt {
namespace {

uint64_t Nanoseconds(double seconds) { return static_cast<uint64_t>(std::max(0.0, seconds) * 1e9); }

void DeleteOnClose(uv_handle_t* h) {
  if (h->type == UV_ASYNC) {
    delete reinterpret_cast<uv_async_t*>(h);
  } else {
    delete reinterpret_cast<uv_timer_t*>(h);
  }
}

}  // namespace

void ForegroundTasks::Attach(Env* env, uv_loop_t* loop) {
  std::lock_guard lock(mutex_);
  env_ = env;
  async_ = new uv_async_t;
  async_->data = this;
  CHECK(uv_async_init(loop, async_, [](uv_async_t* h) {
          if (h->data) static_cast<ForegroundTasks*>(h->data)->RunDue();
        }) == 0);
  uv_unref(reinterpret_cast<uv_handle_t*>(async_));
  timer_ = new uv_timer_t;
  timer_->data = this;
  CHECK(uv_timer_init(loop, timer_) == 0);
  uv_unref(reinterpret_cast<uv_handle_t*>(timer_));
  if (!due_.empty() || !delayed_.empty()) uv_async_send(async_);
}

void ForegroundTasks::Detach() {
  std::lock_guard lock(mutex_);
  if (!async_) return;
  async_->data = nullptr;
  timer_->data = nullptr;
  uv_close(reinterpret_cast<uv_handle_t*>(async_), DeleteOnClose);
  uv_close(reinterpret_cast<uv_handle_t*>(timer_), DeleteOnClose);
  async_ = nullptr;
  timer_ = nullptr;
  env_ = nullptr;
  due_.clear();
  while (!delayed_.empty()) delayed_.pop();
}

void ForegroundTasks::Wake() {
  if (async_) uv_async_send(async_);
}

void ForegroundTasks::PostTask(std::unique_ptr<v8::Task> task) {
  PostFunction([task = std::shared_ptr<v8::Task>(std::move(task))] { task->Run(); });
}

void ForegroundTasks::PostFunction(std::function<void()> f) {
  std::lock_guard lock(mutex_);
  due_.push_back(std::move(f));
  Wake();
}

void ForegroundTasks::PostDelayedTask(std::unique_ptr<v8::Task> task, double delay_in_seconds) {
  std::lock_guard lock(mutex_);
  delayed_.push({uv_hrtime() + Nanoseconds(delay_in_seconds), std::move(task)});
  Wake();
}

void ForegroundTasks::ArmTimer() {
  if (!timer_ || delayed_.empty()) return;
  const uint64_t now = uv_hrtime();
  const uint64_t due = delayed_.top().due_ns;
  const uint64_t ms = due <= now ? 0 : (due - now) / 1000000 + 1;
  uv_timer_start(
      timer_,
      [](uv_timer_t* h) {
        if (h->data) static_cast<ForegroundTasks*>(h->data)->RunDue();
      },
      ms, 0);
  uv_unref(reinterpret_cast<uv_handle_t*>(timer_));
}

bool ForegroundTasks::RunDue() {
  auto self = shared_from_this();  // a task may end in Detach()
  std::deque<std::function<void()>> batch;
  {
    std::lock_guard lock(mutex_);
    batch.swap(due_);
    const uint64_t now = uv_hrtime();
    while (!delayed_.empty() && delayed_.top().due_ns <= now) {
      batch.push_back([task = delayed_.top().task] { task->Run(); });
      delayed_.pop();
    }
    ArmTimer();
  }
  for (auto& f : batch) {
    if (!env_ || !env_->can_call_js()) break;
    v8::HandleScope scope(env_->isolate());
    v8::Context::Scope context_scope(env_->context());
    f();
    if (env_) env_->DrainTicks();
  }
  return !batch.empty();
}

Platform::Platform(int worker_threads)
    : worker_threads_(worker_threads),
      defaults_(v8::platform::NewSingleThreadedDefaultPlatform()) {}

Platform::~Platform() { Stop(); }

v8::PageAllocator* Platform::GetPageAllocator() { return defaults_->GetPageAllocator(); }

std::shared_ptr<ForegroundTasks> Platform::Register(v8::Isolate* isolate) {
  std::lock_guard lock(mutex_);
  auto& slot = foreground_[isolate];
  if (!slot) slot = std::make_shared<ForegroundTasks>();
  return slot;
}

void Platform::Unregister(v8::Isolate* isolate) {
  std::shared_ptr<ForegroundTasks> tasks;
  {
    std::lock_guard lock(mutex_);
    const auto it = foreground_.find(isolate);
    if (it == foreground_.end()) return;
    tasks = it->second;
    foreground_.erase(it);
  }
  tasks->Detach();
}

std::shared_ptr<v8::TaskRunner> Platform::GetForegroundTaskRunner(v8::Isolate* isolate) {
  return Register(isolate);
}

void Platform::AllowThreads() {
  std::lock_guard lock(mutex_);
  threads_allowed_ = true;
  if (!tasks_.empty()) StartThreadIfNeeded();
}

void Platform::StartThreadIfNeeded() {
  if (!threads_allowed_ || stopping_) return;
  if (idle_threads_ > 0 || threads_.size() >= static_cast<size_t>(worker_threads_)) return;
  // Signals are for the thread that runs the loop.
  sigset_t all, old;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  threads_.emplace_back([this] { RunWorker(); });
  pthread_sigmask(SIG_SETMASK, &old, nullptr);
}

void Platform::CallOnWorkerThread(std::unique_ptr<v8::Task> task) {
  std::lock_guard lock(mutex_);
  if (stopping_) return;
  tasks_.push_back(std::move(task));
  StartThreadIfNeeded();
  work_ready_.notify_one();
}

void Platform::CallDelayedOnWorkerThread(std::unique_ptr<v8::Task> task, double) {
  // V8 delays only housekeeping (memory reduction); its isolate's loop is the better clock, and
  // running it at once is allowed.
  CallOnWorkerThread(std::move(task));
}

std::unique_ptr<v8::JobHandle> Platform::PostJob(v8::TaskPriority priority,
                                                 std::unique_ptr<v8::JobTask> job) {
  return v8::platform::NewDefaultJobHandle(this, priority, std::move(job),
                                           static_cast<size_t>(worker_threads_));
}

void Platform::RunWorker() {
  pthread_setname_np(pthread_self(), "v8-worker");
  std::unique_lock lock(mutex_);
  for (;;) {
    while (tasks_.empty() && !stopping_) {
      ++idle_threads_;
      work_ready_.wait(lock);
      --idle_threads_;
    }
    if (stopping_) return;
    auto task = std::move(tasks_.front());
    tasks_.pop_front();
    ++running_tasks_;
    if (!tasks_.empty()) StartThreadIfNeeded();
    lock.unlock();
    task->Run();
    task.reset();
    lock.lock();
    --running_tasks_;
    if (tasks_.empty() && running_tasks_ == 0) work_done_.notify_all();
  }
}

void Platform::WaitForWorkers() {
  std::unique_lock lock(mutex_);
  work_done_.wait(lock, [this] {
    return stopping_ || !threads_allowed_ || (tasks_.empty() && running_tasks_ == 0);
  });
}

void Platform::Stop() {
  std::vector<std::thread> threads;
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    tasks_.clear();
    threads.swap(threads_);
    work_ready_.notify_all();
    work_done_.notify_all();
  }
  for (auto& t : threads) t.join();
}

double Platform::MonotonicallyIncreasingTime() { return static_cast<double>(uv_hrtime()) / 1e9; }

double Platform::CurrentClockTimeMillis() {
  using std::chrono::duration;
  return duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace drover::rt
