// Listing directories: all at once (readdir) or in batches (opendir, dirRead, dirClose).
#include <memory>
#include <unordered_map>

#include "runtime/bindings/fs_request.h"

namespace drover::rt::fs {

namespace {

// The directories that JavaScript has open, by number. A directory's entry stays in place while a
// read is under way: lib/ starts no second operation on it before the first is done.
class OpenDirs {
 public:
  struct Entry {
    uv_dir_t* dir;
    std::vector<uv_dirent_t> batch;
  };

  ~OpenDirs() {
    for (auto& [id, entry] : dirs_) {
      uv_fs_t req;
      uv_fs_closedir(nullptr, &req, entry->dir, nullptr);
      uv_fs_req_cleanup(&req);
    }
  }

  int Add(uv_dir_t* dir) {
    dirs_[next_] = std::make_unique<Entry>(Entry{dir, {}});
    return next_++;
  }
  Entry* Find(int id) {
    auto it = dirs_.find(id);
    return it == dirs_.end() ? nullptr : it->second.get();
  }
  void Forget(int id) { dirs_.erase(id); }

 private:
  std::unordered_map<int, std::unique_ptr<Entry>> dirs_;
  int next_ = 1;
};

// Names, or [names, types].
v8::MaybeLocal<v8::Value> MakeListing(Env& env, uv_fs_t& req, const Shape& shape) {
  v8::Isolate* isolate = env.isolate();
  std::vector<v8::Local<v8::Value>> names, types;
  names.reserve(static_cast<size_t>(req.result));
  uv_dirent_t entry;
  while (uv_fs_scandir_next(&req, &entry) != UV_EOF) {
    v8::Local<v8::Value> name;
    if (!MakeName(isolate, entry.name, shape.names).ToLocal(&name)) return {};
    names.push_back(name);
    if (shape.option) types.push_back(v8::Integer::New(isolate, entry.type));
  }
  v8::Local<v8::Array> name_array = v8::Array::New(isolate, names.data(), names.size());
  if (!shape.option) return name_array.As<v8::Value>();
  v8::Local<v8::Value> both[] = {name_array, v8::Array::New(isolate, types.data(), types.size())};
  return v8::Array::New(isolate, both, 2).As<v8::Value>();
}

// readdir(path, asBytes, withTypes, req) -> names or [names, types], sorted by bytes
void Readdir(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 3, Shape{MakeListing, NameKindOf(args, 1), args.Bool(2)},
        [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
          return uv_fs_scandir(loop, req, path.c_str(), 0, cb);
        });
}

v8::MaybeLocal<v8::Value> MakeDir(Env& env, uv_fs_t& req, const Shape&) {
  int id = env.State<OpenDirs>().Add(static_cast<uv_dir_t*>(req.ptr));
  return v8::Integer::New(env.isolate(), id).As<v8::Value>();
}

// opendir(path, req) -> number of the open directory
void Opendir(Args& args) {
  PathArg path(args, 0);
  RunUv(args, 1, Shape{MakeDir}, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_opendir(loop, req, path.c_str(), cb);
  });
}

// [name, type, name, type, ...], or null at the end
v8::MaybeLocal<v8::Value> MakeBatch(Env& env, uv_fs_t& req, const Shape& shape) {
  v8::Isolate* isolate = env.isolate();
  if (req.result == 0) return v8::Null(isolate).As<v8::Value>();
  auto* dir = static_cast<uv_dir_t*>(req.ptr);
  std::vector<v8::Local<v8::Value>> flat;
  for (ssize_t i = 0; i < req.result; i++) {
    v8::Local<v8::Value> name;
    if (!MakeName(isolate, dir->dirents[i].name, shape.names).ToLocal(&name)) return {};
    flat.push_back(name);
    flat.push_back(v8::Integer::New(isolate, dir->dirents[i].type));
  }
  return v8::Array::New(isolate, flat.data(), flat.size()).As<v8::Value>();
}

// dirRead(number, asBytes, count, req)
void DirRead(Args& args) {
  OpenDirs::Entry* entry = args.env().State<OpenDirs>().Find(args.Int32(0));
  if (!entry) return args.Return(UV_EBADF);
  entry->batch.resize(args.Uint32(2));
  entry->dir->dirents = entry->batch.data();
  entry->dir->nentries = entry->batch.size();
  RunUv(args, 3, Shape{MakeBatch, NameKindOf(args, 1)},
        [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
          return uv_fs_readdir(loop, req, entry->dir, cb);
        });
}

// dirClose(number, req)
void DirClose(Args& args) {
  auto& dirs = args.env().State<OpenDirs>();
  OpenDirs::Entry* entry = dirs.Find(args.Int32(0));
  if (!entry) return args.Return(UV_EBADF);
  uv_dir_t* dir = entry->dir;
  dirs.Forget(args.Int32(0));
  RunUv(args, 1, Shape{MakeNothing}, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return uv_fs_closedir(loop, req, dir, cb);
  });
}

}  // namespace

void DescribeDirs(Binding& b) {
  b.Method<Readdir>("readdir");
  b.Method<Opendir>("opendir");
  b.Method<DirRead>("dirRead");
  b.Method<DirClose>("dirClose");
}

}  // namespace drover::rt::fs
