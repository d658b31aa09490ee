// Reading and writing a whole file in one call: one crossing from JavaScript, and for asynchronous
// calls one visit to the thread pool instead of four.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

#include "runtime/base/fd.h"
#include "runtime/bindings/fs_request.h"
#include "runtime/bindings/utf8_string.h"

namespace drover::rt::fs {

namespace {

// The first guess at a size that the system does not tell.
constexpr size_t kUnknownSize = 64 * 1024;
constexpr size_t kScratch = 256 * 1024;

// Where synchronous reads go that become strings; untouched pages cost nothing.
struct Scratch {
  AlignedBytes data = MakeAlignedBytes(kScratch);
};

struct Bytes {
  AlignedBytes data;
  size_t size = 0;
  size_t capacity = 0;

  void Grow() {
    capacity = capacity == 0 ? kUnknownSize : capacity * 2;
    AlignedBytes larger = MakeAlignedBytes(capacity);
    if (size > 0) std::memcpy(larger.get(), data.get(), size);
    data = std::move(larger);
  }
};

int ErrorNow() { return uv_translate_sys_error(errno); }

ssize_t ReadSome(int fd, char* to, size_t size) {
  ssize_t n;
  do n = ::read(fd, to, size);
  while (n < 0 && errno == EINTR);
  return n;
}

base::Fd OpenFile(const char* path, int flags, int mode) {
  int fd;
  do fd = ::open(path, flags | O_CLOEXEC, mode);
  while (fd < 0 && errno == EINTR);
  return base::Fd(fd);
}

// Reads from the current position to the end, behind what `out` holds already.
int ReadToEnd(int fd, Bytes& out, const char*& syscall) {
  for (;;) {
    if (out.size == out.capacity) out.Grow();
    ssize_t n = ReadSome(fd, out.data.get() + out.size, out.capacity - out.size);
    if (n < 0) {
      syscall = "read";
      return ErrorNow();
    }
    if (n == 0) return 0;
    out.size += static_cast<size_t>(n);
  }
}

// The size of a regular file, 0 for anything else; negative: an error.
int64_t SizeOf(int fd, const char*& syscall) {
  struct stat st;
  if (::fstat(fd, &st) != 0) {
    syscall = "fstat";
    return ErrorNow();
  }
  return S_ISREG(st.st_mode) ? st.st_size : 0;
}

void ReturnString(Args& args, v8::MaybeLocal<v8::String> made) {
  v8::Local<v8::String> string;
  if (!made.ToLocal(&string)) return ReturnFailure(args, kStringTooLong, "read");
  args.Return(string);
}

// The rest of a file of which `have` bytes are read already.
int ReadRest(int fd, const char* start, size_t have, Bytes& out, const char*& syscall) {
  int64_t size = SizeOf(fd, syscall);
  if (size < 0) return static_cast<int>(size);
  out.capacity = static_cast<size_t>(size) > have ? static_cast<size_t>(size) + 1 : have * 4;
  out.data = MakeAlignedBytes(out.capacity);
  std::memcpy(out.data.get(), start, have);
  out.size = have;
  return ReadToEnd(fd, out, syscall);
}

void ReadUtf8From(Args& args, int fd) {
  char* small = args.env().State<Scratch>().data.get();
  size_t have = 0;
  while (have < kScratch) {
    ssize_t n = ReadSome(fd, small + have, kScratch - have);
    if (n < 0) return ReturnFailure(args, ErrorNow(), "read");
    if (n == 0) {
      const auto* bytes = reinterpret_cast<const uint8_t*>(small);
      return ReturnString(args, Utf8ToString(args.isolate(), {bytes, have}));
    }
    have += static_cast<size_t>(n);
  }
  Bytes all;
  const char* syscall = "";
  int err = ReadRest(fd, small, have, all, syscall);
  if (err < 0) return ReturnFailure(args, err, syscall);
  ReturnString(args, TakeUtf8String(args.isolate(), std::move(all.data), all.size));
}

// readFileUtf8(pathOrFd, flags = O_RDONLY) -> string
void ReadFileUtf8(Args& args) {
  if (args[0]->IsNumber()) return ReadUtf8From(args, args.Int32(0));
  PathArg path(args, 0);
  base::Fd file = OpenFile(path.c_str(), args.Int32(1), 0666);
  if (!file) return ReturnFailure(args, ErrorNow(), "open");
  ReadUtf8From(args, file.get());
}

// Reads a whole file. Where `limit` is not negative, what is larger than it or no regular file is
// left to the caller, who gets the descriptor: a pipe or a terminal may keep a thread waiting for
// ever.
class ReadFileJob : public Job {
 public:
  struct Options {
    int flags;
    bool as_string;
    int64_t limit;
  };
  ReadFileJob(std::string path, int fd, Options options)
      : path_(std::move(path)), fd_(fd), options_(options) {}

  int Run() override {
    if (fd_ >= 0) return ReadFrom(fd_);
    base::Fd file = OpenFile(path_.c_str(), options_.flags, 0666);
    if (!file) return Failed("open", ErrorNow());
    int err = ReadFrom(file.get());
    if (left_to_caller_) fd_ = file.Release();
    return err;
  }

  v8::MaybeLocal<v8::Value> Result(Env& env) override {
    v8::Isolate* isolate = env.isolate();
    if (left_to_caller_) return v8::Integer::New(isolate, fd_).As<v8::Value>();
    if (options_.as_string) return AsString(isolate);
    return TakeBytes(isolate, std::move(bytes_.data), bytes_.size).As<v8::Value>();
  }

 private:
  int Failed(const char* call, int err) {
    syscall = call;
    return err;
  }
  int ReadFrom(int fd) {
    struct stat st;
    if (::fstat(fd, &st) != 0) return Failed("fstat", ErrorNow());
    bool regular = S_ISREG(st.st_mode);
    if (regular && st.st_size > INT32_MAX) return Failed("read", kFileTooLarge);
    left_to_caller_ =
        options_.limit >= 0 && !S_ISDIR(st.st_mode) && (!regular || st.st_size > options_.limit);
    if (left_to_caller_) return 0;
    // One byte more than expected, so that the end shows without growing.
    if (regular && st.st_size > 0) {
      bytes_.capacity = static_cast<size_t>(st.st_size) + 1;
      bytes_.data = MakeAlignedBytes(bytes_.capacity);
    }
    return ReadToEnd(fd, bytes_, syscall);
  }
  v8::MaybeLocal<v8::Value> AsString(v8::Isolate* isolate) {
    v8::Local<v8::String> string;
    if (!TakeUtf8String(isolate, std::move(bytes_.data), bytes_.size).ToLocal(&string)) return {};
    return string.As<v8::Value>();
  }

  std::string path_;
  int fd_;
  Options options_;
  Bytes bytes_;
  bool left_to_caller_ = false;
};

// readFile(pathOrFd, flags, asString, limit, req) -> string, ArrayBuffer, or a descriptor
void ReadFile(Args& args) {
  bool on_fd = args[0]->IsNumber();
  std::string path;
  if (!on_fd) path = PathArg(args, 0).c_str();
  RunJob(args, 4,
         std::make_unique<ReadFileJob>(
             std::move(path), on_fd ? args.Int32(0) : -1,
             ReadFileJob::Options{args.Int32(1), args.Bool(2), args.Int64(3)}));
}

// Writes to a path or to a descriptor's current position; optionally to the disk.
class WriteFileJob : public Job {
 public:
  struct Options {
    int flags;
    int mode;
    bool flush;
  };
  WriteFileJob(std::string path, int fd, Options options)
      : path_(std::move(path)), fd_(fd), options_(options) {}

  void Borrow(std::span<const uint8_t> bytes) { bytes_ = bytes; }
  void Keep(std::string text) {
    text_ = std::move(text);
    bytes_ = {reinterpret_cast<const uint8_t*>(text_.data()), text_.size()};
  }
  void Keep(Memory memory) {
    memory_ = std::move(memory);
    bytes_ = {reinterpret_cast<const uint8_t*>(memory_.data), memory_.size};
  }

  int Run() override {
    if (fd_ >= 0) return WriteTo(fd_);
    base::Fd file = OpenFile(path_.c_str(), options_.flags, options_.mode);
    if (!file) return Failed("open");
    return WriteTo(file.get());
  }
  v8::MaybeLocal<v8::Value> Result(Env& env) override {
    return v8::Undefined(env.isolate()).As<v8::Value>();
  }

 private:
  int Failed(const char* call) {
    syscall = call;
    return ErrorNow();
  }
  int WriteTo(int fd) {
    while (!bytes_.empty()) {
      ssize_t n = ::write(fd, bytes_.data(), bytes_.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return Failed("write");
      bytes_ = bytes_.subspan(static_cast<size_t>(n));
    }
    if (options_.flush && ::fsync(fd) != 0) return Failed("fsync");
    return 0;
  }

  std::string path_;
  int fd_;
  Options options_;
  std::string text_;
  Memory memory_;
  std::span<const uint8_t> bytes_;
};

// writeFile(pathOrFd, stringOrView, flags, mode, flush, req)
void WriteFile(Args& args) {
  bool on_fd = args[0]->IsNumber();
  std::string target;
  if (!on_fd) target = PathArg(args, 0).c_str();
  auto job = std::make_unique<WriteFileJob>(
      std::move(target), on_fd ? args.Int32(0) : -1,
      WriteFileJob::Options{args.Int32(2), args.Int32(3), args.Bool(4)});
  if (args[1]->IsString()) {
    job->Keep(args.Utf8(1));
  } else if (args[5]->IsObject()) {
    job->Keep(Memory::Of(args[1]));
  } else {
    job->Borrow(args.Bytes(1));
  }
  RunJob(args, 5, std::move(job));
}

}  // namespace

void DescribeWholeFiles(Binding& b) {
  b.Method<ReadFileUtf8>("readFileUtf8");
  b.Method<ReadFile>("readFile");
  b.Method<WriteFile>("writeFile");
}

}  // namespace drover::rt::fs
