// StreamWrap: what TCP, Pipe and TTY handles have in common: reading, writing, shutting down.
//
// Reading: while reading, each piece of input is handed either to the native StreamListener, if one
// is set, or to the object's method `onread(nread, arrayBuffer)`: nread > 0 with the bytes, or a
// negative code (UV_EOF at the end) without.
//
// Writing: writeX(req, data) tries to write at once. 0: all is written and `req` is not touched.
// Negative: failed. 1: the rest is queued, and req.oncomplete(status, handle) follows. Input
// buffers are kept alive until then, strings are copied.
//
// A method called on a handle that is closing returns UV_EBADF.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "runtime/engine/wrap.h"

namespace drover::rt {

// A native reader of a stream. The stream must not outlive it while it is set.
class StreamListener {
 public:
  // nread > 0: bytes, valid during the call only. nread < 0: an error or UV_EOF.
  virtual void OnRead(ssize_t nread, const char* data) = 0;
  // A write that was queued by WriteBytes has ended.
  virtual void OnWritten(int status) = 0;
  // The handle has been closed by somebody else; the listener is no longer set.
  virtual void OnStreamClosing() = 0;

 protected:
  ~StreamListener() = default;
};

class StreamWrap : public HandleWrap {
 public:
  uv_stream_t* stream() const { return reinterpret_cast<uv_stream_t*>(handle()); }

  StreamListener* listener() const { return listener_; }
  void set_listener(StreamListener* listener) { listener_ = listener; }

  int ReadStart();
  int ReadStop();
  // For native writers. 0: written, 1: the rest is queued (the listener's OnWritten follows),
  // negative: failed. WriteText takes the text only where it queues a rest of it.
  int WriteText(std::string& text);
  // Writes `text`, then `bytes`, which belong to `holder`.
  int WriteTextAndBytes(std::string& text, std::span<uint8_t> bytes, v8::Local<v8::Value> holder);

  template <class T>
  static void DescribeStream(ClassBuilder& c) {
    Describe<T>(c);
    c.Method<Call<T, &StreamWrap::JsReadStart>>("readStart")
        .template Method<Call<T, &StreamWrap::JsReadStop>>("readStop")
        .template Method<Call<T, &StreamWrap::JsShutdown>>("shutdown")
        .template Method<Call<T, &StreamWrap::JsWriteBuffer>>("writeBuffer")
        .template Method<Call<T, &StreamWrap::JsWritev>>("writev")
        .template Method<Call<T, &StreamWrap::JsWriteUtf8>>("writeUtf8String")
        .template Method<Call<T, &StreamWrap::JsWriteLatin1>>("writeLatin1String")
        .template Method<Call<T, &StreamWrap::JsWriteLatin1>>("writeAsciiString")
        .template Method<Call<T, &StreamWrap::JsWriteUcs2>>("writeUcs2String")
        .template Method<Call<T, &StreamWrap::JsSetBlocking>>("setBlocking")
        .template Accessor<Call<T, &StreamWrap::JsFd>>("fd")
        .template Accessor<Call<T, &StreamWrap::JsBytesRead>>("bytesRead")
        .template Accessor<Call<T, &StreamWrap::JsBytesWritten>>("bytesWritten")
        .template Accessor<Call<T, &StreamWrap::JsWriteQueueSize>>("writeQueueSize");
  }

 protected:
  StreamWrap(Env& env, v8::Local<v8::Object> object, const char* type_name, uv_stream_t* stream)
      : HandleWrap(env, object, type_name, reinterpret_cast<uv_handle_t*>(stream)) {}
  void OnClosed() override;

  // Runs a member for a call from JavaScript, if the handle is still open.
  template <class T, void (StreamWrap::*kMember)(Args&)>
  static void Call(Args& args) {
    T* self = Unwrap<T>(args);
    if (self == nullptr || self->closing()) return args.Return(UV_EBADF);
    (self->*kMember)(args);
  }
  template <class T, void (T::*kMember)(Args&)>
  static void CallOwn(Args& args) {
    T* self = Unwrap<T>(args);
    if (self == nullptr || self->closing()) return args.Return(UV_EBADF);
    (self->*kMember)(args);
  }

 private:
  struct PendingWrite;

  static void OnAlloc(uv_handle_t* handle, size_t suggested, uv_buf_t* buf);
  static void OnUvRead(uv_stream_t* stream, ssize_t nread, const uv_buf_t* buf);
  static void OnUvWritten(uv_write_t* write, int status);
  void ReadToJs(ssize_t nread);

  // Writes what goes at once and shortens `bufs` to the rest. 0 done, 1 a rest is left, or an
  // error.
  int TryWrite(std::span<uv_buf_t>& bufs);
  int Queue(std::unique_ptr<PendingWrite> pending, std::span<uv_buf_t> bufs);
  enum class Encoding { kUtf8, kLatin1, kUcs2 };
  void WriteString(Args& args, Encoding encoding);

  void JsReadStart(Args& args) { args.Return(ReadStart()); }
  void JsReadStop(Args& args) { args.Return(ReadStop()); }
  void JsShutdown(Args& args);
  void JsWriteBuffer(Args& args);
  void JsWritev(Args& args);
  void JsWriteUtf8(Args& args) { WriteString(args, Encoding::kUtf8); }
  void JsWriteLatin1(Args& args) { WriteString(args, Encoding::kLatin1); }
  void JsWriteUcs2(Args& args) { WriteString(args, Encoding::kUcs2); }
  void JsSetBlocking(Args& args) {
    args.Return(uv_stream_set_blocking(stream(), args.Bool(0) ? 1 : 0));
  }
  void JsFd(Args& args);
  void JsBytesRead(Args& args) { args.Return(bytes_read_); }
  void JsBytesWritten(Args& args) { args.Return(bytes_written_); }
  void JsWriteQueueSize(Args& args) {
    args.Return(static_cast<double>(uv_stream_get_write_queue_size(stream())));
  }

  StreamListener* listener_ = nullptr;
  double bytes_read_ = 0;
  double bytes_written_ = 0;
};

}  // namespace drover::rt
