// Ownership of libuv handles. The memory of a handle is not the memory of its owner: the owner
// holds a UvPtr and may die at once; libuv keeps the block until its close callback has run, and
// that callback frees it. A callback of libuv reads `handle->data` and returns at once where it is
// null: null means that the owner is gone.
#pragma once

#include <uv.h>

#include <memory>
#include <utility>

#include "runtime/base/result.h"

namespace drover::base {

struct UvCloser {
  template <class T>
  void operator()(T* handle) const noexcept {
    handle->data = nullptr;
    uv_close(reinterpret_cast<uv_handle_t*>(handle),
             [](uv_handle_t* h) { delete reinterpret_cast<T*>(h); });
  }
};

template <class T>
using UvPtr = std::unique_ptr<T, UvCloser>;

// Makes a handle with an init function of the form int(uv_loop_t*, T*, args...). On failure nothing
// is left open. Not for uv_spawn, which leaves an open handle when it fails: see subprocess.h.
template <class T, class Init, class... Extra>
Result<UvPtr<T>> MakeUv(Init init, uv_loop_t* loop, void* data, Extra... extra) {
  auto handle = std::make_unique<T>();
  handle->data = data;
  if (const int err = init(loop, handle.get(), extra...); err < 0) return Error(err, "init handle");
  return UvPtr<T>(handle.release());
}

}  // namespace drover::base
