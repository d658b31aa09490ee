// drover-runtime: runs a JavaScript program as Node does.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <unistd.h>
#include <uv.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#include <sys/resource.h>
#include <v8.h>

#include "runtime/bin/binding_table.h"
#include "runtime/bin/options.h"
#include "runtime/bin/v8_start.h"
#include "runtime/engine/builtins.h"
#include "runtime/engine/env.h"
#include "runtime/engine/platform.h"
#include "runtime/engine/snapshot.h"

// The blobs that drover-mksnapshot made, linked in by runtime/bin/CMakeLists.txt.
extern "C" {
extern const uint8_t drover_snapshot_begin[], drover_snapshot_end[];
extern const uint8_t drover_code_cache_begin[], drover_code_cache_end[];
}

namespace drover::rt {
namespace {

constexpr int kExitBadOption = 9;
constexpr int kMaxWorkerThreads = 4;

// The Node whose API this is.
constexpr char kNodeVersion[] = "v24.21.0";

std::string ExecPath() {
  char path[PATH_MAX];
  const ssize_t n = ::readlink("/proc/self/exe", path, sizeof path);
  return n > 0 ? std::string(path, static_cast<size_t>(n)) : std::string("drover-runtime");
}

// As Node: the soft limit of open files is raised to the hard one.
void RaiseFileLimit() {
  rlimit limit;
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
}

void EnsureStdio() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) (void)!::open("/dev/null", O_RDWR);
  }
}

// Runs the loop until nothing is left to do; 'beforeExit' may add to it.
int SpinLoop(Env& env, v8::Local<v8::Object> program) {
  v8::Isolate* isolate = env.isolate();
  for (;;) {
    uv_run(env.loop(), UV_RUN_DEFAULT);
    // What V8 does in the background (WebAssembly.compile) may end in tasks for the loop's thread.
    do {
      env.platform()->WaitForWorkers();
    } while (env.RunForegroundTasks());
    if (uv_loop_alive(env.loop())) continue;
    v8::HandleScope scope(isolate);
    (void)env.CallMethod(program, env.Name("emitBeforeExit"), 0, nullptr);
    if (!uv_loop_alive(env.loop())) break;
  }
  v8::HandleScope scope(isolate);
  v8::Local<v8::Value> code;
  if (!env.CallMethod(program, env.Name("emitExit"), 0, nullptr).ToLocal(&code)) return 1;
  return code->Int32Value(env.context()).FromMaybe(1);
}

int Run(Platform& platform, EnvOptions options) {
  OwnedIsolate owned(&platform, {{drover_snapshot_begin, drover_snapshot_end}});
  v8::Isolate* isolate = owned.get();
  v8::Isolate::Scope isolate_scope(isolate);
  v8::HandleScope scope(isolate);
  v8::Local<v8::Function> start;
  const auto context = owned.NewContext(&start);
  v8::Context::Scope context_scope(context);
  Env env(isolate, context, uv_default_loop(), &platform, std::move(options));
  v8::Local<v8::Value> program;
  int code = 1;
  if (env.Call(context->Global(), start, 0, nullptr).ToLocal(&program) && program->IsObject())
    code = SpinLoop(env, program.As<v8::Object>());
  env.Exit(code);
}

int Main(int argc, char** argv) {
  EnsureStdio();
  RaiseFileLimit();
  // A peer that goes away is an EPIPE, not a signal.
  ::signal(SIGPIPE, SIG_IGN);
  argv = uv_setup_args(argc, argv);
  std::vector<std::string> arguments(argv, argv + argc);
  SetV8Defaults();
  auto line = ParseCommandLine(arguments, std::getenv("NODE_OPTIONS"));
  if (!line) {
    std::fprintf(stderr, "drover: %s\n", line.error().ToString().c_str());
    return kExitBadOption;
  }
  if (line->flags.contains("--version")) {
    std::printf("%s\n", kNodeVersion);
    return 0;
  }
  if (line->flags.contains("--help")) {
    std::fputs(HelpText().c_str(), stdout);
    return 0;
  }
  const int threads =
      std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMaxWorkerThreads);
  Platform platform(threads);
  platform.AllowThreads();
  v8::V8::InitializePlatform(&platform);
  v8::V8::Initialize();
  SetBindingTable(AllBindings());
  SetBuiltinCodeCaches({drover_code_cache_begin, drover_code_cache_end});
  EnvOptions options;
  options.argv0 = argc > 0 ? argv[0] : "drover-runtime";
  options.exec_path = ExecPath();
  options.exec_argv = std::move(line->exec_argv);
  options.arguments = std::move(line->arguments);
  options.flags = std::move(line->flags);
  return Run(platform, std::move(options));
}

}  // namespace
}  // namespace drover::rt

int main(int argc, char** argv) { return drover::rt::Main(argc, argv); }
