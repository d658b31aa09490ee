// Binding 'process': what lib/internal/process/* needs of the operating system about this process.
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>
#include <uv.h>

#include <cstdlib>
#include <cstring>
#include <vector>

#include <sys/stat.h>

#include "runtime/bindings/bindings.h"
#include "runtime/engine/env.h"
#include "runtime/engine/wrap.h"

extern char** environ;

namespace drover::rt {
namespace {

v8::Local<v8::Array> StringArray(v8::Isolate* isolate, const std::vector<std::string>& strings) {
  std::vector<v8::Local<v8::Value>> out;
  out.reserve(strings.size());
  for (const auto& s : strings) out.push_back(ToV8(isolate, s));
  return v8::Array::New(isolate, out.data(), out.size());
}

// options() -> { argv0, execPath, execArgv, arguments, flags: { '--require': [...] } }
void Options(Args& args) {
  v8::Isolate* isolate = args.isolate();
  const auto context = args.context();
  const EnvOptions& o = args.env().options();
  auto out = v8::Object::New(isolate);
  const auto set = [&](v8::Local<v8::Object> target, const char* key, v8::Local<v8::Value> v) {
    (void)target->CreateDataProperty(context, ToV8(isolate, key), v);
  };
  set(out, "argv0", ToV8(isolate, o.argv0));
  set(out, "execPath", ToV8(isolate, o.exec_path));
  set(out, "execArgv", StringArray(isolate, o.exec_argv));
  set(out, "arguments", StringArray(isolate, o.arguments));
  auto flags = v8::Object::New(isolate, v8::Null(isolate), nullptr, nullptr, 0);
  for (const auto& [name, values] : o.flags) set(flags, name.c_str(), StringArray(isolate, values));
  set(out, "flags", flags);
  args.Return(out);
}

// hrtimeStore() -> ArrayBuffer; hrtime() writes [seconds high, seconds low, nanoseconds] into it as
// uint32, hrtimeBigInt() the nanoseconds as uint64.
struct HrtimeStore {
  std::shared_ptr<v8::BackingStore> store;
};
void NewHrtimeStore(Args& args) {
  auto buffer = v8::ArrayBuffer::New(args.isolate(), 24);
  args.env().State<HrtimeStore>().store = buffer->GetBackingStore();
  args.Return(buffer);
}
void Hrtime(Args& args) {
  auto* fields = static_cast<uint32_t*>(args.env().State<HrtimeStore>().store->Data());
  const uint64_t t = uv_hrtime();
  fields[0] = static_cast<uint32_t>((t / 1000000000) >> 32);
  fields[1] = static_cast<uint32_t>((t / 1000000000) & 0xffffffff);
  fields[2] = static_cast<uint32_t>(t % 1000000000);
}
void HrtimeBigInt(Args& args) {
  *static_cast<uint64_t*>(args.env().State<HrtimeStore>().store->Data()) = uv_hrtime();
}

void Cwd(Args& args) {
  std::vector<char> buf(4096);
  size_t size = buf.size();
  int err = uv_cwd(buf.data(), &size);
  if (err == UV_ENOBUFS) {
    buf.resize(size);
    err = uv_cwd(buf.data(), &size);
  }
  if (err < 0) return args.Return(err);
  args.Return(std::string_view(buf.data(), size));
}
void Chdir(Args& args) { args.Return(uv_chdir(args.Utf8(0).c_str())); }

void Umask(Args& args) {
  const mode_t old = ::umask(args[0]->IsUndefined() ? 0 : args.Uint32(0));
  if (args[0]->IsUndefined()) ::umask(old);
  args.Return(static_cast<uint32_t>(old));
}

void Kill(Args& args) { args.Return(uv_kill(args.Int32(0), args.Int32(1))); }
void Pid(Args& args) { args.Return(static_cast<int>(::getpid())); }
void Ppid(Args& args) { args.Return(static_cast<int>(::getppid())); }

void GetTitle(Args& args) {
  char title[4096] = {};
  uv_get_process_title(title, sizeof title);
  args.Return(title);
}
void SetTitle(Args& args) { uv_set_process_title(args.Utf8(0).c_str()); }

// memoryUsage() -> [rss, heapTotal, heapUsed, external, arrayBuffers]
void MemoryUsage(Args& args) {
  v8::HeapStatistics heap;
  args.isolate()->GetHeapStatistics(&heap);
  size_t rss = 0;
  if (const int err = uv_resident_set_memory(&rss); err < 0) return args.Return(err);
  v8::Local<v8::Value> out[5];
  const size_t values[5] = {rss, heap.total_heap_size(), heap.used_heap_size(),
                            heap.external_memory(), heap.external_memory()};
  for (int i = 0; i < 5; ++i)
    out[i] = v8::Number::New(args.isolate(), static_cast<double>(values[i]));
  args.Return(v8::Array::New(args.isolate(), out, 5));
}
void Rss(Args& args) {
  size_t rss = 0;
  const int err = uv_resident_set_memory(&rss);
  args.Return(err < 0 ? static_cast<double>(err) : static_cast<double>(rss));
}

// resourceUsage() -> 16 numbers in the order of Node's process.resourceUsage(), or an error code.
void ResourceUsage(Args& args) {
  uv_rusage_t r;
  if (const int err = uv_getrusage(&r); err < 0) return args.Return(err);
  const auto micros = [](uv_timeval_t t) {
    return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec);
  };
  const uint64_t counts[] = {r.ru_maxrss, r.ru_ixrss,    r.ru_idrss,   r.ru_isrss,   r.ru_minflt,
                             r.ru_majflt, r.ru_nswap,    r.ru_inblock, r.ru_oublock, r.ru_msgsnd,
                             r.ru_msgrcv, r.ru_nsignals, r.ru_nvcsw,   r.ru_nivcsw};
  std::vector<v8::Local<v8::Value>> out = {v8::Number::New(args.isolate(), micros(r.ru_utime)),
                                           v8::Number::New(args.isolate(), micros(r.ru_stime))};
  for (const uint64_t c : counts)
    out.push_back(v8::Number::New(args.isolate(), static_cast<double>(c)));
  args.Return(v8::Array::New(args.isolate(), out.data(), out.size()));
}

// Names of the handles that keep the process alive.
void ActiveResources(Args& args) {
  std::vector<std::string> names;
  for (Wrap* wrap : args.env().wraps())
    if (wrap->IsAlive()) names.emplace_back(wrap->type_name());
  args.Return(StringArray(args.isolate(), names));
}

void ReallyExit(Args& args) { args.env().Exit(args.Int32(0)); }
void Abort(Args&) { std::abort(); }

void GetEnv(Args& args) {
  const std::string key = args.Utf8(0);
  if (const char* value = ::getenv(key.c_str())) args.Return(value);
}
void SetEnv(Args& args) { args.Return(::setenv(args.Utf8(0).c_str(), args.Utf8(1).c_str(), 1)); }
void UnsetEnv(Args& args) { ::unsetenv(args.Utf8(0).c_str()); }
void EnvKeys(Args& args) {
  std::vector<std::string> keys;
  for (char** e = environ; e && *e; ++e) {
    const char* eq = **e ? std::strchr(*e + 1, '=') : nullptr;
    if (eq) keys.emplace_back(*e, static_cast<size_t>(eq - *e));
  }
  args.Return(StringArray(args.isolate(), keys));
}

// Date reads the time zone once; a write to env.TZ has to reach it.
void TimeZoneChanged(Args& args) {
  ::tzset();
  args.isolate()->DateTimeConfigurationChangeNotification(
      v8::Isolate::TimeZoneDetection::kRedetect);
}

void GetUid(Args& args) { args.Return(static_cast<uint32_t>(::getuid())); }
void GetEuid(Args& args) { args.Return(static_cast<uint32_t>(::geteuid())); }
void GetGid(Args& args) { args.Return(static_cast<uint32_t>(::getgid())); }
void GetEgid(Args& args) { args.Return(static_cast<uint32_t>(::getegid())); }

void GetGroups(Args& args) {
  const int n = ::getgroups(0, nullptr);
  std::vector<gid_t> groups(static_cast<size_t>(n < 0 ? 0 : n));
  if (n < 0 || ::getgroups(n, groups.data()) < 0) return args.Return(-errno);
  groups.push_back(::getegid());
  std::vector<v8::Local<v8::Value>> out;
  for (size_t i = 0; i < groups.size(); ++i) {
    bool seen = false;
    for (size_t j = 0; j < i; ++j) seen = seen || groups[j] == groups[i];
    if (!seen) out.push_back(v8::Integer::NewFromUnsigned(args.isolate(), groups[i]));
  }
  args.Return(v8::Array::New(args.isolate(), out.data(), out.size()));
}

// A user or group given by number or name; -1 where there is none of that name.
template <bool kGroup>
int64_t IdOf(Args& args, v8::Local<v8::Value> id) {
  if (id->IsNumber()) return static_cast<int64_t>(id->Uint32Value(args.context()).FromMaybe(0));
  const std::string name = ToUtf8(args.isolate(), id);
  std::vector<char> buf(16384);
  if constexpr (kGroup) {
    ::group entry, *found = nullptr;
    const int err = ::getgrnam_r(name.c_str(), &entry, buf.data(), buf.size(), &found);
    return err == 0 && found ? static_cast<int64_t>(found->gr_gid) : -1;
  } else {
    ::passwd entry, *found = nullptr;
    const int err = ::getpwnam_r(name.c_str(), &entry, buf.data(), buf.size(), &found);
    return err == 0 && found ? static_cast<int64_t>(found->pw_uid) : -1;
  }
}

// Each answers 0, a negative errno, or 1 for an unknown name.
template <int (*kSet)(unsigned), bool kGroup>
void SetId(Args& args) {
  const int64_t id = IdOf<kGroup>(args, args[0]);
  if (id < 0) return args.Return(1);
  args.Return(kSet(static_cast<unsigned>(id)) < 0 ? -errno : 0);
}
int DoSetUid(unsigned id) { return ::setuid(id); }
int DoSetEuid(unsigned id) { return ::seteuid(id); }
int DoSetGid(unsigned id) { return ::setgid(id); }
int DoSetEgid(unsigned id) { return ::setegid(id); }

// Answers 0, a negative errno, or one more than the index of an unknown name.
void SetGroups(Args& args) {
  const auto list = args[0].As<v8::Array>();
  std::vector<gid_t> groups;
  for (uint32_t i = 0; i < list->Length(); ++i) {
    v8::Local<v8::Value> v;
    if (!list->Get(args.context(), i).ToLocal(&v)) return;
    const int64_t id = IdOf<true>(args, v);
    if (id < 0) return args.Return(i + 1);
    groups.push_back(static_cast<gid_t>(id));
  }
  args.Return(::setgroups(groups.size(), groups.data()) < 0 ? -errno : 0);
}

// versions() -> [v8, uv]
void Versions(Args& args) {
  args.Return(StringArray(args.isolate(), {v8::V8::GetVersion(), uv_version_string()}));
}

void SetFlagsFromString(Args& args) { v8::V8::SetFlagsFromString(args.Utf8(0).c_str()); }

}  // namespace

void BindProcess(Binding& b) {
  b.Constant("droverVersion", DROVER_VERSION);
  b.Method<Options>("options");
  b.Method<NewHrtimeStore>("hrtimeStore");
  b.Method<Hrtime>("hrtime");
  b.Method<HrtimeBigInt>("hrtimeBigInt");
  b.Method<Cwd>("cwd");
  b.Method<Chdir>("chdir");
  b.Method<Umask>("umask");
  b.Method<Kill>("kill");
  b.Method<Pid>("pid");
  b.Method<Ppid>("ppid");
  b.Method<GetTitle>("getTitle");
  b.Method<SetTitle>("setTitle");
  b.Method<MemoryUsage>("memoryUsage");
  b.Method<Rss>("rss");
  b.Method<ResourceUsage>("resourceUsage");
  b.Method<ActiveResources>("activeResources");
  b.Method<ReallyExit>("reallyExit");
  b.Method<Abort>("abort");
  b.Method<GetEnv>("getEnv");
  b.Method<SetEnv>("setEnv");
  b.Method<UnsetEnv>("unsetEnv");
  b.Method<EnvKeys>("envKeys");
  b.Method<TimeZoneChanged>("timeZoneChanged");
  b.Method<GetUid>("getuid");
  b.Method<GetEuid>("geteuid");
  b.Method<GetGid>("getgid");
  b.Method<GetEgid>("getegid");
  b.Method<GetGroups>("getgroups");
  b.Method<SetId<DoSetUid, false>>("setuid");
  b.Method<SetId<DoSetEuid, false>>("seteuid");
  b.Method<SetId<DoSetGid, true>>("setgid");
  b.Method<SetId<DoSetEgid, true>>("setegid");
  b.Method<SetGroups>("setgroups");
  b.Method<Versions>("versions");
  b.Method<SetFlagsFromString>("setFlagsFromString");
}

}  // namespace drover::rt
