// binding('spawn_sync'): spawn(options), which runs a child to its end on a loop of its own. No
// JavaScript of this process runs meanwhile.
//
// options: those of SpawnPlan, and
//   input      per index in stdio: bytes for the child to read, or undefined
//   maxBuffer  bytes of all output together; 0 is no limit
//   timeout    milliseconds; 0 is none
//   killSignal number; 0 is SIGTERM
// Result: { pid, status, signal, error, output }: numbers (signal: 0 if none, error: 0 or a
// negative code), and output as an array with a Uint8Array for each pipe that the child writes to,
// else null.
#include <signal.h>

#include <cstring>
#include <memory>
#include <vector>

#include "runtime/bindings/spawn_plan.h"
#include "runtime/engine/env.h"

namespace drover::rt {
namespace {

class SyncRun;

// The parent's end of one pipe: either feeds the child or collects what it writes.
struct SyncPipe {
  SyncRun* run = nullptr;
  uv_pipe_t handle{};
  uv_write_t write{};
  uv_shutdown_t shutdown{};
  bool collects = false;
  std::vector<char> input;
  std::vector<char> output;
  char chunk[65536];
};

struct SyncLimits {
  double max_buffer = 0;
  uint64_t timeout_ms = 0;
  int kill_signal = SIGTERM;
};

class SyncRun {
 public:
  explicit SyncRun(SyncLimits limits) : limits_(limits) { CHECK(uv_loop_init(&loop_) == 0); }
  ~SyncRun() { CHECK(uv_loop_close(&loop_) == 0, "a handle is left on the loop of spawnSync"); }
  SyncRun(const SyncRun&) = delete;
  SyncRun& operator=(const SyncRun&) = delete;

  void AddPipe(size_t index, base::Fd fd, std::vector<char> input, bool collects) {
    auto pipe = std::make_unique<SyncPipe>();
    pipe->run = this;
    pipe->collects = collects;
    pipe->input = std::move(input);
    pipe->handle.data = pipe.get();
    CHECK(uv_pipe_init(&loop_, &pipe->handle, 0) == 0);
    if (const int err = uv_pipe_open(&pipe->handle, fd.get()); err < 0) {
      SetError(err);
    } else {
      (void)fd.Release();  // the handle owns it
    }
    pipes_.resize(std::max(pipes_.size(), index + 1));
    pipes_[index] = std::move(pipe);
  }

  // Starts the process; to be called before the pipes are used.
  void Spawn(SpawnPlan& plan) {
    plan.options().exit_cb = [](uv_process_t* p, int64_t status, int signal) {
      static_cast<SyncRun*>(p->data)->OnExit(status, signal);
    };
    process_.data = this;
    const int err = uv_spawn(&loop_, &process_, &plan.options());
    running_ = err == 0;
    if (err < 0) SetError(err);
    if (running_) pid_ = process_.pid;
  }

  void Run() {
    uv_timer_init(&loop_, &timer_);
    timer_.data = this;
    if (running_) {
      if (limits_.timeout_ms > 0) uv_timer_start(&timer_, OnTimeout, limits_.timeout_ms, 0);
      for (auto& pipe : pipes_)
        if (pipe) Start(*pipe);
    } else {
      CloseAll();
      Close(reinterpret_cast<uv_handle_t*>(&process_));
    }
    uv_run(&loop_, UV_RUN_DEFAULT);
  }

  int error() const { return error_; }
  int pid() const { return pid_; }
  int64_t status() const { return status_; }
  int signal() const { return signal_; }
  const std::vector<std::unique_ptr<SyncPipe>>& pipes() const { return pipes_; }

 private:
  static void Close(uv_handle_t* handle) {
    if (!uv_is_closing(handle)) uv_close(handle, nullptr);
  }

  void SetError(int err) {
    if (error_ == 0) error_ = err;
  }

  void CloseAll() {
    for (auto& pipe : pipes_)
      if (pipe) Close(reinterpret_cast<uv_handle_t*>(&pipe->handle));
    Close(reinterpret_cast<uv_handle_t*>(&timer_));
  }

  void OnExit(int64_t status, int signal) {
    running_ = false;
    status_ = status;
    signal_ = signal;
    Close(reinterpret_cast<uv_handle_t*>(&process_));
    // The pipes close by themselves at their end, which a grandchild may delay.
    Close(reinterpret_cast<uv_handle_t*>(&timer_));
  }

  // Gives up: the output is not waited for, the process is.
  void Kill(int reason) {
    SetError(reason);
    CloseAll();
    if (!running_) return;
    const int err = uv_process_kill(&process_, limits_.kill_signal);
    if (err < 0 && err != UV_ESRCH) {
      SetError(err);
      (void)uv_process_kill(&process_, SIGKILL);
    }
  }

  static void OnTimeout(uv_timer_t* timer) {
    static_cast<SyncRun*>(timer->data)->Kill(UV_ETIMEDOUT);
  }

  void Start(SyncPipe& pipe) {
    auto* stream = reinterpret_cast<uv_stream_t*>(&pipe.handle);
    if (pipe.collects) {
      uv_read_start(stream, Allocate, OnRead);
      return;
    }
    if (!pipe.input.empty()) {
      uv_buf_t buf = uv_buf_init(pipe.input.data(), static_cast<unsigned>(pipe.input.size()));
      // A child that reads nothing of its input is no failure of the run.
      (void)uv_write(&pipe.write, stream, &buf, 1, [](uv_write_t*, int) {});
    }
    const int err = uv_shutdown(&pipe.shutdown, stream, [](uv_shutdown_t* req, int) {
      Close(reinterpret_cast<uv_handle_t*>(req->handle));
    });
    if (err < 0) Close(reinterpret_cast<uv_handle_t*>(stream));
  }

  static void Allocate(uv_handle_t* handle, size_t, uv_buf_t* buf) {
    auto* pipe = static_cast<SyncPipe*>(handle->data);
    *buf = uv_buf_init(pipe->chunk, sizeof pipe->chunk);
  }

  static void OnRead(uv_stream_t* stream, ssize_t n, const uv_buf_t* buf) {
    auto* pipe = static_cast<SyncPipe*>(stream->data);
    SyncRun* run = pipe->run;
    if (n < 0) {
      Close(reinterpret_cast<uv_handle_t*>(stream));
      if (n != UV_EOF) run->SetError(static_cast<int>(n));
      return;
    }
    pipe->output.insert(pipe->output.end(), buf->base, buf->base + n);
    run->collected_ += static_cast<double>(n);
    if (run->limits_.max_buffer > 0 && run->collected_ > run->limits_.max_buffer)
      run->Kill(UV_ENOBUFS);
  }

  SyncLimits limits_;
  uv_loop_t loop_{};
  uv_process_t process_{};
  uv_timer_t timer_{};
  std::vector<std::unique_ptr<SyncPipe>> pipes_;
  double collected_ = 0;
  bool running_ = false;
  int error_ = 0;
  int pid_ = 0;
  int64_t status_ = 0;
  int signal_ = 0;
};

v8::Local<v8::Value> Property(Args& args, v8::Local<v8::Object> object, const char* name) {
  v8::Local<v8::Value> value;
  if (!object->Get(args.context(), args.env().Name(name)).ToLocal(&value))
    return v8::Undefined(args.isolate());
  return value;
}

void AddPipes(Args& args, SpawnPlan& plan, SyncRun& run) {
  auto inputs = Property(args, args.Object(0), "input").As<v8::Array>();
  auto ends = plan.TakeParentEnds();
  for (size_t i = 0; i < ends.size(); ++i) {
    if (!ends[i]) continue;
    v8::Local<v8::Value> given;
    if (!inputs->Get(args.context(), static_cast<uint32_t>(i)).ToLocal(&given)) continue;
    const auto bytes = Args::BytesOf(given);
    const bool feeds = i == 0 || given->IsArrayBufferView();
    run.AddPipe(i, std::move(ends[i]), {bytes.begin(), bytes.end()}, !feeds);
  }
}

v8::Local<v8::Array> Output(Args& args, const SyncRun& run, uint32_t count) {
  auto* isolate = args.isolate();
  auto output = v8::Array::New(isolate, static_cast<int>(count));
  for (uint32_t i = 0; i < count; ++i) {
    v8::Local<v8::Value> item = v8::Null(isolate);
    if (i < run.pipes().size() && run.pipes()[i] && run.pipes()[i]->collects) {
      const auto& bytes = run.pipes()[i]->output;
      auto buffer = v8::ArrayBuffer::New(isolate, bytes.size());
      if (!bytes.empty())
        std::memcpy(buffer->GetBackingStore()->Data(), bytes.data(), bytes.size());
      item = v8::Uint8Array::New(buffer, 0, bytes.size());
    }
    (void)output->Set(args.context(), i, item).FromMaybe(false);
  }
  return output;
}

SyncLimits LimitsOf(Args& args, v8::Local<v8::Object> options) {
  auto number = [&](const char* name) {
    return Property(args, options, name)->NumberValue(args.context()).FromMaybe(0);
  };
  SyncLimits limits;
  limits.max_buffer = number("maxBuffer");
  limits.timeout_ms = static_cast<uint64_t>(number("timeout"));
  if (const int signal = static_cast<int>(number("killSignal")); signal != 0)
    limits.kill_signal = signal;
  return limits;
}

void Spawn(Args& args) {
  auto* isolate = args.isolate();
  auto options = args.Object(0);
  auto result = v8::Object::New(isolate);
  auto set = [&](const char* name, v8::Local<v8::Value> value) {
    (void)result->Set(args.context(), args.env().Name(name), value).FromMaybe(false);
  };
  auto set_number = [&](const char* name, double value) {
    set(name, v8::Number::New(isolate, value));
  };
  auto plan = std::make_unique<SpawnPlan>(args.context(), options);
  if (const int err = plan->OpenStdio(); err < 0) {
    set_number("error", err);
    args.Return(result);
    return;
  }
  SyncRun run(LimitsOf(args, options));
  run.Spawn(*plan);
  AddPipes(args, *plan, run);
  const auto count = static_cast<uint32_t>(plan->options().stdio_count);
  plan.reset();  // closes the child's ends: only the child holds them now
  run.Run();
  set_number("error", run.error());
  set_number("pid", run.pid());
  set_number("status", static_cast<double>(run.status()));
  set_number("signal", run.signal());
  if (run.pid() != 0) set("output", Output(args, run, count));
  args.Return(result);
}

}  // namespace

void BindSpawnSync(Binding& b) { b.Method<Spawn>("spawn"); }

}  // namespace drover::rt
