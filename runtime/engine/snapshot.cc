#include "runtime/engine/snapshot.h"

#include <cstdio>
#include <cstring>

#include "runtime/engine/builtins.h"
#include "runtime/engine/env.h"
#include "runtime/engine/exceptions.h"
#include "runtime/engine/internal_bindings.h"
#include "runtime/engine/module_wrap.h"
#include "runtime/engine/platform.h"
#include "runtime/engine/v8_compat.h"

namespace drover::rt {
namespace {

std::span<const BindingEntry> g_table;  // set once by main

void OnFatalError(const char* location, const char* message) {
  std::fprintf(stderr, "FATAL ERROR: %s %s\n", location ? location : "", message ? message : "");
  std::fflush(stderr);
  std::abort();
}

void OnOutOfMemory(const char* location, compat::OutOfMemoryDetails details) {
  std::fprintf(stderr, "FATAL ERROR: %s %s\n", location ? location : "",
               compat::IsHeapOutOfMemory(details)
                   ? "Reached heap limit: JavaScript heap out of memory"
                   : "process out of memory");
  std::fflush(stderr);
  std::abort();
}

void PrintFailure(v8::Isolate* isolate, v8::Local<v8::Context> context, v8::TryCatch& try_catch) {
  if (!try_catch.HasCaught()) return;
  v8::Local<v8::Value> stack;
  std::string text = SourceArrow(isolate, context, try_catch.Message());
  if (try_catch.StackTrace(context).ToLocal(&stack)) text += ToUtf8(isolate, stack);
  std::fprintf(stderr, "%s\n", text.c_str());
}

}  // namespace

void SetBindingTable(std::span<const BindingEntry> table) { g_table = table; }

const BindingEntry* FindBinding(std::string_view name) {
  for (const auto& e : kEngineBindings)
    if (name == e.name) return &e;
  for (const auto& e : g_table)
    if (name == e.name) return &e;
  return nullptr;
}

const std::vector<intptr_t>& ExternalReferences() {
  static const std::vector<intptr_t> references = [] {
    std::vector<intptr_t> all;
    Binding b(&all);
    for (const auto& e : kEngineBindings) e.bind(b);
    for (const auto& e : g_table) e.bind(b);
    all.push_back(0);
    return all;
  }();
  return references;
}

v8::MaybeLocal<v8::Function> RunBootstrap(v8::Local<v8::Context> context) {
  v8::Isolate* isolate = context->GetIsolate();
  v8::EscapableHandleScope scope(isolate);
  v8::Local<v8::Function> loader;
  if (!CompileBuiltin(context, "internal/bootstrap/loader").ToLocal(&loader)) return {};
  auto builtins = v8::Object::New(isolate, v8::Null(isolate), nullptr, nullptr, 0);
  Binding b(context, builtins);
  BindBuiltins(b);
  b.Finish();
  auto process = v8::Object::New(isolate);
  v8::Local<v8::Value> undefined = v8::Undefined(isolate);
  v8::Local<v8::Value> argv[] = {undefined, undefined, undefined, process, builtins};
  v8::Local<v8::Value> start;
  if (!loader->Call(context, undefined, 5, argv).ToLocal(&start)) return {};
  CHECK(start->IsFunction(), "internal/bootstrap/loader returns the start function");
  return scope.Escape(start.As<v8::Function>());
}

std::string MakeSnapshot() {
  v8::SnapshotCreator creator(ExternalReferences().data());
  v8::Isolate* isolate = creator.GetIsolate();
  bool ok = false;
  {
    v8::HandleScope scope(isolate);
    auto bare = v8::Context::New(isolate);
    creator.SetDefaultContext(bare);
    auto context = v8::Context::New(isolate);
    v8::Context::Scope context_scope(context);
    v8::TryCatch try_catch(isolate);
    v8::Local<v8::Function> start;
    if (RunBootstrap(context).ToLocal(&start)) {
      creator.AddContext(context);
      creator.AddData(context, start);
      ok = true;
    } else {
      PrintFailure(isolate, context, try_catch);
    }
  }
  v8::StartupData blob = creator.CreateBlob(v8::SnapshotCreator::FunctionCodeHandling::kKeep);
  std::string out = ok ? std::string(blob.data, static_cast<size_t>(blob.raw_size)) : std::string();
  delete[] blob.data;
  return out;
}

std::string MakeCodeCaches(std::span<const uint8_t> snapshot) {
  Platform platform(1);
  OwnedIsolate owned(&platform, {snapshot});
  v8::Isolate* isolate = owned.get();
  v8::Isolate::Scope isolate_scope(isolate);
  v8::HandleScope scope(isolate);
  v8::Local<v8::Function> start;
  auto context = owned.NewContext(&start);
  v8::Context::Scope context_scope(context);
  std::string out;
  for (const auto& source : BuiltinSources()) {
    v8::HandleScope inner(isolate);
    v8::TryCatch try_catch(isolate);
    v8::Local<v8::Function> f;
    std::unique_ptr<v8::ScriptCompiler::CachedData> cache;
    if (CompileBuiltin(context, source.id).ToLocal(&f)) {
      cache.reset(v8::ScriptCompiler::CreateCodeCacheForFunction(f));
    } else {
      PrintFailure(isolate, context, try_catch);
      return {};
    }
    const uint32_t header[2] = {cache ? static_cast<uint32_t>(cache->length) : 0, 0};
    out.append(reinterpret_cast<const char*>(header), sizeof header);
    if (cache) {
      out.append(reinterpret_cast<const char*>(cache->data), header[0]);
      out.append(((header[0] + 7) & ~7u) - header[0], '\0');
    }
  }
  return out;
}

OwnedIsolate::OwnedIsolate(Platform* platform, const IsolateOptions& options)
    : platform_(platform),
      allocator_(v8::ArrayBuffer::Allocator::NewDefaultAllocator()),
      blob_{reinterpret_cast<const char*>(options.snapshot.data()),
            static_cast<int>(options.snapshot.size())} {
  v8::Isolate::CreateParams params;
  params.array_buffer_allocator = allocator_.get();
  params.external_references = ExternalReferences().data();
  if (!options.snapshot.empty()) params.snapshot_blob = &blob_;
  isolate_ = v8::Isolate::Allocate();
  platform_->Register(isolate_);
  isolate_->SetData(0, nullptr);
  v8::Isolate::Initialize(isolate_, params);
  isolate_->SetMicrotasksPolicy(v8::MicrotasksPolicy::kExplicit);
  isolate_->SetCaptureStackTraceForUncaughtExceptions(false);
  isolate_->SetFatalErrorHandler(OnFatalError);
  isolate_->SetOOMErrorHandler(OnOutOfMemory);
  isolate_->SetPrepareStackTraceCallback(PrepareStackTrace);
  InstallModuleHooks(isolate_);
}

OwnedIsolate::~OwnedIsolate() {
  platform_->Unregister(isolate_);
  isolate_->Dispose();
}

v8::Local<v8::Context> OwnedIsolate::NewContext(v8::Local<v8::Function>* start) {
  if (blob_.raw_size == 0) {
    auto context = v8::Context::New(isolate_);
    v8::Context::Scope context_scope(context);
    v8::TryCatch try_catch(isolate_);
    if (!RunBootstrap(context).ToLocal(start)) {
      PrintFailure(isolate_, context, try_catch);
      std::abort();
    }
    return context;
  }
  auto context = v8::Context::FromSnapshot(isolate_, 0).ToLocalChecked();
  *start = context->GetDataFromSnapshotOnce<v8::Function>(0).ToLocalChecked();
  return context;
}

}  // namespace drover::rt
