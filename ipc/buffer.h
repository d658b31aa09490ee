// Bytes of a message, moved and never shared: owned (a std::string, or a block with its own way of
// being freed) or borrowed (valid as long as the giver says).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace drover::ipc {

class Buffer {
 public:
  using Free = void (*)(void* block, void* hint);

  Buffer() = default;
  explicit Buffer(std::string bytes) : string_(std::move(bytes)), mode_(Mode::kString) {}
  static Buffer Copy(std::string_view bytes) { return Buffer(std::string(bytes)); }
  // The bytes outlive the Buffer.
  static Buffer Borrow(std::string_view bytes);
  // Takes a block; free(block, hint) is called once, on this thread.
  static Buffer Adopt(char* block, size_t size, Free free, void* hint);
  // A block of `size` bytes that are not set to anything.
  static Buffer Uninitialized(size_t size);

  Buffer(Buffer&& other) noexcept;
  Buffer& operator=(Buffer&& other) noexcept;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { Reset(); }

  const char* data() const { return mode_ == Mode::kString ? string_.data() : data_; }
  size_t size() const { return mode_ == Mode::kString ? string_.size() : size_; }
  std::string_view view() const { return {data(), size()}; }
  bool owned() const { return mode_ != Mode::kBorrowed || size_ == 0; }
  // Writable bytes of Uninitialized() and Adopt().
  char* mutable_data() { return const_cast<char*>(data_); }
  // The same bytes, owned: copies what was borrowed.
  Buffer Own() &&;

 private:
  enum class Mode { kBorrowed, kString, kBlock };

  void Reset();

  std::string string_;
  const char* data_ = nullptr;
  size_t size_ = 0;
  Free free_ = nullptr;
  void* hint_ = nullptr;
  Mode mode_ = Mode::kBorrowed;
};

}  // namespace drover::ipc
