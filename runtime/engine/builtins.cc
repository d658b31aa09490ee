// Binding 'builtins': compiles modules of lib/ and hands out native bindings.
#include "runtime/engine/builtins.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "runtime/engine/env.h"
#include "runtime/engine/internal_bindings.h"
#include "runtime/engine/snapshot.h"
#include "runtime/engine/v8_compat.h"

namespace drover::rt {
namespace {

std::span<const uint8_t> g_code_caches;  // set once by main, before the first Env

const BuiltinSource* Find(std::string_view id) {
  const auto all = BuiltinSources();
  const auto it = std::lower_bound(
      all.begin(), all.end(), id,
      [](const BuiltinSource& s, std::string_view key) { return std::string_view(s.id) < key; });
  return it != all.end() && it->id == id ? &*it : nullptr;
}

v8::ScriptCompiler::CachedData* CacheOf(const BuiltinSource& source) {
  if (g_code_caches.empty()) return nullptr;
  size_t skip = static_cast<size_t>(&source - BuiltinSources().data());
  const uint8_t* at = g_code_caches.data();
  for (;;) {
    uint32_t length;
    std::memcpy(&length, at, sizeof length);
    at += 8;
    if (skip-- == 0) {
      return length ? new v8::ScriptCompiler::CachedData(at, static_cast<int>(length)) : nullptr;
    }
    at += (length + 7) & ~7u;
  }
}

// Embedded ASCII source needs no copy on the V8 heap.
class EmbeddedSource : public v8::String::ExternalOneByteStringResource {
 public:
  explicit EmbeddedSource(std::string_view text) : text_(text) {}
  const char* data() const override { return text_.data(); }
  size_t length() const override { return text_.size(); }

 private:
  std::string_view text_;
};

v8::Local<v8::String> SourceText(v8::Isolate* isolate, const BuiltinSource& source) {
  const std::string_view text(source.begin, static_cast<size_t>(source.end - source.begin));
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
  // The snapshot cannot hold external strings.
  if (!ascii || g_code_caches.empty()) return ToV8(isolate, text);
  return v8::String::NewExternalOneByte(isolate, new EmbeddedSource(text)).ToLocalChecked();
}

}  // namespace

void SetBuiltinCodeCaches(std::span<const uint8_t> caches) { g_code_caches = caches; }

v8::MaybeLocal<v8::Function> CompileBuiltin(v8::Local<v8::Context> context, std::string_view id) {
  v8::Isolate* isolate = context->GetIsolate();
  const BuiltinSource* source = Find(id);
  CHECK(source, "a builtin that is asked for must exist");
  const auto origin = compat::Origin(isolate, ToV8(isolate, "node:" + std::string(id)), {}, false);
  v8::Local<v8::String> parameters[] = {ToV8(isolate, "exports"), ToV8(isolate, "require"),
                                        ToV8(isolate, "module"), ToV8(isolate, "process"),
                                        ToV8(isolate, "binding")};
  auto* cache = CacheOf(*source);
  v8::ScriptCompiler::Source compile(SourceText(isolate, *source), origin, cache);
  return v8::ScriptCompiler::CompileFunction(
      context, &compile, 5, parameters, 0, nullptr,
      cache ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions);
}

namespace {

void Compile(Args& args) {
  v8::Local<v8::Function> f;
  if (CompileBuiltin(args.context(), args.Utf8(0)).ToLocal(&f)) args.Return(f);
}

void Ids(Args& args) {
  std::vector<v8::Local<v8::Value>> ids;
  for (const auto& s : BuiltinSources()) ids.push_back(ToV8(args.isolate(), s.id));
  args.Return(v8::Array::New(args.isolate(), ids.data(), ids.size()));
}

// The native binding of that name, made anew (lib caches it); undefined if there is none.
void GetBinding(Args& args) {
  const std::string name = args.Utf8(0);
  const BindingEntry* entry = FindBinding(name);
  if (!entry) return;
  auto target = v8::Object::New(args.isolate(), v8::Null(args.isolate()), nullptr, nullptr, 0);
  Binding b(args.context(), target);
  entry->bind(b);
  b.Finish();
  args.Return(target);
}

}  // namespace

void BindBuiltins(Binding& b) {
  b.Constant("engineHasAttributes", compat::kHasImportAttributes ? 1 : 0);
  b.Method<Compile>("compile");
  b.Method<Ids>("ids");
  b.Method<GetBinding>("getBinding");
}

}  // namespace drover::rt
