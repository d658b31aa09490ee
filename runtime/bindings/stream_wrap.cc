#include "runtime/bindings/stream_wrap.h"

#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace drover::rt {

namespace {

constexpr size_t kSlabBytes = 64 * 1024;
// A piece at least this long takes the slab with it; a shorter one is copied out of it. So no
// piece holds more than twice its own length.
constexpr size_t kGiveAwayBytes = kSlabBytes / 2;
// Strings up to this many bytes are encoded on the stack.
constexpr size_t kStackBytes = 16 * 1024;
constexpr size_t kStackBuffers = 16;

void FreeBytes(void* data, size_t, void*) { free(data); }

v8::Local<v8::ArrayBuffer> OwnedArrayBuffer(v8::Isolate* isolate, char* data, size_t size) {
  return v8::ArrayBuffer::New(isolate,
                              v8::ArrayBuffer::NewBackingStore(data, size, FreeBytes, nullptr));
}

// The one buffer that all streams of an Env read into; libuv reads one stream at a time.
struct ReadSlab {
  ~ReadSlab() { free(data); }
  char* Get() {
    if (data == nullptr) data = static_cast<char*>(malloc(kSlabBytes));
    CHECK(data != nullptr, "out of memory");
    return data;
  }
  v8::Local<v8::ArrayBuffer> Take(v8::Isolate* isolate, size_t size) {
    if (size >= kGiveAwayBytes)
      return OwnedArrayBuffer(isolate, std::exchange(data, nullptr), size);
    auto* copy = static_cast<char*>(malloc(size));
    CHECK(copy != nullptr, "out of memory");
    memcpy(copy, data, size);
    return OwnedArrayBuffer(isolate, copy, size);
  }

  char* data = nullptr;
};

size_t Encode(v8::Isolate* isolate, v8::Local<v8::String> string, bool utf8, char* out,
              size_t capacity) {
  if (utf8) {
    return static_cast<size_t>(
        string->WriteUtf8(isolate, out, static_cast<int>(capacity), nullptr,
                          v8::String::NO_NULL_TERMINATION | v8::String::REPLACE_INVALID_UTF8));
  }
  return static_cast<size_t>(string->WriteOneByte(isolate, reinterpret_cast<uint8_t*>(out), 0,
                                                  static_cast<int>(capacity),
                                                  v8::String::NO_NULL_TERMINATION));
}

}  // namespace

struct StreamWrap::PendingWrite {
  uv_write_t uv;
  StreamWrap* stream;  // outlives the write: libuv ends all writes before the close callback
  v8::Global<v8::Object> req;     // empty for native writers
  v8::Global<v8::Value> buffers;  // what the bytes belong to, unless they are in `bytes`
  std::unique_ptr<char[]> bytes;
  std::string text;  // of native writers
};

int StreamWrap::ReadStart() { return uv_read_start(stream(), OnAlloc, OnUvRead); }
int StreamWrap::ReadStop() { return uv_read_stop(stream()); }

void StreamWrap::OnAlloc(uv_handle_t* handle, size_t, uv_buf_t* buf) {
  auto* self = static_cast<StreamWrap*>(handle->data);
  *buf = uv_buf_init(self->env().State<ReadSlab>().Get(), kSlabBytes);
}

void StreamWrap::OnUvRead(uv_stream_t* stream, ssize_t nread, const uv_buf_t* buf) {
  if (nread == 0) return;
  auto* self = static_cast<StreamWrap*>(stream->data);
  if (nread > 0) {
    self->bytes_read_ += static_cast<double>(nread);
  } else {
    self->ReadStop();
  }
  if (self->listener_ != nullptr) {
    self->listener_->OnRead(nread, buf->base);
  } else {
    self->ReadToJs(nread);
  }
}

void StreamWrap::ReadToJs(ssize_t nread) {
  Env& e = env();
  if (!e.can_call_js()) return;
  auto* isolate = e.isolate();
  v8::HandleScope scope(isolate);
  v8::Context::Scope context_scope(e.context());
  v8::Local<v8::Value> argv[] = {v8::Integer::New(isolate, static_cast<int>(nread)),
                                 v8::Undefined(isolate)};
  if (nread > 0) argv[1] = e.State<ReadSlab>().Take(isolate, static_cast<size_t>(nread));
  (void)e.CallMethod(object(), e.Name("onread"), 2, argv);
}

int StreamWrap::TryWrite(std::span<uv_buf_t>& bufs) {
  for (const auto& b : bufs) bytes_written_ += static_cast<double>(b.len);
  // libuv keeps the order itself: it tries only where nothing is queued.
  while (!bufs.empty()) {
    const int n = uv_try_write(stream(), bufs.data(), static_cast<unsigned>(bufs.size()));
    if (n == UV_EAGAIN || n == UV_ENOSYS) return 1;
    if (n < 0) return n;
    auto left = static_cast<size_t>(n);
    while (!bufs.empty() && left >= bufs[0].len) {
      left -= bufs[0].len;
      bufs = bufs.subspan(1);
    }
    if (!bufs.empty()) {
      bufs[0].base += left;
      bufs[0].len -= left;
      // A short write means that the socket is full.
      if (n > 0) return 1;
    }
  }
  return 0;
}

int StreamWrap::Queue(std::unique_ptr<PendingWrite> pending, std::span<uv_buf_t> bufs) {
  pending->stream = this;
  pending->uv.data = pending.get();
  const int err = uv_write(&pending->uv, stream(), bufs.data(), static_cast<unsigned>(bufs.size()),
                           OnUvWritten);
  if (err < 0) return err;
  (void)pending.release();  // OnUvWritten deletes it
  return 1;
}

void StreamWrap::OnUvWritten(uv_write_t* write, int status) {
  std::unique_ptr<PendingWrite> pending(static_cast<PendingWrite*>(write->data));
  StreamWrap* self = pending->stream;
  if (pending->req.IsEmpty()) {
    if (self->listener_ != nullptr) self->listener_->OnWritten(status);
    return;
  }
  Env& e = self->env();
  if (!e.can_call_js()) return;
  v8::HandleScope scope(e.isolate());
  v8::Context::Scope context_scope(e.context());
  auto req = pending->req.Get(e.isolate());
  v8::Local<v8::Value> argv[] = {v8::Integer::New(e.isolate(), status), self->object()};
  pending.reset();
  (void)e.CallMethod(req, e.Name("oncomplete"), 2, argv);
}

int StreamWrap::WriteText(std::string& text) {
  uv_buf_t buf = uv_buf_init(text.data(), static_cast<unsigned>(text.size()));
  std::span<uv_buf_t> bufs(&buf, 1);
  if (const int r = TryWrite(bufs); r != 1) return r;
  auto pending = std::make_unique<PendingWrite>();
  const size_t written = text.size() - buf.len;
  pending->text = std::move(text);
  text.clear();
  buf.base = pending->text.data() + written;
  return Queue(std::move(pending), bufs);
}

int StreamWrap::WriteTextAndBytes(std::string& text, std::span<uint8_t> bytes,
                                  v8::Local<v8::Value> holder) {
  std::array<uv_buf_t, 2> both = {
      uv_buf_init(text.data(), static_cast<unsigned>(text.size())),
      uv_buf_init(reinterpret_cast<char*>(bytes.data()), static_cast<unsigned>(bytes.size()))};
  std::span<uv_buf_t> bufs(both);
  if (const int r = TryWrite(bufs); r != 1) return r;
  auto pending = std::make_unique<PendingWrite>();
  pending->buffers.Reset(env().isolate(), holder);
  if (bufs.size() == 2) {
    const size_t written = text.size() - bufs[0].len;
    pending->text = std::move(text);
    text.clear();
    bufs[0].base = pending->text.data() + written;
  }
  return Queue(std::move(pending), bufs);
}

void StreamWrap::OnClosed() {
  if (auto* listener = std::exchange(listener_, nullptr)) listener->OnStreamClosing();
}

void StreamWrap::JsFd(Args& args) {
  uv_os_fd_t fd = -1;
  args.Return(uv_fileno(handle(), &fd) == 0 ? fd : -1);
}

void StreamWrap::JsShutdown(Args& args) {
  struct Shutdown {
    uv_shutdown_t uv;
    StreamWrap* stream;
    v8::Global<v8::Object> req;
  };
  auto shutdown = std::make_unique<Shutdown>();
  shutdown->stream = this;
  shutdown->req.Reset(args.isolate(), args.Object(0));
  shutdown->uv.data = shutdown.get();
  const int err = uv_shutdown(&shutdown->uv, stream(), [](uv_shutdown_t* uv, int status) {
    std::unique_ptr<Shutdown> done(static_cast<Shutdown*>(uv->data));
    Env& e = done->stream->env();
    if (!e.can_call_js()) return;
    v8::HandleScope scope(e.isolate());
    v8::Context::Scope context_scope(e.context());
    v8::Local<v8::Value> argv[] = {v8::Integer::New(e.isolate(), status)};
    (void)e.CallMethod(done->req.Get(e.isolate()), e.Name("oncomplete"), 1, argv);
  });
  if (err == 0) (void)shutdown.release();  // the callback deletes it
  args.Return(err);
}

void StreamWrap::JsWriteBuffer(Args& args) {
  auto bytes = args.Bytes(1);
  uv_buf_t buf =
      uv_buf_init(reinterpret_cast<char*>(bytes.data()), static_cast<unsigned>(bytes.size()));
  std::span<uv_buf_t> bufs(&buf, 1);
  if (const int r = TryWrite(bufs); r != 1) return args.Return(r);
  auto pending = std::make_unique<PendingWrite>();
  pending->req.Reset(args.isolate(), args.Object(0));
  pending->buffers.Reset(args.isolate(), args[1]);
  args.Return(Queue(std::move(pending), bufs));
}

// writev(req, buffers): an array of buffers. The lib converts strings before.
void StreamWrap::JsWritev(Args& args) {
  CHECK(args[1]->IsArray());
  auto chunks = args[1].As<v8::Array>();
  const uint32_t count = chunks->Length();
  std::array<uv_buf_t, kStackBuffers> few;
  std::vector<uv_buf_t> many;
  if (count > few.size()) many.resize(count);
  uv_buf_t* all = count > few.size() ? many.data() : few.data();
  size_t used = 0;
  for (uint32_t i = 0; i < count; i++) {
    v8::Local<v8::Value> chunk;
    if (!chunks->Get(args.context(), i).ToLocal(&chunk)) return;
    auto bytes = Args::BytesOf(chunk);
    if (bytes.empty()) continue;
    all[used++] =
        uv_buf_init(reinterpret_cast<char*>(bytes.data()), static_cast<unsigned>(bytes.size()));
  }
  std::span<uv_buf_t> bufs(all, used);
  if (const int r = TryWrite(bufs); r != 1) return args.Return(r);
  auto pending = std::make_unique<PendingWrite>();
  pending->req.Reset(args.isolate(), args.Object(0));
  pending->buffers.Reset(args.isolate(), chunks);
  args.Return(Queue(std::move(pending), bufs));
}

void StreamWrap::WriteString(Args& args, Encoding encoding) {
  CHECK(args[1]->IsString());
  auto string = args[1].As<v8::String>();
  const auto length = static_cast<size_t>(string->Length());
  std::array<char, kStackBytes> on_stack;
  std::unique_ptr<char[]> on_heap;
  size_t capacity = length;
  if (encoding == Encoding::kUcs2) capacity = length * 2;
  if (encoding == Encoding::kUtf8) {
    capacity = length * 3;  // the most that UTF-8 needs for a UTF-16 unit
    if (capacity > kStackBytes) capacity = static_cast<size_t>(string->Utf8Length(args.isolate()));
  }
  char* out = on_stack.data();
  if (capacity > kStackBytes) {
    on_heap = std::make_unique_for_overwrite<char[]>(capacity);
    out = on_heap.get();
  }
  size_t size = capacity;
  if (encoding == Encoding::kUcs2) {
    string->Write(args.isolate(), reinterpret_cast<uint16_t*>(out), 0, static_cast<int>(length),
                  v8::String::NO_NULL_TERMINATION);
  } else {
    size = Encode(args.isolate(), string, encoding == Encoding::kUtf8, out, capacity);
  }
  uv_buf_t buf = uv_buf_init(out, static_cast<unsigned>(size));
  std::span<uv_buf_t> bufs(&buf, 1);
  if (const int r = TryWrite(bufs); r != 1) return args.Return(r);
  auto pending = std::make_unique<PendingWrite>();
  pending->req.Reset(args.isolate(), args.Object(0));
  if (on_heap) {
    pending->bytes = std::move(on_heap);
  } else {
    pending->bytes = std::make_unique_for_overwrite<char[]>(buf.len);
    memcpy(pending->bytes.get(), buf.base, buf.len);
    buf.base = pending->bytes.get();
  }
  args.Return(Queue(std::move(pending), bufs));
}

}  // namespace drover::rt
