// The file-system functions that are one system call on paths or descriptors. In every signature
// below a trailing `req` makes the call asynchronous (fs_request.h).
#include <fcntl.h>

#include <cerrno>
#include <cmath>

#include <sys/stat.h>

#include "runtime/bindings/fs_request.h"

namespace drover::rt::fs {

namespace {

constexpr Shape kNothing{MakeNothing};
constexpr Shape kNumber{MakeNumber};

// access(path, mode, req)
void Access(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 2, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_access(loop, req, path.c_str(), args.Int32(1), cb);
  });
}

// exists(path) -> boolean
void Exists(Args& args) {
  PathArg path(args, 0);
  struct stat st;
  args.Return(::stat(path.c_str(), &st) == 0);
}

// internalModuleStat(path) -> 0 a file (or anything but a directory), 1 a directory, <0 nothing
void InternalModuleStat(Args& args) {
  PathArg path(args, 0);
  struct stat st;
  if (::stat(path.c_str(), &st) != 0) return args.Return(-1);
  args.Return(S_ISDIR(st.st_mode) ? 1 : 0);
}

// open(path, flags, mode, req) -> descriptor, always close-on-exec
void Open(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 3, kNumber, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_open(loop, req, path.c_str(), args.Int32(1), args.Int32(2), cb);
  });
}

// A call of one descriptor: close, fsync, fdatasync (fd, req)
template <int (*kCall)(uv_loop_t*, uv_fs_t*, uv_file, uv_fs_cb)>
void OnDescriptor(Args& args) {
  RunUv(args, 1, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return kCall(loop, req, args.Int32(0), cb);
  });
}

// ftruncate(fd, length, req)
void Ftruncate(Args& args) {
  RunUv(args, 2, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_ftruncate(loop, req, args.Int32(0), args.Int64(1), cb);
  });
}

// A call of one path: unlink, rmdir (path, req)
template <int (*kCall)(uv_loop_t*, uv_fs_t*, const char*, uv_fs_cb)>
void OnPath(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 1, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return kCall(loop, req, path.c_str(), cb);
  });
}

// A call of two paths: rename, link (from, to, req)
template <int (*kCall)(uv_loop_t*, uv_fs_t*, const char*, const char*, uv_fs_cb)>
void OnTwoPaths(Args& args) {
  PathArg from(args, 0), to(args, 1);
  RunUv(args, 2, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return kCall(loop, req, from.c_str(), to.c_str(), cb);
  });
}

// A call of two paths and a number: copyFile(from, to, mode, req), symlink(target, path, flags,
// req)
template <int (*kCall)(uv_loop_t*, uv_fs_t*, const char*, const char*, int, uv_fs_cb)>
void OnTwoPathsWithFlags(Args& args) {
  PathArg from(args, 0), to(args, 1);
  RunUv(args, 3, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return kCall(loop, req, from.c_str(), to.c_str(), args.Int32(2), cb);
  });
}

// chmod(path, mode, req)
void Chmod(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 2, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_chmod(loop, req, path.c_str(), args.Int32(1), cb);
  });
}

// fchmod(fd, mode, req)
void Fchmod(Args& args) {
  RunUv(args, 2, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_fchmod(loop, req, args.Int32(0), args.Int32(1), cb);
  });
}

// chown and lchown(path, uid, gid, req). -1 leaves an id as it is.
template <int (*kCall)(uv_loop_t*, uv_fs_t*, const char*, uv_uid_t, uv_gid_t, uv_fs_cb)>
void ChownPath(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 3, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return kCall(loop, req, path.c_str(), static_cast<uv_uid_t>(args.Int64(1)),
                 static_cast<uv_gid_t>(args.Int64(2)), cb);
  });
}

// fchown(fd, uid, gid, req)
void Fchown(Args& args) {
  RunUv(args, 3, kNothing, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_fchown(loop, req, args.Int32(0), static_cast<uv_uid_t>(args.Int64(1)),
                        static_cast<uv_gid_t>(args.Int64(2)), cb);
  });
}

// Sets the times of a path or of a descriptor, in seconds. Done here, as libuv 1.44 drops what is
// finer than microseconds.
class TimesJob : public Job {
 public:
  struct Times {
    double access;
    double modification;
  };
  // path: empty for a descriptor. flags: of utimensat.
  TimesJob(const char* name, std::string path, int fd, Times times, int flags)
      : name_(name), path_(std::move(path)), fd_(fd), times_(times), flags_(flags) {}

  int Run() override {
    syscall = name_;
    const timespec spec[2] = {ToTimespec(times_.access), ToTimespec(times_.modification)};
    int result =
        fd_ >= 0 ? ::futimens(fd_, spec) : ::utimensat(AT_FDCWD, path_.c_str(), spec, flags_);
    return result == 0 ? 0 : uv_translate_sys_error(errno);
  }
  v8::MaybeLocal<v8::Value> Result(Env& env) override {
    return v8::Undefined(env.isolate()).As<v8::Value>();
  }

 private:
  static timespec ToTimespec(double seconds) {
    double whole = std::floor(seconds);
    return {static_cast<time_t>(whole), static_cast<long>((seconds - whole) * 1e9)};
  }

  const char* name_;
  std::string path_;
  int fd_;
  Times times_;
  int flags_;
};

// utimes(path, atime, mtime, req)
void Utimes(Args& args) {
  RunJob(args, 3,
         std::make_unique<TimesJob>("utime", PathArg(args, 0).c_str(), -1,
                                    TimesJob::Times{args.Number(1), args.Number(2)}, 0));
}

// lutimes(path, atime, mtime, req)
void Lutimes(Args& args) {
  RunJob(args, 3,
         std::make_unique<TimesJob>("lutime", PathArg(args, 0).c_str(), -1,
                                    TimesJob::Times{args.Number(1), args.Number(2)},
                                    AT_SYMLINK_NOFOLLOW));
}

// futimes(fd, atime, mtime, req)
void Futimes(Args& args) {
  RunJob(args, 3,
         std::make_unique<TimesJob>("futime", "", args.Int32(0),
                                    TimesJob::Times{args.Number(1), args.Number(2)}, 0));
}

// readlink and realpath(path, asBytes, req) -> path
template <int (*kCall)(uv_loop_t*, uv_fs_t*, const char*, uv_fs_cb)>
void PathToPath(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 2, Shape{MakePointedPath, NameKindOf(args, 1)},
        [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
          return kCall(loop, req, path.c_str(), cb);
        });
}

// mkdtemp(template, asBytes, req) -> path. The template ends in XXXXXX.
void Mkdtemp(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 2, Shape{MakeOwnPath, NameKindOf(args, 1)},
        [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
          return uv_fs_mkdtemp(loop, req, path.c_str(), cb);
        });
}

}  // namespace

void DescribeBasics(Binding& b) {
  b.Method<Access>("access");
  b.Method<Exists>("exists");
  b.Method<InternalModuleStat>("internalModuleStat");
  b.Method<Open>("open");
  b.Method<OnDescriptor<uv_fs_close>>("close");
  b.Method<OnDescriptor<uv_fs_fsync>>("fsync");
  b.Method<OnDescriptor<uv_fs_fdatasync>>("fdatasync");
  b.Method<Ftruncate>("ftruncate");
  b.Method<OnPath<uv_fs_unlink>>("unlink");
  b.Method<OnPath<uv_fs_rmdir>>("rmdir");
  b.Method<OnTwoPaths<uv_fs_rename>>("rename");
  b.Method<OnTwoPaths<uv_fs_link>>("link");
  b.Method<OnTwoPathsWithFlags<uv_fs_symlink>>("symlink");
  b.Method<OnTwoPathsWithFlags<uv_fs_copyfile>>("copyFile");
  b.Method<Chmod>("chmod");
  b.Method<Fchmod>("fchmod");
  b.Method<ChownPath<uv_fs_chown>>("chown");
  b.Method<ChownPath<uv_fs_lchown>>("lchown");
  b.Method<Fchown>("fchown");
  b.Method<Utimes>("utimes");
  b.Method<Lutimes>("lutimes");
  b.Method<Futimes>("futimes");
  b.Method<PathToPath<uv_fs_readlink>>("readlink");
  b.Method<PathToPath<uv_fs_realpath>>("realpath");
  b.Method<Mkdtemp>("mkdtemp");
}

}  // namespace drover::rt::fs
