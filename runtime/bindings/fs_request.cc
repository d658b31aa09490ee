#include "runtime/bindings/fs_request.h"

#include <cstdlib>
#include <cstring>

namespace drover::rt::fs {

namespace {

// What the last synchronous job failed at.
struct LastFailure {
  const char* syscall = "";
  std::string path;
};

// Calls req.oncomplete, straight off the loop.
void Complete(Env& env, v8::Local<v8::Object> object, int argc, v8::Local<v8::Value>* argv) {
  env.CallMethod(object, env.Name("oncomplete"), argc, argv);
}

v8::Local<v8::Value> Int(Env& env, int value) { return v8::Integer::New(env.isolate(), value); }

// One asynchronous job on the thread pool. Deletes itself when done.
class JobRequest {
 public:
  JobRequest(Env& env, v8::Local<v8::Object> object, std::unique_ptr<Job> job)
      : env_(env), object_(env.isolate(), object), job_(std::move(job)) {
    work_.data = this;
  }

  int Start() {
    return uv_queue_work(
        env_.loop(), &work_,
        [](uv_work_t* work) {
          auto* self = static_cast<JobRequest*>(work->data);
          self->result_ = self->job_->Run();
        },
        [](uv_work_t* work, int status) {
          std::unique_ptr<JobRequest> self(static_cast<JobRequest*>(work->data));
          self->Done(status);
        });
  }

 private:
  void Done(int status) {
    if (!env_.can_call_js()) return;
    v8::Isolate* isolate = env_.isolate();
    v8::HandleScope handles(isolate);
    v8::Context::Scope in_context(env_.context());
    int err = status < 0 ? status : result_;
    v8::Local<v8::Value> value = v8::Undefined(isolate);
    if (err >= 0 && !job_->Result(env_).ToLocal(&value)) err = kStringTooLong;
    v8::Local<v8::Value> argv[] = {Int(env_, err), value, v8::Undefined(isolate),
                                   v8::Undefined(isolate)};
    if (err < 0) {
      argv[2] = ToV8(isolate, job_->syscall);
      if (!job_->failed_path.empty()) argv[3] = ToV8(isolate, job_->failed_path);
    }
    v8::Local<v8::Object> object = object_.Get(isolate);
    job_.reset();
    Complete(env_, object, err < 0 ? 4 : 2, argv);
  }

  Env& env_;
  v8::Global<v8::Object> object_;
  std::unique_ptr<Job> job_;
  int result_ = 0;
  uv_work_t work_{};
};

// lastFailure() -> [syscall, path or ''] of the last synchronous job that returned a negative code.
void GetLastFailure(Args& args) {
  auto& last = args.env().State<LastFailure>();
  v8::Local<v8::Value> parts[] = {ToV8(args.isolate(), last.syscall),
                                  ToV8(args.isolate(), last.path)};
  args.Return(v8::Array::New(args.isolate(), parts, 2));
}

}  // namespace

PathArg::PathArg(Args& args, int i) : data_(inline_) {
  if (args[i]->IsString()) {
    v8::Local<v8::String> string = args[i].As<v8::String>();
    if (string->Length() * 3 < kInline) {
      int n = string->WriteUtf8(args.isolate(), inline_, kInline - 1, nullptr,
                                v8::String::NO_NULL_TERMINATION | v8::String::REPLACE_INVALID_UTF8);
      inline_[n] = '\0';
      return;
    }
    heap_ = args.Utf8(i);
  } else {
    auto bytes = args.Bytes(i);
    heap_.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  data_ = heap_.c_str();
}

Memory Memory::Of(v8::Local<v8::Value> value) {
  Memory m;
  if (!value->IsArrayBufferView()) return m;
  auto view = value.As<v8::ArrayBufferView>();
  m.store = view->Buffer()->GetBackingStore();
  m.data = static_cast<char*>(m.store->Data()) + view->ByteOffset();
  m.size = view->ByteLength();
  return m;
}

v8::MaybeLocal<v8::Value> MakeNothing(Env& env, uv_fs_t&, const Shape&) {
  return v8::Undefined(env.isolate()).As<v8::Value>();
}

v8::MaybeLocal<v8::Value> MakeNumber(Env& env, uv_fs_t& req, const Shape&) {
  return v8::Number::New(env.isolate(), static_cast<double>(req.result)).As<v8::Value>();
}

v8::MaybeLocal<v8::Value> MakePointedPath(Env& env, uv_fs_t& req, const Shape& shape) {
  return MakeName(env.isolate(), static_cast<const char*>(req.ptr), shape.names);
}

v8::MaybeLocal<v8::Value> MakeOwnPath(Env& env, uv_fs_t& req, const Shape& shape) {
  return MakeName(env.isolate(), req.path, shape.names);
}

v8::MaybeLocal<v8::Value> MakeName(v8::Isolate* isolate, std::string_view name, NameKind kind) {
  if (kind == NameKind::kString) {
    v8::Local<v8::String> string;
    if (!v8::String::NewFromUtf8(isolate, name.data(), v8::NewStringType::kNormal,
                                 static_cast<int>(name.size()))
             .ToLocal(&string))
      return {};
    return string.As<v8::Value>();
  }
  v8::Local<v8::ArrayBuffer> buffer = v8::ArrayBuffer::New(isolate, name.size());
  if (!name.empty()) std::memcpy(buffer->GetBackingStore()->Data(), name.data(), name.size());
  return v8::Uint8Array::New(buffer, 0, name.size()).As<v8::Value>();
}

v8::Local<v8::ArrayBuffer> TakeBytes(v8::Isolate* isolate, AlignedBytes data, size_t size) {
  if (size == 0) return v8::ArrayBuffer::New(isolate, 0);
  auto store = v8::ArrayBuffer::NewBackingStore(
      data.release(), size, [](void* p, size_t, void*) { std::free(p); }, nullptr);
  return v8::ArrayBuffer::New(isolate, std::move(store));
}

void UvRequest::Done(uv_fs_t* req) {
  std::unique_ptr<UvRequest> self(static_cast<UvRequest*>(req->data));
  Env& env = self->env_;
  if (env.can_call_js()) {
    v8::Isolate* isolate = env.isolate();
    v8::HandleScope handles(isolate);
    v8::Context::Scope in_context(env.context());
    int err = req->result < 0 ? static_cast<int>(req->result) : 0;
    v8::Local<v8::Value> value = v8::Undefined(isolate);
    if (err == 0 && !self->shape_.make(env, *req, self->shape_).ToLocal(&value))
      err = kStringTooLong;
    v8::Local<v8::Value> argv[] = {Int(env, err), value};
    v8::Local<v8::Object> object = self->object_.Get(isolate);
    uv_fs_req_cleanup(req);
    self.reset();
    Complete(env, object, 2, argv);
    return;
  }
  uv_fs_req_cleanup(req);
}

void RunJob(Args& args, int req_index, std::unique_ptr<Job> job) {
  Env& env = args.env();
  if (args[req_index]->IsObject()) {
    auto request = std::make_unique<JobRequest>(env, args.Object(req_index), std::move(job));
    int err = request->Start();
    if (err >= 0) (void)request.release();  // deletes itself when done
    return args.Return(err);
  }
  int err = job->Run();
  v8::Local<v8::Value> value;
  if (err >= 0 && job->Result(env).ToLocal(&value)) return args.Return(value);
  ReturnFailure(args, err < 0 ? err : kStringTooLong, job->syscall, std::move(job->failed_path));
}

void ReturnFailure(Args& args, int err, const char* syscall, std::string path) {
  auto& last = args.env().State<LastFailure>();
  last.syscall = syscall;
  last.path = std::move(path);
  args.Return(err);
}

void DescribeFailures(Binding& b) { b.Method<GetLastFailure>("lastFailure"); }

}  // namespace drover::rt::fs
