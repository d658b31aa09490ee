#include "runtime/bindings/tty.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace drover::rt {

namespace {

void Construct(Args& args) {
  CHECK(args.IsConstructCall());
  new TtyWrap(args);
}

void IsTty(Args& args) { args.Return(uv_guess_handle(args.Int32(0)) == UV_TTY); }

// guessHandleType(fd): what kind of stream suits a descriptor.
void GuessHandleType(Args& args) {
  const auto type = uv_guess_handle(args.Int32(0));
  if (type == UV_TTY) return args.Return("TTY");
  if (type == UV_FILE) return args.Return("FILE");
  if (type == UV_NAMED_PIPE) return args.Return("PIPE");
  if (type == UV_TCP) return args.Return("TCP");
  if (type == UV_UDP) return args.Return("UDP");
  args.Return("UNKNOWN");
}

// writeSync(fd, data): writes all of a buffer or UTF-8 string and waits where the descriptor is
// full, even if it is a non-blocking one. Returns 0 or a negative code.
int WriteAll(int fd, const char* data, size_t size) {
  while (size > 0) {
    const ssize_t n = write(fd, data, size);
    if (n >= 0) {
      data += n;
      size -= static_cast<size_t>(n);
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN) return -errno;
    pollfd p = {.fd = fd, .events = POLLOUT, .revents = 0};
    if (poll(&p, 1, -1) < 0 && errno != EINTR) return -errno;
  }
  return 0;
}

void WriteSync(Args& args) {
  const int fd = args.Int32(0);
  if (!args[1]->IsString()) {
    const auto bytes = args.Bytes(1);
    return args.Return(WriteAll(fd, reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }
  auto string = args[1].As<v8::String>();
  std::array<char, 4096> few;
  const int flags = v8::String::NO_NULL_TERMINATION | v8::String::REPLACE_INVALID_UTF8;
  if (static_cast<size_t>(string->Length()) * 3 <= few.size()) {
    const int n = string->WriteUtf8(args.isolate(), few.data(), few.size(), nullptr, flags);
    return args.Return(WriteAll(fd, few.data(), static_cast<size_t>(n)));
  }
  std::string all(static_cast<size_t>(string->Utf8Length(args.isolate())), '\0');
  string->WriteUtf8(args.isolate(), all.data(), static_cast<int>(all.size()), nullptr, flags);
  args.Return(WriteAll(fd, all.data(), all.size()));
}

}  // namespace

TtyWrap::TtyWrap(Args& args)
    : StreamWrap(args.env(), args.This(), kTypeName, reinterpret_cast<uv_stream_t*>(&tty_)) {
  const int err = uv_tty_init(args.env().loop(), &tty_, args.Int32(0), 0);
  if (err < 0) {
    // Something to close: the handle of a wrap is always an initialised one.
    memset(&tty_, 0, sizeof(tty_));
    CHECK(uv_pipe_init(args.env().loop(), reinterpret_cast<uv_pipe_t*>(&tty_), 0) == 0);
    if (args[1]->IsObject()) {
      auto code = v8::Integer::New(args.isolate(), err);
      args.Object(1)->Set(args.context(), args.env().Name("code"), code).Check();
    }
  }
  tty_.data = static_cast<HandleWrap*>(this);
  if (err < 0) Close({});
}

void TtyWrap::JsGetWindowSize(Args& args) {
  int width = 0;
  int height = 0;
  const int err = uv_tty_get_winsize(&tty_, &width, &height);
  if (err == 0) {
    auto out = args.Object(0);
    out->Set(args.context(), 0, v8::Integer::New(args.isolate(), width)).Check();
    out->Set(args.context(), 1, v8::Integer::New(args.isolate(), height)).Check();
  }
  args.Return(err);
}

void TtyWrap::JsSetRawMode(Args& args) {
  // Whoever changed the terminal's mode puts it back at exit.
  static const int at_exit = std::atexit([] { uv_tty_reset_mode(); });
  (void)at_exit;
  args.Return(uv_tty_set_mode(&tty_, args.Bool(0) ? UV_TTY_MODE_RAW : UV_TTY_MODE_NORMAL));
}

void TtyWrap::Describe(ClassBuilder& c) {
  DescribeStream<TtyWrap>(c);
  c.Method<CallOwn<TtyWrap, &TtyWrap::JsGetWindowSize>>("getWindowSize")
      .Method<CallOwn<TtyWrap, &TtyWrap::JsSetRawMode>>("setRawMode");
}

void BindTty(Binding& b) {
  auto c = b.Class<Construct>("TTY");
  TtyWrap::Describe(c);
  b.Method<IsTty>("isTTY");
  b.Method<GuessHandleType>("guessHandleType");
  b.Method<WriteSync>("writeSync");
}

}  // namespace drover::rt
