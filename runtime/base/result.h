// Expected failures are values. Error holds a libuv error code (negative, as uv_err_name takes it)
// and a context that grows as the error climbs: "start web: open /x/y: no such file or directory".
// Result<T> is an Error or a T. Both are [[nodiscard]]: an error is handled or handed on.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "runtime/base/check.h"

namespace drover::base {

class [[nodiscard]] Error {
 public:
  Error() = default;  // no error
  // code: a negative uv_errno_t. context: what was tried, without the reason.
  Error(int code, std::string context) : code_(code), context_(std::move(context)) {
    CHECK(code < 0, "an Error has a negative code");
  }
  // For failures that no errno describes; the message is all there is to say. code() is UV_EINVAL.
  static Error Message(std::string message);
  // From the current value of errno (positive), e.g. Error::FromErrno(errno, "open /x").
  static Error FromErrno(int err, std::string context);

  bool ok() const { return code_ == 0; }
  int code() const { return code_; }
  // "ENOENT"; "" when ok.
  std::string_view name() const;
  // "open /x/y: no such file or directory"
  std::string ToString() const;
  // Puts "what: " before the context, as the error climbs.
  Error Wrap(std::string_view what) &&;

 private:
  int code_ = 0;
  bool plain_ = false;  // context_ is the whole message
  std::string context_;
};

template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(T value) : v_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) : v_(std::in_place_index<1>, std::move(error)) {
    CHECK(!std::get<1>(v_).ok(), "a Result made from an Error must have failed");
  }
  bool ok() const { return v_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return Get(); }
  const T& value() const& { return const_cast<Result*>(this)->Get(); }
  T&& value() && { return std::move(Get()); }
  T* operator->() { return &Get(); }
  T& operator*() { return Get(); }
  const Error& error() const& {
    CHECK(!ok(), "error() of a good Result");
    return std::get<1>(v_);
  }
  Error error() && {
    CHECK(!ok(), "error() of a good Result");
    return std::move(std::get<1>(v_));
  }

 private:
  T& Get() {
    CHECK(ok(), "value() of a failed Result");
    return std::get<0>(v_);
  }
  std::variant<T, Error> v_;
};

// Result of an action that yields nothing.
using Status = Error;

}  // namespace drover::base
