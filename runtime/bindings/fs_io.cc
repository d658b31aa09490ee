// read and write on open descriptors. A position below 0 means the descriptor's own.
#include "runtime/bindings/fs_request.h"

namespace drover::rt::fs {

namespace {

constexpr Shape kNumber{MakeNumber};

using VectorCall = int (*)(uv_loop_t*, uv_fs_t*, uv_file, const uv_buf_t[], unsigned int, int64_t,
                           uv_fs_cb);

void Transfer(Args& args, int req_index, VectorCall call, std::vector<Memory> memory,
              int64_t position) {
  std::vector<uv_buf_t> bufs(memory.size());
  for (size_t i = 0; i < memory.size(); i++)
    bufs[i] = uv_buf_init(memory[i].data, static_cast<unsigned int>(memory[i].size));
  Kept kept;
  kept.memory = std::move(memory);
  int fd = args.Int32(0);
  RunUv(
      args, req_index, kNumber,
      [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
        return call(loop, req, fd, bufs.data(), static_cast<unsigned int>(bufs.size()), position,
                    cb);
      },
      std::move(kept));
}

// read and write(fd, view, offset, length, position, req) -> bytes
template <VectorCall kCall>
void OneView(Args& args) {
  int fd = args.Int32(0);
  int64_t offset = args.Int64(2), length = args.Int64(3), position = args.Int64(4);
  auto bytes = args.Bytes(1);
  CHECK(offset >= 0 && length >= 0 && offset + length <= static_cast<int64_t>(bytes.size()));
  if (args[5]->IsObject()) {
    Memory memory = Memory::Of(args[1]);
    memory.data += offset;
    memory.size = static_cast<size_t>(length);
    std::vector<Memory> one;
    one.push_back(std::move(memory));
    return Transfer(args, 5, kCall, std::move(one), position);
  }
  uv_buf_t buf = uv_buf_init(reinterpret_cast<char*>(bytes.data()) + offset,
                             static_cast<unsigned int>(length));
  RunUv(args, 5, kNumber, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
    return kCall(loop, req, fd, &buf, 1, position, cb);
  });
}

// readv and writev(fd, views, position, req) -> bytes
template <VectorCall kCall>
void ManyViews(Args& args) {
  CHECK(args[1]->IsArray());
  auto views = args[1].As<v8::Array>();
  std::vector<Memory> memory;
  memory.reserve(views->Length());
  for (uint32_t i = 0; i < views->Length(); i++) {
    v8::Local<v8::Value> view;
    if (!views->Get(args.context(), i).ToLocal(&view)) return;
    memory.push_back(Memory::Of(view));
  }
  Transfer(args, 3, kCall, std::move(memory), args.Int64(2));
}

// writeUtf8(fd, string, position, req) -> bytes
void WriteUtf8(Args& args) {
  Kept kept;
  kept.text = args.Utf8(1);
  std::string text;
  int fd = args.Int32(0);
  int64_t position = args.Int64(2);
  // The request owns the text; a short one would move with the std::string, so it is pointed at
  // only where it finally lives.
  auto size = static_cast<unsigned int>(kept.text.size());
  if (!args[3]->IsObject()) {
    text = std::move(kept.text);
    uv_buf_t buf = uv_buf_init(text.data(), size);
    return RunUv(args, 3, kNumber, [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
      return uv_fs_write(loop, req, fd, &buf, 1, position, cb);
    });
  }
  RunUv(
      args, 3, kNumber,
      [&](uv_loop_t* loop, uv_fs_t* req, uv_fs_cb cb) {
        auto* request = static_cast<UvRequest*>(req->data);
        uv_buf_t buf = uv_buf_init(request->kept().text.data(), size);
        return uv_fs_write(loop, req, fd, &buf, 1, position, cb);
      },
      std::move(kept));
}

}  // namespace

void DescribeIo(Binding& b) {
  b.Method<OneView<uv_fs_read>>("read");
  b.Method<OneView<uv_fs_write>>("write");
  b.Method<ManyViews<uv_fs_read>>("readv");
  b.Method<ManyViews<uv_fs_write>>("writev");
  b.Method<WriteUtf8>("writeUtf8");
}

}  // namespace drover::rt::fs
