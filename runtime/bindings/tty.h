// The binding 'tty': class TTY, a uv_tty_t, and what stdio needs to know of a descriptor.
#pragma once

#include "runtime/bindings/stream_wrap.h"

namespace drover::rt {

class TtyWrap final : public StreamWrap {
 public:
  static constexpr char kTypeName[] = "TTY";

  // new TTY(fd, context): on failure context.code is set and the handle stays closed.
  explicit TtyWrap(Args& args);
  static void Describe(ClassBuilder& c);

 private:
  void JsGetWindowSize(Args& args);
  void JsSetRawMode(Args& args);

  uv_tty_t tty_;
};

void BindTty(Binding& b);

}  // namespace drover::rt
