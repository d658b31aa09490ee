#include "runtime/base/result.h"

#include <uv.h>

namespace drover::base {

Error Error::Message(std::string message) {
  Error e(UV_EINVAL, std::move(message));
  e.plain_ = true;
  return e;
}

Error Error::FromErrno(int err, std::string context) {
  return Error(uv_translate_sys_error(err), std::move(context));
}

std::string_view Error::name() const { return ok() ? "" : uv_err_name(code_); }

std::string Error::ToString() const {
  if (ok()) return "ok";
  if (plain_) return context_;
  return context_ + ": " + uv_strerror(code_);
}

Error Error::Wrap(std::string_view what) && {
  context_.insert(0, ": ");
  context_.insert(0, what);
  return std::move(*this);
}

}  // namespace drover::base
