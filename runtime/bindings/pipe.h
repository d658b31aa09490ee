// The binding 'pipe': class Pipe, a uv_pipe_t: a UNIX stream socket (or, opened by descriptor, a
// pipe). `new Pipe(constants.SOCKET | SERVER | IPC)`.
#pragma once

#include "runtime/bindings/connection_wrap.h"

namespace drover::rt {

class PipeWrap final : public ConnectionWrap {
 public:
  static constexpr char kTypeName[] = "Pipe";
  enum Type { kSocket, kServer, kIpc };

  explicit PipeWrap(Args& args);
  static void Describe(ClassBuilder& c);

 private:
  void JsOpen(Args& args);
  void JsBind(Args& args);
  void JsConnect(Args& args);
  void JsFchmod(Args& args);

  uv_pipe_t pipe_;
};

void BindPipe(Binding& b);

}  // namespace drover::rt
