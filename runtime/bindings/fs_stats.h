// How the result of stat reaches JavaScript: in one of two arrays that the Env keeps, overwritten
// by the next call. JavaScript copies the fields out before anything else runs.
#pragma once

#include <uv.h>

#include <sys/vfs.h>
#include <v8.h>

#include "runtime/engine/env.h"

namespace drover::rt::fs {

class StatsArrays {
 public:
  // Fields of one file: dev mode nlink uid gid rdev blksize ino size blocks, then seconds and
  // nanoseconds of access, modification, change and birth.
  static constexpr size_t kFields = 18;
  // Two files, for those who watch: now and before.
  static constexpr size_t kLength = 2 * kFields;

  explicit StatsArrays(Env& env);

  void Put(const uv_stat_t& stat, size_t slot, bool big);
  void Put(const struct statfs& stat, bool big);
  v8::Local<v8::Value> Array(v8::Isolate* isolate, bool big) const;

 private:
  template <class T>
  void PutAll(const T* fields, size_t count, size_t slot, bool big);

  std::shared_ptr<v8::BackingStore> number_store_, big_store_;
  v8::Global<v8::Value> numbers_, bigs_;
};

}  // namespace drover::rt::fs
