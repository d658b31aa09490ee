#include "runtime/engine/exceptions.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "runtime/engine/binding.h"
#include "runtime/engine/env.h"

namespace drover::rt {
namespace {

// A source line longer than this is not worth showing (minified code).
constexpr int kMaxArrowColumn = 1000;

v8::Local<v8::Private> ArrowKey(v8::Isolate* isolate) {
  return v8::Private::ForApi(isolate, ToV8(isolate, "drover:arrow"));
}

void WriteStderr(std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(STDERR_FILENO, text.data(), text.size());
    if (n < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return;
    }
    text.remove_prefix(static_cast<size_t>(n));
  }
}

// error.stack where it is a string, else "".
std::string StackOf(Env& env, v8::Local<v8::Value> error) {
  v8::TryCatch try_catch(env.isolate());
  v8::Local<v8::Value> stack;
  if (error->IsObject() &&
      error.As<v8::Object>()->Get(env.context(), env.Name("stack")).ToLocal(&stack) &&
      stack->IsString()) {
    return ToUtf8(env.isolate(), stack);
  }
  return {};
}

std::string AttachedArrow(Env& env, v8::Local<v8::Value> error) {
  v8::Local<v8::Value> arrow;
  if (error->IsObject() &&
      error.As<v8::Object>()->GetPrivate(env.context(), ArrowKey(env.isolate())).ToLocal(&arrow) &&
      arrow->IsString()) {
    return ToUtf8(env.isolate(), arrow);
  }
  return {};
}

}  // namespace

std::string SourceArrow(v8::Isolate* isolate, v8::Local<v8::Context> context,
                        v8::Local<v8::Message> message) {
  v8::Local<v8::String> line;
  if (message.IsEmpty() || !message->GetSourceLine(context).ToLocal(&line)) return {};
  const std::string source = ToUtf8(isolate, line);
  const std::string file = ToUtf8(isolate, message->GetScriptResourceName());
  const int number = message->GetLineNumber(context).FromMaybe(0);
  int start = message->GetStartColumn(context).FromMaybe(0);
  int end = message->GetEndColumn(context).FromMaybe(start);
  std::string out = file + ":" + std::to_string(number) + "\n" + source + "\n";
  if (start < 0 || start >= end || end > kMaxArrowColumn ||
      static_cast<size_t>(start) >= source.size())
    return out;
  end = std::min(end, static_cast<int>(source.size()));
  // Tabs stay tabs, so that the caret stands under its text.
  for (int i = 0; i < start; ++i) out += source[static_cast<size_t>(i)] == '\t' ? '\t' : ' ';
  out.append(static_cast<size_t>(end - start), '^');
  return out + "\n";
}

void AttachArrow(Env& env, v8::Local<v8::Value> error, v8::Local<v8::Message> message) {
  if (!error->IsObject()) return;
  const std::string arrow = SourceArrow(env.isolate(), env.context(), message);
  if (arrow.empty()) return;
  (void)error.As<v8::Object>()->SetPrivate(env.context(), ArrowKey(env.isolate()),
                                           ToV8(env.isolate(), arrow));
}

void PrintUncaught(Env& env, v8::Local<v8::Value> error, v8::Local<v8::Message> message) {
  v8::Isolate* isolate = env.isolate();
  v8::HandleScope scope(isolate);
  std::string arrow = AttachedArrow(env, error);
  if (arrow.empty()) {
    if (message.IsEmpty()) message = v8::Exception::CreateMessage(isolate, error);
    arrow = SourceArrow(isolate, env.context(), message);
  }
  std::string text;
  {
    v8::TryCatch try_catch(isolate);
    const auto format = env.hooks().format_uncaught.Get(isolate);
    v8::Local<v8::Value> formatted;
    if (!format.IsEmpty() &&
        format->Call(env.context(), v8::Undefined(isolate), 1, &error).ToLocal(&formatted) &&
        formatted->IsString()) {
      text = ToUtf8(isolate, formatted);
    } else {
      text = StackOf(env, error);
      if (text.empty()) text = ToUtf8(isolate, error);
    }
  }
  // A blank line stands before the report of a thrown value that is no error, else behind the
  // source.
  const bool is_error =
      error->IsNativeError() || (error->IsObject() && !StackOf(env, error).empty());
  std::string out = is_error ? arrow + (arrow.empty() ? "" : "\n") : "\n" + arrow;
  out += text + "\n\nDrover v" DROVER_VERSION "\n";
  WriteStderr(out);
}

v8::MaybeLocal<v8::Value> PrepareStackTrace(v8::Local<v8::Context> context,
                                            v8::Local<v8::Value> error,
                                            v8::Local<v8::Array> trace) {
  v8::Isolate* isolate = context->GetIsolate();
  Env* env = Env::From(isolate);
  const auto hook = env ? env->hooks().prepare_stack.Get(isolate) : v8::Local<v8::Function>();
  if (!hook.IsEmpty()) {
    v8::Local<v8::Value> argv[] = {error, trace};
    return hook->Call(context, v8::Undefined(isolate), 2, argv);
  }
  // The plain form: the error's own text, then a line a frame.
  v8::Local<v8::String> head;
  std::string text;
  {
    v8::TryCatch try_catch(isolate);
    if (error->ToString(context).ToLocal(&head)) text = ToUtf8(isolate, head);
  }
  for (uint32_t i = 0; i < trace->Length(); ++i) {
    v8::Local<v8::Value> frame;
    v8::TryCatch try_catch(isolate);
    if (trace->Get(context, i).ToLocal(&frame) && frame->ToString(context).ToLocal(&head))
      text += "\n    at " + ToUtf8(isolate, head);
  }
  return ToV8(isolate, text);
}

}  // namespace drover::rt
