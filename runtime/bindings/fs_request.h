// How every file-system function of the 'fs' binding runs, in one of two ways:
//   synchronously, when the argument at `req_index` is not an object: the return value is the
//     result, or a negative libuv code;
//   on libuv's thread pool, when it is one: the call returns 0 (or a negative code when nothing was
//     started), and later `req.oncomplete(err, value)` is called straight off the loop.
// RunUv wraps the functions of libuv, RunJob work of our own that takes several system calls.
#pragma once

#include <uv.h>

#include <memory>
#include <string>
#include <vector>

#include <v8.h>

#include "runtime/bindings/aligned_bytes.h"
#include "runtime/engine/binding.h"
#include "runtime/engine/env.h"

namespace drover::rt::fs {

// How names and paths are given to JavaScript.
enum class NameKind { kString, kBytes };

// A path argument: a string (as UTF-8) or the bytes of a view. Valid for the call.
class PathArg {
 public:
  PathArg(Args& args, int i);
  PathArg(const PathArg&) = delete;
  PathArg& operator=(const PathArg&) = delete;
  const char* c_str() const { return data_; }

 private:
  static constexpr int kInline = 1024;
  char inline_[kInline];
  std::string heap_;
  const char* data_;
};

// The memory of an ArrayBuffer view, held until the operation is done.
struct Memory {
  std::shared_ptr<v8::BackingStore> store;
  char* data = nullptr;
  size_t size = 0;
  static Memory Of(v8::Local<v8::Value> view);
};

// Makes the value of a finished request. Empty: the string is longer than V8 allows.
struct Shape {
  using Make = v8::MaybeLocal<v8::Value> (*)(Env&, uv_fs_t&, const Shape&);
  Make make;
  NameKind names = NameKind::kString;
  bool option = false;  // bigint for stats, types for readdir
};

v8::MaybeLocal<v8::Value> MakeNothing(Env& env, uv_fs_t& req, const Shape& shape);
v8::MaybeLocal<v8::Value> MakeNumber(Env& env, uv_fs_t& req, const Shape& shape);
// readlink and realpath: the string that req.ptr points to.
v8::MaybeLocal<v8::Value> MakePointedPath(Env& env, uv_fs_t& req, const Shape& shape);
// mkdtemp: req.path.
v8::MaybeLocal<v8::Value> MakeOwnPath(Env& env, uv_fs_t& req, const Shape& shape);

// A name as a string or as a Uint8Array.
v8::MaybeLocal<v8::Value> MakeName(v8::Isolate* isolate, std::string_view name, NameKind kind);
// An ArrayBuffer that takes the bytes over.
v8::Local<v8::ArrayBuffer> TakeBytes(v8::Isolate* isolate, AlignedBytes data, size_t size);

// The code that stands for "too long for a string": no system call made here reports it.
inline constexpr int kStringTooLong = UV_EFBIG;
// The code that stands for "larger than a buffer may be", chosen likewise.
inline constexpr int kFileTooLarge = UV_E2BIG;

inline NameKind NameKindOf(Args& args, int i) {
  return args.Bool(i) ? NameKind::kBytes : NameKind::kString;
}

// What an asynchronous request owns beside the uv_fs_t.
struct Kept {
  std::vector<Memory> memory;
  std::string text;
};

// One asynchronous uv_fs_* request. Deletes itself when done.
class UvRequest {
 public:
  UvRequest(Env& env, v8::Local<v8::Object> object, Shape shape)
      : env_(env), object_(env.isolate(), object), shape_(shape) {
    req_.data = this;
  }
  uv_fs_t* req() { return &req_; }
  Kept& kept() { return kept_; }
  static void Done(uv_fs_t* req);

 private:
  Env& env_;
  v8::Global<v8::Object> object_;
  Shape shape_;
  Kept kept_;
  uv_fs_t req_{};
};

// start(loop, req, cb) calls one uv_fs_* function and returns what it returns.
template <class Start>
void RunUv(Args& args, int req_index, Shape shape, Start&& start, Kept kept = {}) {
  Env& env = args.env();
  if (args[req_index]->IsObject()) {
    auto request = std::make_unique<UvRequest>(env, args.Object(req_index), shape);
    request->kept() = std::move(kept);
    int err = start(env.loop(), request->req(), &UvRequest::Done);
    if (err >= 0) (void)request.release();  // Done() deletes it
    return args.Return(err);
  }
  uv_fs_t req;
  int err = start(env.loop(), &req, nullptr);
  if (err < 0) {
    args.Return(err);
  } else {
    v8::Local<v8::Value> value;
    if (shape.make(env, req, shape).ToLocal(&value)) {
      args.Return(value);
    } else {
      args.Return(kStringTooLong);
    }
  }
  uv_fs_req_cleanup(&req);
}

// Work of several system calls. Run() may be on any thread and touches no V8.
class Job {
 public:
  virtual ~Job() = default;
  // 0 or a negative code; then `syscall` names the call that failed.
  virtual int Run() = 0;
  // The value of a Run() that returned 0. Empty: too long for a string.
  virtual v8::MaybeLocal<v8::Value> Result(Env& env) = 0;

  const char* syscall = "";
  std::string failed_path;  // where it is not the path that the caller gave
};

// As RunUv. The failed call's name is the third argument of oncomplete, its path the fourth; for
// synchronous calls the binding's lastFailure() tells both.
void RunJob(Args& args, int req_index, std::unique_ptr<Job> job);

// For synchronous calls: returns the code and records the failed call for lastFailure().
void ReturnFailure(Args& args, int err, const char* syscall, std::string path = {});

// The binding's entries, described file by file.
void DescribeBasics(Binding& b);      // fs_basic.cc: one system call each
void DescribeIo(Binding& b);          // fs_io.cc: read and write on descriptors
void DescribeStats(Binding& b);       // fs_stat.cc
void DescribeWholeFiles(Binding& b);  // fs_whole_file.cc
void DescribeDirs(Binding& b);        // fs_dir.cc
void DescribeTrees(Binding& b);       // fs_tree.cc: mkdir -p, rm -r
void DescribeWatchers(Binding& b);    // fs_watch.cc
void DescribeFailures(Binding& b);    // fs_request.cc

}  // namespace drover::rt::fs
