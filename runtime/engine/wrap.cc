#include "runtime/engine/wrap.h"

namespace drover::rt {

Wrap::Wrap(Env& env, v8::Local<v8::Object> object, const char* type_name)
    : env_(env), object_(env.isolate(), object), type_name_(type_name) {
  CHECK(object->InternalFieldCount() > 0, "a wrap needs an internal field");
  object->SetAlignedPointerInInternalField(0, this);
  index_ = env_.wraps().size();
  env_.wraps().push_back(this);
}

Wrap::~Wrap() {
  auto& wraps = env_.wraps();
  wraps[index_] = wraps.back();
  wraps[index_]->index_ = index_;
  wraps.pop_back();
  v8::HandleScope scope(env_.isolate());
  object_.Get(env_.isolate())->SetAlignedPointerInInternalField(0, nullptr);
}

Wrap* Wrap::UnwrapAny(v8::Local<v8::Value> value, const char* type_name) {
  if (!value->IsObject()) return nullptr;
  auto object = value.As<v8::Object>();
  if (object->InternalFieldCount() < 1) return nullptr;
  auto* wrap = static_cast<Wrap*>(object->GetAlignedPointerFromInternalField(0));
  return wrap && wrap->type_name_ == type_name ? wrap : nullptr;
}

void HandleWrap::Close(v8::Local<v8::Value> callback) {
  if (state_ != State::kOpen) return;
  state_ = State::kClosing;
  if (!callback.IsEmpty() && callback->IsFunction())
    close_callback_.Reset(env().isolate(), callback.As<v8::Function>());
  uv_close(handle_, [](uv_handle_t* h) {
    auto* self = static_cast<HandleWrap*>(h->data);
    self->state_ = State::kClosed;
    self->OnClosed();
    Env& env = self->env();
    v8::HandleScope scope(env.isolate());
    auto object = self->object();
    auto callback = self->close_callback_.Get(env.isolate());
    delete self;
    if (!callback.IsEmpty() && env.can_call_js()) {
      v8::Context::Scope context_scope(env.context());
      (void)env.Call(object, callback, 0, nullptr);
    }
  });
}

}  // namespace drover::rt
