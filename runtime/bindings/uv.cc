// binding('uv'): names, texts and numbers of libuv's errors.
#include <uv.h>

#include <array>

#include "runtime/engine/binding.h"

namespace drover::rt {
namespace {

struct UvError {
  int code;
  const char* constant;  // UV_ENOENT
  const char* name;      // ENOENT
  const char* text;
};

constexpr UvError kErrors[] = {
#define DROVER_UV_ERROR(name, text) {UV_##name, "UV_" #name, #name, text},
    UV_ERRNO_MAP(DROVER_UV_ERROR)
#undef DROVER_UV_ERROR
};

// errname(code): "ENOENT"; for an unknown code "Unknown system error N".
void ErrName(Args& args) {
  std::array<char, 64> name;
  args.Return(uv_err_name_r(args.Int32(0), name.data(), name.size()));
}

// getErrorMessage(code): "no such file or directory".
void GetErrorMessage(Args& args) {
  std::array<char, 256> text;
  args.Return(uv_strerror_r(args.Int32(0), text.data(), text.size()));
}

// getErrorMap(): Map of code -> [name, message].
void GetErrorMap(Args& args) {
  v8::Isolate* isolate = args.isolate();
  v8::Local<v8::Context> context = args.context();
  v8::Local<v8::Map> map = v8::Map::New(isolate);
  for (const UvError& error : kErrors) {
    v8::Local<v8::Value> entry[] = {ToV8(isolate, error.name), ToV8(isolate, error.text)};
    v8::Local<v8::Value> value = v8::Array::New(isolate, entry, std::size(entry));
    if (map->Set(context, v8::Integer::New(isolate, error.code), value).IsEmpty()) return;
  }
  args.Return(map);
}

}  // namespace

void BindUv(Binding& b) {
  b.Method<ErrName>("errname");
  b.Method<GetErrorMessage>("getErrorMessage");
  b.Method<GetErrorMap>("getErrorMap");
  for (const UvError& error : kErrors) b.Constant(error.constant, error.code);
}

}  // namespace drover::rt
