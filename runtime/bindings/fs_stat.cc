#include <cerrno>

#include "runtime/bindings/fs_request.h"
#include "runtime/bindings/fs_stats.h"

namespace drover::rt::fs {

StatsArrays::StatsArrays(Env& env) {
  v8::Isolate* isolate = env.isolate();
  v8::HandleScope handles(isolate);
  auto numbers = v8::ArrayBuffer::New(isolate, kLength * sizeof(double));
  auto bigs = v8::ArrayBuffer::New(isolate, kLength * sizeof(int64_t));
  number_store_ = numbers->GetBackingStore();
  big_store_ = bigs->GetBackingStore();
  numbers_.Reset(isolate, v8::Float64Array::New(numbers, 0, kLength));
  bigs_.Reset(isolate, v8::BigInt64Array::New(bigs, 0, kLength));
}

template <class T>
void StatsArrays::PutAll(const T* fields, size_t count, size_t slot, bool big) {
  auto* numbers = static_cast<double*>(number_store_->Data()) + slot * kFields;
  auto* bigs = static_cast<int64_t*>(big_store_->Data()) + slot * kFields;
  for (size_t i = 0; i < count; i++) {
    if (big) {
      bigs[i] = static_cast<int64_t>(fields[i]);
    } else {
      numbers[i] = static_cast<double>(fields[i]);
    }
  }
}

void StatsArrays::Put(const uv_stat_t& s, size_t slot, bool big) {
  // Times are signed (before 1970), the rest is not; 64 bits hold both.
  const int64_t fields[kFields] = {static_cast<int64_t>(s.st_dev),
                                   static_cast<int64_t>(s.st_mode),
                                   static_cast<int64_t>(s.st_nlink),
                                   static_cast<int64_t>(s.st_uid),
                                   static_cast<int64_t>(s.st_gid),
                                   static_cast<int64_t>(s.st_rdev),
                                   static_cast<int64_t>(s.st_blksize),
                                   static_cast<int64_t>(s.st_ino),
                                   static_cast<int64_t>(s.st_size),
                                   static_cast<int64_t>(s.st_blocks),
                                   s.st_atim.tv_sec,
                                   s.st_atim.tv_nsec,
                                   s.st_mtim.tv_sec,
                                   s.st_mtim.tv_nsec,
                                   s.st_ctim.tv_sec,
                                   s.st_ctim.tv_nsec,
                                   s.st_birthtim.tv_sec,
                                   s.st_birthtim.tv_nsec};
  PutAll(fields, kFields, slot, big);
}

void StatsArrays::Put(const struct statfs& s, bool big) {
  const uint64_t fields[] = {static_cast<uint64_t>(s.f_type),
                             static_cast<uint64_t>(s.f_bsize),
                             static_cast<uint64_t>(s.f_frsize),
                             s.f_blocks,
                             s.f_bfree,
                             s.f_bavail,
                             s.f_files,
                             s.f_ffree};
  PutAll(fields, std::size(fields), 0, big);
}

v8::Local<v8::Value> StatsArrays::Array(v8::Isolate* isolate, bool big) const {
  return (big ? bigs_ : numbers_).Get(isolate);
}

namespace {

// The value is the shared array, filled.
v8::MaybeLocal<v8::Value> MakeStats(Env& env, uv_fs_t& req, const Shape& shape) {
  auto& arrays = env.State<StatsArrays>();
  arrays.Put(req.statbuf, 0, shape.option);
  return arrays.Array(env.isolate(), shape.option);
}

// libuv 1.44 leaves the fragment size out, so statfs is called here.
class StatFsJob : public Job {
 public:
  StatFsJob(std::string path, bool big) : path_(std::move(path)), big_(big) {}
  int Run() override {
    syscall = "statfs";
    int err;
    do err = ::statfs(path_.c_str(), &stat_);
    while (err != 0 && errno == EINTR);
    return err == 0 ? 0 : uv_translate_sys_error(errno);
  }
  v8::MaybeLocal<v8::Value> Result(Env& env) override {
    auto& arrays = env.State<StatsArrays>();
    arrays.Put(stat_, big_);
    return arrays.Array(env.isolate(), big_);
  }

 private:
  std::string path_;
  bool big_;
  struct statfs stat_ = {};
};

// statfs(path, bigint, req) -> the shared array: type bsize frsize blocks bfree bavail files ffree
void StatFs(Args& args) {
  RunJob(args, 2, std::make_unique<StatFsJob>(PathArg(args, 0).c_str(), args.Bool(1)));
}

// stat and lstat(path, bigint, req) -> the shared array
template <int (*kCall)(uv_loop_t*, uv_fs_t*, const char*, uv_fs_cb)>
void StatPath(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 2, Shape{MakeStats, NameKind::kString, args.Bool(1)},
        [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
          return kCall(loop, req, path.c_str(), cb);
        });
}

// fstat(fd, bigint, req) -> the shared array
void Fstat(Args& args) {
  RunUv(args, 2, Shape{MakeStats, NameKind::kString, args.Bool(1)},
        [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
          return uv_fs_fstat(loop, req, args.Int32(0), cb);
        });
}

}  // namespace

void DescribeStats(Binding& b) {
  b.Method<StatPath<uv_fs_stat>>("stat");
  b.Method<StatPath<uv_fs_lstat>>("lstat");
  b.Method<Fstat>("fstat");
  b.Method<StatFs>("statfs");
}

}  // namespace drover::rt::fs
