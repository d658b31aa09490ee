#include "ipc/buffer.h"

#include <new>
#include <utility>

#include "runtime/base/check.h"

namespace drover::ipc {

Buffer Buffer::Borrow(std::string_view bytes) {
  Buffer b;
  b.data_ = bytes.data();
  b.size_ = bytes.size();
  return b;
}

Buffer Buffer::Adopt(char* block, size_t size, Free free, void* hint) {
  Buffer b;
  b.data_ = block;
  b.size_ = size;
  b.free_ = free;
  b.hint_ = hint;
  b.mode_ = Mode::kBlock;
  return b;
}

Buffer Buffer::Uninitialized(size_t size) {
  char* block = new (std::nothrow) char[size];
  CHECK(block != nullptr, "out of memory");
  return Adopt(
      block, size, [](void* p, void*) { delete[] static_cast<char*>(p); }, nullptr);
}

Buffer::Buffer(Buffer&& other) noexcept
    : string_(std::move(other.string_)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      free_(std::exchange(other.free_, nullptr)),
      hint_(other.hint_),
      mode_(std::exchange(other.mode_, Mode::kBorrowed)) {}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
  if (this == &other) return *this;
  Reset();
  string_ = std::move(other.string_);
  data_ = std::exchange(other.data_, nullptr);
  size_ = std::exchange(other.size_, 0);
  free_ = std::exchange(other.free_, nullptr);
  hint_ = other.hint_;
  mode_ = std::exchange(other.mode_, Mode::kBorrowed);
  return *this;
}

Buffer Buffer::Own() && {
  if (owned()) return std::move(*this);
  return Copy(view());
}

void Buffer::Reset() {
  if (mode_ == Mode::kBlock && free_ != nullptr) free_(const_cast<char*>(data_), hint_);
  free_ = nullptr;
  data_ = nullptr;
  size_ = 0;
  mode_ = Mode::kBorrowed;
  string_.clear();
}

}  // namespace drover::ipc
