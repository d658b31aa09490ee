#include "runtime/bindings/spawn_plan.h"

#include <cerrno>

#include <sys/socket.h>

#include "runtime/engine/binding.h"

namespace drover::rt {
namespace {

char** Pointers(std::vector<std::string>& strings, std::vector<char*>& pointers) {
  for (auto& s : strings) pointers.push_back(s.data());
  pointers.push_back(nullptr);
  return pointers.data();
}

}  // namespace

SpawnPlan::SpawnPlan(v8::Local<v8::Context> context, v8::Local<v8::Object> options)
    : isolate_(context->GetIsolate()), context_(context), object_(options) {
  file_ = ToUtf8(isolate_, Get("file"));
  args_ = Strings("args").value_or(std::vector<std::string>());
  env_ = Strings("envPairs");
  if (auto cwd = Get("cwd"); cwd->IsString()) cwd_ = ToUtf8(isolate_, cwd);
  options_.file = file_.c_str();
  options_.args = Pointers(args_, arg_pointers_);
  if (env_) options_.env = Pointers(*env_, env_pointers_);
  if (!cwd_.empty()) options_.cwd = cwd_.c_str();
  SetFlags();
}

int SpawnPlan::OpenStdio() {
  auto stdio = Get("stdio").As<v8::Array>();
  for (uint32_t i = 0; i < stdio->Length(); ++i) {
    v8::Local<v8::Value> entry;
    if (!stdio->Get(context_, i).ToLocal(&entry)) return UV_EINVAL;
    if (const int err = AddStdio(entry->Int32Value(context_).FromMaybe(kIgnore)); err < 0)
      return err;
  }
  options_.stdio = containers_.data();
  options_.stdio_count = static_cast<int>(containers_.size());
  return 0;
}

v8::Local<v8::Value> SpawnPlan::Get(const char* name) {
  v8::Local<v8::Value> value;
  if (!object_->Get(context_, ToV8(isolate_, name)).ToLocal(&value)) return v8::Undefined(isolate_);
  return value;
}

std::optional<std::vector<std::string>> SpawnPlan::Strings(const char* name) {
  auto value = Get(name);
  if (!value->IsArray()) return std::nullopt;
  auto array = value.As<v8::Array>();
  std::vector<std::string> out;
  for (uint32_t i = 0; i < array->Length(); ++i) {
    v8::Local<v8::Value> item;
    if (array->Get(context_, i).ToLocal(&item)) out.push_back(ToUtf8(isolate_, item));
  }
  return out;
}

void SpawnPlan::SetFlags() {
  if (Get("detached")->BooleanValue(isolate_)) options_.flags |= UV_PROCESS_DETACHED;
  if (auto uid = Get("uid"); uid->IsInt32()) {
    options_.flags |= UV_PROCESS_SETUID;
    options_.uid = static_cast<uv_uid_t>(uid.As<v8::Int32>()->Value());
  }
  if (auto gid = Get("gid"); gid->IsInt32()) {
    options_.flags |= UV_PROCESS_SETGID;
    options_.gid = static_cast<uv_gid_t>(gid.As<v8::Int32>()->Value());
  }
}

int SpawnPlan::AddStdio(int entry) {
  uv_stdio_container_t container{};
  base::Fd parent_end;
  if (entry == kIgnore) {
    container.flags = UV_IGNORE;
  } else {
    container.flags = UV_INHERIT_FD;
    container.data.fd = entry;
  }
  if (entry == kPipe) {
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return -errno;
    parent_end = base::Fd(pair[0]);
    child_ends_.emplace_back(pair[1]);
    container.data.fd = pair[1];
  }
  parent_ends_.push_back(std::move(parent_end));
  containers_.push_back(container);
  return 0;
}

}  // namespace drover::rt
