// mkdir (plain and recursive) and recursive removal.
#include "runtime/bindings/fs_request.h"
#include "runtime/bindings/fs_tree_ops.h"

namespace drover::rt::fs {

namespace {

class MkdirAllJob : public Job {
 public:
  MkdirAllJob(std::string path, int mode) : path_(std::move(path)), mode_(mode) {}
  int Run() override {
    syscall = "mkdir";
    return MakeDirs(path_, mode_, first_);
  }
  v8::MaybeLocal<v8::Value> Result(Env& env) override {
    if (first_.empty()) return v8::Undefined(env.isolate()).As<v8::Value>();
    return MakeName(env.isolate(), first_, NameKind::kString);
  }

 private:
  std::string path_, first_;
  int mode_;
};

// mkdir(path, mode, recursive, req) -> recursive: the first directory made, or undefined
void Mkdir(Args& args) {
  PathArg path(args, 0);
  if (args.Bool(2))
    return RunJob(args, 3, std::make_unique<MkdirAllJob>(path.c_str(), args.Int32(1)));
  RunUv(args, 3, Shape{MakeNothing}, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_mkdir(loop, req, path.c_str(), args.Int32(1), cb);
  });
}

class RemoveTreeJob : public Job {
 public:
  explicit RemoveTreeJob(std::string path) : path_(std::move(path)) {}
  int Run() override {
    TreeFailure failure;
    int err = RemoveTree(path_, failure);
    syscall = failure.syscall;
    failed_path = std::move(failure.path);
    return err;
  }
  v8::MaybeLocal<v8::Value> Result(Env& env) override {
    return v8::Undefined(env.isolate()).As<v8::Value>();
  }

 private:
  std::string path_;
};

// removeTree(path, req)
void RemoveTreeMethod(Args& args) {
  RunJob(args, 1, std::make_unique<RemoveTreeJob>(PathArg(args, 0).c_str()));
}

}  // namespace

void DescribeTrees(Binding& b) {
  b.Method<Mkdir>("mkdir");
  b.Method<RemoveTreeMethod>("removeTree");
}

}  // namespace drover::rt::fs
