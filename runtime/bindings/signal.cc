// Binding 'signal_wrap': class Signal { onsignal(signum), start(signum), stop(), close... }.
#include <uv.h>

#include "runtime/bindings/bindings.h"
#include "runtime/engine/env.h"
#include "runtime/engine/wrap.h"

namespace drover::rt {
namespace {

class SignalWrap : public HandleWrap {
 public:
  static constexpr char kTypeName[] = "SignalWrap";
  SignalWrap(Env& env, v8::Local<v8::Object> object)
      : HandleWrap(env, object, kTypeName, reinterpret_cast<uv_handle_t*>(&signal_)) {
    CHECK(uv_signal_init(env.loop(), &signal_) == 0);
  }

  int Start(int signum) { return uv_signal_start(&signal_, OnSignal, signum); }
  int Stop() { return uv_signal_stop(&signal_); }

 private:
  static void OnSignal(uv_signal_t* h, int number) {
    auto* self = static_cast<SignalWrap*>(static_cast<HandleWrap*>(h->data));
    Env& env = self->env();
    v8::HandleScope scope(env.isolate());
    v8::Local<v8::Value> argv[] = {v8::Integer::New(env.isolate(), number)};
    (void)env.CallMethod(self->object(), env.Name("onsignal"), 1, argv);
  }

  uv_signal_t signal_;
};

void Construct(Args& args) { new SignalWrap(args.env(), args.This()); }
void Start(Args& args) {
  auto* self = Wrap::Unwrap<SignalWrap>(args);
  args.Return(self && !self->closing() ? self->Start(args.Int32(0)) : UV_EBADF);
}
void Stop(Args& args) {
  auto* self = Wrap::Unwrap<SignalWrap>(args);
  args.Return(self && !self->closing() ? self->Stop() : UV_EBADF);
}

}  // namespace

void BindSignalWrap(Binding& b) {
  b.Class<Construct>("Signal")
      .With(HandleWrap::Describe<SignalWrap>)
      .Method<Start>("start")
      .Method<Stop>("stop");
}

}  // namespace drover::rt
