// The two handles that watch files: FSEvent (inotify) and StatWatcher (stat at an interval).
#include "runtime/bindings/fs_request.h"
#include "runtime/bindings/fs_stats.h"
#include "runtime/engine/wrap.h"

namespace drover::rt::fs {

namespace {

// new FSEvent(); start(path, asBytes) -> err; onchange(err, events, filename): events is a sum of
// kRenamed and kChanged, filename null where it is not known.
class FSEvent final : public HandleWrap {
 public:
  static constexpr char kTypeName[] = "FSEvent";

  static void New(Args& args) {
    CHECK(args.IsConstructCall());
    new FSEvent(args.env(), args.This());
  }

  static void Start(Args& args) {
    auto* self = Unwrap<FSEvent>(args);
    if (!self || self->closing()) return args.Return(UV_EBADF);
    self->names_ = NameKindOf(args, 1);
    PathArg path(args, 0);
    args.Return(uv_fs_event_start(&self->watcher_, OnEvent, path.c_str(), 0));
  }

 private:
  FSEvent(Env& env, v8::Local<v8::Object> object)
      : HandleWrap(env, object, kTypeName, reinterpret_cast<uv_handle_t*>(&watcher_)) {
    CHECK(uv_fs_event_init(env.loop(), &watcher_) == 0);
  }

  static void OnEvent(uv_fs_event_t* handle, const char* filename, int events, int status) {
    auto* self = static_cast<FSEvent*>(static_cast<HandleWrap*>(handle->data));
    Env& env = self->env();
    if (!env.can_call_js()) return;
    v8::Isolate* isolate = env.isolate();
    v8::HandleScope handles(isolate);
    v8::Context::Scope in_context(env.context());
    v8::Local<v8::Value> name = v8::Null(isolate);
    if (filename && !MakeName(isolate, filename, self->names_).ToLocal(&name)) return;
    v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, status),
                                   v8::Integer::New(isolate, events), name};
    env.CallMethod(self->object(), env.Name("onchange"), 3, argv);
  }

  uv_fs_event_t watcher_;
  NameKind names_ = NameKind::kString;
};

// new StatWatcher(bigint); start(path, interval) -> err; onchange(err, stats): stats is the shared
// array, the present file first, then the former one.
class StatWatcher final : public HandleWrap {
 public:
  static constexpr char kTypeName[] = "StatWatcher";

  static void New(Args& args) {
    CHECK(args.IsConstructCall());
    new StatWatcher(args.env(), args.This(), args.Bool(0));
  }

  static void Start(Args& args) {
    auto* self = Unwrap<StatWatcher>(args);
    if (!self || self->closing()) return args.Return(UV_EBADF);
    PathArg path(args, 0);
    args.Return(uv_fs_poll_start(&self->poll_, OnChange, path.c_str(), args.Uint32(1)));
  }

 private:
  StatWatcher(Env& env, v8::Local<v8::Object> object, bool big)
      : HandleWrap(env, object, kTypeName, reinterpret_cast<uv_handle_t*>(&poll_)), big_(big) {
    CHECK(uv_fs_poll_init(env.loop(), &poll_) == 0);
  }

  static void OnChange(uv_fs_poll_t* handle, int status, const uv_stat_t* before,
                       const uv_stat_t* now) {
    auto* self = static_cast<StatWatcher*>(static_cast<HandleWrap*>(handle->data));
    Env& env = self->env();
    if (!env.can_call_js()) return;
    v8::HandleScope handles(env.isolate());
    v8::Context::Scope in_context(env.context());
    auto& arrays = env.State<StatsArrays>();
    arrays.Put(*now, 0, self->big_);
    arrays.Put(*before, 1, self->big_);
    v8::Local<v8::Value> argv[] = {v8::Integer::New(env.isolate(), status),
                                   arrays.Array(env.isolate(), self->big_)};
    env.CallMethod(self->object(), env.Name("onchange"), 2, argv);
  }

  uv_fs_poll_t poll_;
  bool big_;
};

}  // namespace

void DescribeWatchers(Binding& b) {
  b.Class<FSEvent::New>("FSEvent").Method<FSEvent::Start>("start").With(
      HandleWrap::Describe<FSEvent>);
  b.Class<StatWatcher::New>("StatWatcher")
      .Method<StatWatcher::Start>("start")
      .With(HandleWrap::Describe<StatWatcher>);
  b.Constant("kRenamed", UV_RENAME);
  b.Constant("kChanged", UV_CHANGE);
}

}  // namespace drover::rt::fs
