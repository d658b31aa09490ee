// binding('icu'): decoding of encodings other than UTF-8, UTF-16LE and Latin-1, for TextDecoder.
// lib/bindings/icu.d.ts is the contract.
#include <memory>
#include <string>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

#include "runtime/bindings/bindings.h"
#include "runtime/engine/binding.h"

namespace drover::rt {

namespace {

constexpr int kTooLong = -1;
constexpr int kMalformed = -2;
constexpr int kUnknownEncoding = -3;

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Some converters have a control character of their own for what they cannot map.
void WriteReplacement(const void*, UConverterToUnicodeArgs* args, const char*, int32_t,
                      UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is reset or closed
  const UChar replacement = 0xfffd;
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, error);
}

// Appends to `out` until the input is used up.
UErrorCode Convert(UConverter* converter, std::span<const uint8_t> bytes, bool flush,
                   std::u16string* out) {
  const char* from = reinterpret_cast<const char*>(bytes.data());
  const char* end = from + bytes.size();
  std::vector<UChar> piece(bytes.size() + 16);
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    UChar* to = piece.data();
    ucnv_toUnicode(converter, &to, piece.data() + piece.size(), &from, end, nullptr, flush, &error);
    out->append(piece.data(), static_cast<size_t>(to - piece.data()));
    if (error != U_BUFFER_OVERFLOW_ERROR) return error;
  }
}

// decode(encoding, bytes, fatal, all)
void Decode(Args& args) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(args.Utf8(0).c_str(), &error));
  if (U_FAILURE(error)) return args.Return(kUnknownEncoding);
  ucnv_setToUCallBack(converter.get(), args.Bool(2) ? UCNV_TO_U_CALLBACK_STOP : WriteReplacement,
                      nullptr, nullptr, nullptr, &error);
  const bool all = args.Bool(3);
  std::u16string text;
  error = Convert(converter.get(), args.Bytes(1), all, &text);
  if (!all) {
    error = U_ZERO_ERROR;
    return args.Return(ucnv_toUCountPending(converter.get(), &error));
  }
  if (U_FAILURE(error)) return args.Return(kMalformed);
  if (text.size() > static_cast<size_t>(v8::String::kMaxLength)) return args.Return(kTooLong);
  v8::Local<v8::String> string;
  if (!v8::String::NewFromTwoByte(args.isolate(), reinterpret_cast<const uint16_t*>(text.data()),
                                  v8::NewStringType::kNormal, static_cast<int>(text.size()))
           .ToLocal(&string))
    return args.Return(kTooLong);
  args.Return(string);
}

}  // namespace

void BindIcu(Binding& b) { b.Method<Decode>("decode"); }

}  // namespace drover::rt
