// Binding 'module_wrap'.
//
//   new ModuleWrap(url, source, codeCache?)      a source text module; throws SyntaxError
//   new ModuleWrap(url, exportNames, evaluate)   a synthetic module; evaluate.call(wrap) sets
//   exports requests() -> [specifier, attributes|null, ...]   flat, in order link([wrap, ...]) one
//   for each request, in order instantiate(), evaluate() -> promise, status(), error(),
//   namespace(), isGraphAsync(), setExport(name, value), codeCache() -> Uint8Array
#include "runtime/engine/module_wrap.h"

#include <string>
#include <unordered_map>

#include "runtime/engine/env.h"
#include "runtime/engine/exceptions.h"
#include "runtime/engine/internal_bindings.h"
#include "runtime/engine/v8_compat.h"
#include "runtime/engine/wrap.h"

namespace drover::rt {
namespace {

class ModuleWrap;

struct ModuleTable {
  // Identity hashes are not unique.
  std::unordered_multimap<int, ModuleWrap*> by_hash;
};

class ModuleWrap : public Wrap {
 public:
  static constexpr char kTypeName[] = "ModuleWrap";
  ModuleWrap(Env& env, v8::Local<v8::Object> object, v8::Local<v8::Module> module)
      : Wrap(env, object, kTypeName), module_(env.isolate(), module) {
    env.State<ModuleTable>().by_hash.emplace(module->GetIdentityHash(), this);
  }

  v8::Local<v8::Module> module() const { return module_.Get(env().isolate()); }

  static ModuleWrap* Of(Env& env, v8::Local<v8::Module> module) {
    const auto range = env.State<ModuleTable>().by_hash.equal_range(module->GetIdentityHash());
    for (auto it = range.first; it != range.second; ++it)
      if (it->second->module() == module) return it->second;
    return nullptr;
  }

  v8::Global<v8::Function> evaluate;
  std::unordered_map<std::string, ModuleWrap*> links;

 private:
  v8::Global<v8::Module> module_;
};

// What tells two requests of one module apart.
std::string RequestKey(v8::Isolate* isolate, v8::Local<v8::String> specifier,
                       const compat::Attributes& attributes) {
  std::string key = ToUtf8(isolate, specifier);
  for (const auto& [name, value] : attributes)
    key.append(1, '\0')
        .append(ToUtf8(isolate, name))
        .append(1, '\0')
        .append(ToUtf8(isolate, value));
  return key;
}

v8::Local<v8::Value> AttributesObject(v8::Local<v8::Context> context,
                                      const compat::Attributes& attributes) {
  v8::Isolate* isolate = context->GetIsolate();
  if (attributes.empty()) return v8::Null(isolate);
  auto out = v8::Object::New(isolate, v8::Null(isolate), nullptr, nullptr, 0);
  for (const auto& [name, value] : attributes) (void)out->CreateDataProperty(context, name, value);
  return out;
}

v8::MaybeLocal<v8::Value> EvaluateSynthetic(v8::Local<v8::Context> context,
                                            v8::Local<v8::Module> module) {
  v8::Isolate* isolate = context->GetIsolate();
  ModuleWrap* wrap = ModuleWrap::Of(*Env::From(isolate), module);
  CHECK(wrap, "every module has a wrap");
  if (wrap->evaluate.Get(isolate)->Call(context, wrap->object(), 0, nullptr).IsEmpty()) return {};
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
  (void)resolver->Resolve(context, v8::Undefined(isolate));
  return resolver->GetPromise();
}

v8::MaybeLocal<v8::Module> NewSourceModule(Args& args) {
  v8::Isolate* isolate = args.isolate();
  const auto origin = compat::Origin(isolate, args[0], {}, true);
  v8::ScriptCompiler::CachedData* cache = nullptr;
  const auto bytes = args.Bytes(2);
  if (!bytes.empty())
    cache = new v8::ScriptCompiler::CachedData(bytes.data(), static_cast<int>(bytes.size()));
  v8::ScriptCompiler::Source source(args[1].As<v8::String>(), origin, cache);
  v8::TryCatch try_catch(isolate);
  v8::Local<v8::Module> module;
  if (!v8::ScriptCompiler::CompileModule(
           isolate, &source,
           cache ? v8::ScriptCompiler::kConsumeCodeCache : v8::ScriptCompiler::kNoCompileOptions)
           .ToLocal(&module)) {
    AttachArrow(args.env(), try_catch.Exception(), try_catch.Message());
    try_catch.ReThrow();
    return {};
  }
  const bool rejected = cache && source.GetCachedData()->rejected;
  (void)args.This()->CreateDataProperty(args.context(), ToV8(isolate, "cacheRejected"),
                                        v8::Boolean::New(isolate, rejected));
  return module;
}

v8::Local<v8::Module> NewSyntheticModule(Args& args) {
  v8::Isolate* isolate = args.isolate();
  const auto names = args[1].As<v8::Array>();
  std::vector<v8::Local<v8::String>> exports;
  for (uint32_t i = 0; i < names->Length(); ++i) {
    v8::Local<v8::Value> name;
    if (names->Get(args.context(), i).ToLocal(&name) && name->IsString())
      exports.push_back(name.As<v8::String>());
  }
  return compat::NewSyntheticModule(isolate, args[0].As<v8::String>(), exports, EvaluateSynthetic);
}

void Construct(Args& args) {
  CHECK(args.IsConstructCall());
  const bool synthetic = args[1]->IsArray();
  v8::Local<v8::Module> module;
  if (synthetic) {
    module = NewSyntheticModule(args);
  } else if (!NewSourceModule(args).ToLocal(&module)) {
    return;
  }
  auto* wrap = new ModuleWrap(args.env(), args.This(), module);
  if (synthetic) wrap->evaluate.Reset(args.isolate(), args.Function(2));
  (void)args.This()->CreateDataProperty(args.context(), ToV8(args.isolate(), "url"), args[0]);
}

void Requests(Args& args) {
  auto* wrap = Wrap::Unwrap<ModuleWrap>(args);
  const auto context = args.context();
  const auto requests = wrap->module()->GetModuleRequests();
  std::vector<v8::Local<v8::Value>> out;
  for (int i = 0; i < requests->Length(); ++i) {
    const auto request = requests->Get(context, i).As<v8::ModuleRequest>();
    out.push_back(request->GetSpecifier());
    out.push_back(AttributesObject(context, compat::RequestAttributes(context, request)));
  }
  args.Return(v8::Array::New(args.isolate(), out.data(), out.size()));
}

void Link(Args& args) {
  auto* wrap = Wrap::Unwrap<ModuleWrap>(args);
  const auto context = args.context();
  const auto requests = wrap->module()->GetModuleRequests();
  const auto modules = args[0].As<v8::Array>();
  CHECK(static_cast<int>(modules->Length()) == requests->Length());
  for (int i = 0; i < requests->Length(); ++i) {
    const auto request = requests->Get(context, i).As<v8::ModuleRequest>();
    v8::Local<v8::Value> target;
    if (!modules->Get(context, static_cast<uint32_t>(i)).ToLocal(&target)) return;
    auto* linked = Wrap::Unwrap<ModuleWrap>(target);
    CHECK(linked, "link() takes ModuleWraps");
    wrap->links[RequestKey(args.isolate(), request->GetSpecifier(),
                           compat::RequestAttributes(context, request))] = linked;
  }
}

v8::MaybeLocal<v8::Module> ResolveLink(v8::Local<v8::Context> context,
                                       v8::Local<v8::String> specifier,
                                       v8::Local<v8::FixedArray> attributes,
                                       v8::Local<v8::Module> referrer) {
  v8::Isolate* isolate = context->GetIsolate();
  ModuleWrap* wrap = ModuleWrap::Of(*Env::From(isolate), referrer);
  CHECK(wrap, "every module has a wrap");
  const auto it = wrap->links.find(
      RequestKey(isolate, specifier, compat::ReadAttributes(context, attributes, 3)));
  if (it == wrap->links.end()) {
    isolate->ThrowException(v8::Exception::Error(
        ToV8(isolate, "request for '" + ToUtf8(isolate, specifier) + "' is not linked")));
    return {};
  }
  return it->second->module();
}

void Instantiate(Args& args) {
  auto* wrap = Wrap::Unwrap<ModuleWrap>(args);
  v8::TryCatch try_catch(args.isolate());
  (void)wrap->module()->InstantiateModule(args.context(), ResolveLink);
  if (try_catch.HasCaught()) {
    AttachArrow(args.env(), try_catch.Exception(), try_catch.Message());
    try_catch.ReThrow();
  }
}

void Evaluate(Args& args) {
  auto* wrap = Wrap::Unwrap<ModuleWrap>(args);
  v8::Local<v8::Value> result;
  if (wrap->module()->Evaluate(args.context()).ToLocal(&result)) args.Return(result);
}

void Status(Args& args) {
  args.Return(static_cast<int>(Wrap::Unwrap<ModuleWrap>(args)->module()->GetStatus()));
}
void GetError(Args& args) { args.Return(Wrap::Unwrap<ModuleWrap>(args)->module()->GetException()); }
void Namespace(Args& args) {
  args.Return(Wrap::Unwrap<ModuleWrap>(args)->module()->GetModuleNamespace());
}
void IsGraphAsync(Args& args) {
  args.Return(Wrap::Unwrap<ModuleWrap>(args)->module()->IsGraphAsync());
}

void SetExport(Args& args) {
  auto* wrap = Wrap::Unwrap<ModuleWrap>(args);
  (void)wrap->module()->SetSyntheticModuleExport(args.isolate(), args[0].As<v8::String>(), args[1]);
}

void CodeCache(Args& args) {
  auto* wrap = Wrap::Unwrap<ModuleWrap>(args);
  std::unique_ptr<v8::ScriptCompiler::CachedData> cache(
      v8::ScriptCompiler::CreateCodeCache(wrap->module()->GetUnboundModuleScript()));
  auto buffer = v8::ArrayBuffer::New(args.isolate(), static_cast<size_t>(cache->length));
  std::copy_n(cache->data, cache->length, static_cast<uint8_t*>(buffer->GetBackingStore()->Data()));
  args.Return(v8::Uint8Array::New(buffer, 0, static_cast<size_t>(cache->length)));
}

v8::MaybeLocal<v8::Promise> ImportDynamic(v8::Local<v8::Context> context, v8::Local<v8::Data>,
                                          v8::Local<v8::Value> resource_name,
                                          v8::Local<v8::String> specifier,
                                          v8::Local<v8::FixedArray> attributes) {
  v8::Isolate* isolate = context->GetIsolate();
  Env* env = Env::From(isolate);
  v8::EscapableHandleScope scope(isolate);
  const auto hook = env->hooks().import_dynamic.Get(isolate);
  v8::Local<v8::Promise::Resolver> resolver;
  if (!v8::Promise::Resolver::New(context).ToLocal(&resolver)) return {};
  v8::TryCatch try_catch(isolate);
  v8::Local<v8::Value> argv[] = {
      resource_name, specifier,
      AttributesObject(context, compat::ReadAttributes(context, attributes, 2))};
  v8::Local<v8::Value> result;
  if (!hook->Call(context, v8::Undefined(isolate), 3, argv).ToLocal(&result)) {
    (void)resolver->Reject(context, try_catch.Exception());
  } else {
    (void)resolver->Resolve(context, result);
  }
  return scope.Escape(resolver->GetPromise());
}

void InitImportMeta(v8::Local<v8::Context> context, v8::Local<v8::Module> module,
                    v8::Local<v8::Object> meta) {
  v8::Isolate* isolate = context->GetIsolate();
  Env* env = Env::From(isolate);
  v8::HandleScope scope(isolate);
  ModuleWrap* wrap = ModuleWrap::Of(*env, module);
  const auto hook = env->hooks().import_meta.Get(isolate);
  if (!wrap || hook.IsEmpty()) return;
  v8::Local<v8::Value> argv[] = {wrap->object(), meta};
  (void)hook->Call(context, v8::Undefined(isolate), 2, argv);
}

}  // namespace

void InstallModuleHooks(v8::Isolate* isolate) {
  isolate->SetHostImportModuleDynamicallyCallback(ImportDynamic);
  isolate->SetHostInitializeImportMetaObjectCallback(InitImportMeta);
}

void BindModuleWrap(Binding& b) {
  b.Class<Construct>("ModuleWrap")
      .Method<Requests>("requests")
      .Method<Link>("link")
      .Method<Instantiate>("instantiate")
      .Method<Evaluate>("evaluate")
      .Method<Status>("status")
      .Method<GetError>("error")
      .Method<Namespace>("namespace")
      .Method<IsGraphAsync>("isGraphAsync")
      .Method<SetExport>("setExport")
      .Method<CodeCache>("codeCache");
  b.Constant("kUninstantiated", v8::Module::kUninstantiated);
  b.Constant("kInstantiating", v8::Module::kInstantiating);
  b.Constant("kInstantiated", v8::Module::kInstantiated);
  b.Constant("kEvaluating", v8::Module::kEvaluating);
  b.Constant("kEvaluated", v8::Module::kEvaluated);
  b.Constant("kErrored", v8::Module::kErrored);
}

}  // namespace drover::rt
