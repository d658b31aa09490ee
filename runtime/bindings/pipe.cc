#include "runtime/bindings/pipe.h"

#include <sys/un.h>

namespace drover::rt {

namespace {

// libuv 1.44 cuts a longer path off silently.
bool PathFits(const std::string& path) { return path.size() < sizeof(sockaddr_un::sun_path); }

void Construct(Args& args) {
  CHECK(args.IsConstructCall());
  new PipeWrap(args);
}

}  // namespace

PipeWrap::PipeWrap(Args& args)
    : ConnectionWrap(args.env(), args.This(), kTypeName, reinterpret_cast<uv_stream_t*>(&pipe_)) {
  CHECK(uv_pipe_init(args.env().loop(), &pipe_, args.Int32(0) == kIpc ? 1 : 0) == 0);
  pipe_.data = static_cast<HandleWrap*>(this);
}

void PipeWrap::JsOpen(Args& args) { args.Return(uv_pipe_open(&pipe_, args.Int32(0))); }

void PipeWrap::JsBind(Args& args) {
  const auto path = args.Utf8(0);
  args.Return(PathFits(path) ? uv_pipe_bind(&pipe_, path.c_str()) : UV_EINVAL);
}

void PipeWrap::JsConnect(Args& args) {
  const auto path = args.Utf8(1);
  if (!PathFits(path)) return args.Return(UV_EINVAL);
  auto connect = NewConnect(args, args[0]);
  uv_pipe_connect(&connect->uv, &pipe_, path.c_str(), OnConnected);
  (void)connect.release();  // OnConnected deletes it
  args.Return(0);
}

void PipeWrap::JsFchmod(Args& args) { args.Return(uv_pipe_chmod(&pipe_, args.Int32(0))); }

void PipeWrap::Describe(ClassBuilder& c) {
  DescribeConnection<PipeWrap>(c);
  c.Method<CallOwn<PipeWrap, &PipeWrap::JsOpen>>("open")
      .Method<CallOwn<PipeWrap, &PipeWrap::JsBind>>("bind")
      .Method<CallOwn<PipeWrap, &PipeWrap::JsConnect>>("connect")
      .Method<CallOwn<PipeWrap, &PipeWrap::JsFchmod>>("fchmod");
}

void BindPipe(Binding& b) {
  auto c = b.Class<Construct>("Pipe");
  PipeWrap::Describe(c);
  const Binding::NamedNumber constants[] = {{"SOCKET", PipeWrap::kSocket},
                                            {"SERVER", PipeWrap::kServer},
                                            {"IPC", PipeWrap::kIpc},
                                            {"UV_READABLE", UV_READABLE},
                                            {"UV_WRITABLE", UV_WRITABLE}};
  b.Constants("constants", constants);
}

}  // namespace drover::rt
