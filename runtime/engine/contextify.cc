// Binding 'contextify': compiles and runs user code of the CommonJS kind.
#include <algorithm>
#include <memory>

#include "runtime/engine/env.h"
#include "runtime/engine/exceptions.h"
#include "runtime/engine/internal_bindings.h"
#include "runtime/engine/v8_compat.h"

namespace drover::rt {
namespace {

void Rethrow(Args& args, v8::TryCatch& try_catch) {
  AttachArrow(args.env(), try_catch.Exception(), try_catch.Message());
  try_catch.ReThrow();
}

// compileFunction(source, filename, codeCache|undefined, parameterNames[]) -> [function, rejected]
void CompileFunction(Args& args) {
  v8::Isolate* isolate = args.isolate();
  const auto origin = compat::Origin(isolate, args[1], {}, false);
  v8::ScriptCompiler::CachedData* cache = nullptr;
  const auto bytes = args.Bytes(2);
  if (!bytes.empty())
    cache = new v8::ScriptCompiler::CachedData(bytes.data(), static_cast<int>(bytes.size()));
  std::vector<v8::Local<v8::String>> parameters;
  const auto names = args[3].As<v8::Array>();
  for (uint32_t i = 0; i < names->Length(); ++i) {
    v8::Local<v8::Value> name;
    if (!names->Get(args.context(), i).ToLocal(&name)) return;
    parameters.push_back(name.As<v8::String>());
  }
  v8::ScriptCompiler::Source source(args[0].As<v8::String>(), origin, cache);
  v8::TryCatch try_catch(isolate);
  v8::Local<v8::Function> f;
  if (!v8::ScriptCompiler::CompileFunction(
           args.context(), &source, parameters.size(), parameters.data(), 0, nullptr,
           cache ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions)
           .ToLocal(&f)) {
    return Rethrow(args, try_catch);
  }
  v8::Local<v8::Value> out[] = {
      f, v8::Boolean::New(isolate, cache && source.GetCachedData()->rejected)};
  args.Return(v8::Array::New(isolate, out, 2));
}

// functionCodeCache(function) -> Uint8Array
void FunctionCodeCache(Args& args) {
  std::unique_ptr<v8::ScriptCompiler::CachedData> cache(
      v8::ScriptCompiler::CreateCodeCacheForFunction(args.Function(0)));
  const auto length = cache ? static_cast<size_t>(cache->length) : 0;
  auto buffer = v8::ArrayBuffer::New(args.isolate(), length);
  if (length)
    std::copy_n(cache->data, length, static_cast<uint8_t*>(buffer->GetBackingStore()->Data()));
  args.Return(v8::Uint8Array::New(buffer, 0, length));
}

// runScript(source, filename) -> completion value
void RunScript(Args& args) {
  v8::Isolate* isolate = args.isolate();
  const auto origin = compat::Origin(isolate, args[1], {}, false);
  v8::ScriptCompiler::Source source(args[0].As<v8::String>(), origin);
  v8::Local<v8::Script> script;
  {
    v8::TryCatch try_catch(isolate);
    if (!v8::ScriptCompiler::Compile(args.context(), &source).ToLocal(&script))
      return Rethrow(args, try_catch);
  }
  v8::Local<v8::Value> result;
  if (script->Run(args.context()).ToLocal(&result)) args.Return(result);
}

// A tag that changes with the engine's version and flags: code caches of another are useless.
void CodeCacheTag(Args& args) { args.Return(v8::ScriptCompiler::CachedDataVersionTag()); }

}  // namespace

void BindContextify(Binding& b) {
  b.Method<CompileFunction>("compileFunction");
  b.Method<FunctionCodeCache>("functionCodeCache");
  b.Method<RunScript>("runScript");
  b.Method<CodeCacheTag>("codeCacheTag");
}

}  // namespace drover::rt
