// binding('process_wrap'): class Process, one child process.
//
//   const p = new Process({ file, args, envPairs, cwd, stdio, detached, uid, gid });
//   p.error   0, or the negative code of the failed start: then only close() is left to do
//   p.pid     undefined if the start failed
//   p.pipes   the parent's ends, by index in stdio: a descriptor, or -1
//   p.onexit  (exitCode, signal number or 0), called once
//
// stdio holds one number per descriptor of the child: kIgnore, kPipe, or a descriptor of the parent
// that the child gets a duplicate of. The caller owns the parent's ends. Ends are made even where
// the program cannot be executed, so that their readers see an ordinary end of file; none are made
// if descriptors have run out.
#include <cerrno>

#include "runtime/bindings/spawn_plan.h"
#include "runtime/engine/wrap.h"

namespace drover::rt {
namespace {

class ProcessWrap : public HandleWrap {
 public:
  static constexpr char kTypeName[] = "Process";

  ProcessWrap(Env& env, v8::Local<v8::Object> object)
      : HandleWrap(env, object, kTypeName, reinterpret_cast<uv_handle_t*>(&process_)) {}

  // Whatever it returns, the handle is open afterwards (uv_spawn's rule) and has to be closed.
  int Spawn(uv_process_options_t& options) {
    options.exit_cb = OnExit;
    const int err = uv_spawn(env().loop(), &process_, &options);
    running_ = err == 0;
    return err;
  }

  int Kill(int signal) { return running_ ? uv_process_kill(&process_, signal) : UV_ESRCH; }
  int pid() const { return process_.pid; }

 private:
  static void OnExit(uv_process_t* process, int64_t status, int signal) {
    auto* self = static_cast<ProcessWrap*>(process->data);
    self->running_ = false;
    Env& env = self->env();
    if (!env.can_call_js()) return;
    v8::HandleScope scope(env.isolate());
    v8::Context::Scope context_scope(env.context());
    v8::Local<v8::Value> argv[] = {v8::Number::New(env.isolate(), static_cast<double>(status)),
                                   v8::Integer::New(env.isolate(), signal)};
    (void)env.CallMethod(self->object(), env.Name("onexit"), 2, argv);
  }

  uv_process_t process_;  // without initialiser: HandleWrap has set its data
  bool running_ = false;
};

void SetProperty(Args& args, const char* name, v8::Local<v8::Value> value) {
  (void)args.This()->Set(args.context(), args.env().Name(name), value).FromMaybe(false);
}

v8::Local<v8::Array> ToArray(v8::Isolate* isolate, std::vector<base::Fd> fds) {
  std::vector<v8::Local<v8::Value>> out;
  out.reserve(fds.size());
  for (auto& fd : fds) out.push_back(v8::Integer::New(isolate, fd.Release()));
  return v8::Array::New(isolate, out.data(), out.size());
}

void NewProcess(Args& args) {
  CHECK(args.IsConstructCall());
  SpawnPlan plan(args.context(), args.Object(0));
  auto* wrap = new ProcessWrap(args.env(), args.This());  // deleted by its close callback
  const int stdio_error = plan.OpenStdio();
  if (stdio_error < 0) plan.options().stdio_count = 0;
  // Without descriptors for the pipes nothing must start, but the handle has to be initialised: an
  // empty file name fails there.
  if (stdio_error < 0) plan.options().file = "";
  const int spawn_error = wrap->Spawn(plan.options());
  const int err = stdio_error < 0 ? stdio_error : spawn_error;
  SetProperty(args, "error", v8::Integer::New(args.isolate(), err));
  if (err == 0) SetProperty(args, "pid", v8::Integer::New(args.isolate(), wrap->pid()));
  if (err != UV_EMFILE && err != UV_ENFILE)
    SetProperty(args, "pipes", ToArray(args.isolate(), plan.TakeParentEnds()));
}

void Kill(Args& args) {
  auto* wrap = Wrap::Unwrap<ProcessWrap>(args);
  args.Return(wrap ? wrap->Kill(args.Int32(0)) : UV_ESRCH);
}

// Closes descriptors that spawn() made and nobody wrapped.
void CloseFd(Args& args) { args.Return(::close(args.Int32(0)) == 0 ? 0 : -errno); }

}  // namespace

void BindProcessWrap(Binding& b) {
  b.Constant("kIgnore", SpawnPlan::kIgnore);
  b.Constant("kPipe", SpawnPlan::kPipe);
  b.Method<CloseFd>("closeFd");
  b.Class<NewProcess>("Process").With(HandleWrap::Describe<ProcessWrap>).Method<Kill>("kill");
}

}  // namespace drover::rt
