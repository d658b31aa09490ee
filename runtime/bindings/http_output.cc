#include "runtime/bindings/http_output.h"

#include <array>
#include <charconv>
#include <cstring>

#include "runtime/engine/binding.h"

namespace drover::rt {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

void AppendNumber(std::string& out, size_t value, int base) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
  out.append(digits.data(), static_cast<size_t>(end - digits.data()));
}

size_t BodySize(v8::Isolate* isolate, v8::Local<v8::Value> body, uint32_t flags) {
  if (body->IsString()) {
    auto text = body.As<v8::String>();
    return static_cast<size_t>((flags & kOutLatin1) != 0 ? text->Length()
                                                         : text->Utf8Length(isolate));
  }
  return body->IsArrayBufferView() ? body.As<v8::ArrayBufferView>()->ByteLength() : 0;
}

void AppendText(v8::Isolate* isolate, std::string& out, v8::Local<v8::String> text, size_t size,
                uint32_t flags) {
  const size_t start = out.size();
  out.resize(start + size);
  if ((flags & kOutLatin1) != 0 || size == static_cast<size_t>(text->Length())) {
    // As many bytes as characters: ASCII, or Latin-1 that was asked for.
    text->WriteOneByte(isolate, reinterpret_cast<uint8_t*>(&out[start]), 0, static_cast<int>(size),
                       v8::String::NO_NULL_TERMINATION);
    return;
  }
  text->WriteUtf8(isolate, &out[start], static_cast<int>(size), nullptr,
                  v8::String::NO_NULL_TERMINATION | v8::String::REPLACE_INVALID_UTF8);
}

// Appends the body itself, or returns it.
std::span<uint8_t> AppendBytes(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> body,
                               size_t size, uint32_t flags, size_t in_place_size) {
  if (body->IsString()) {
    AppendText(isolate, out, body.As<v8::String>(), size, flags);
    return {};
  }
  auto bytes = Args::BytesOf(body);
  // A chunk has something behind it.
  if (bytes.size() >= in_place_size && (flags & kOutChunked) == 0) return bytes;
  if (!bytes.empty()) out.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return {};
}

std::span<uint8_t> AppendFramed(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> body,
                                size_t size, uint32_t flags, size_t in_place_size) {
  const bool chunked = (flags & kOutChunked) != 0;
  if (size == 0) return {};
  if (chunked) {
    AppendNumber(out, size, 16);
    out.append(kLineEnd);
  }
  auto in_place = AppendBytes(isolate, out, body, size, flags, in_place_size);
  if (chunked) out.append(kLineEnd);
  return in_place;
}

}  // namespace

void HttpDate::Update() {
  timespec now;
  clock_gettime(CLOCK_REALTIME_COARSE, &now);
  if (now.tv_sec == second_) return;
  second_ = now.tv_sec;
  tm utc;
  gmtime_r(&second_, &utc);
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::array<char, 64> text;
  const int n = snprintf(text.data(), text.size(), "Date: %s, %02d %s %04d %02d:%02d:%02d GMT\r\n",
                         kDays[utc.tm_wday], utc.tm_mday, kMonths[utc.tm_mon], utc.tm_year + 1900,
                         utc.tm_hour, utc.tm_min, utc.tm_sec);
  line_.assign(text.data(), static_cast<size_t>(n));
}

std::string_view HttpDate::Now() {
  Update();
  constexpr size_t kName = 6;  // "Date: "
  return std::string_view(line_).substr(kName, line_.size() - kName - kLineEnd.size());
}

void HttpDate::AppendLine(std::string& out) {
  Update();
  out.append(line_);
}

void AppendLatin1(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> text) {
  if (!text->IsString()) return;
  auto string = text.As<v8::String>();
  const size_t start = out.size();
  const auto size = static_cast<size_t>(string->Length());
  out.resize(start + size);
  string->WriteOneByte(isolate, reinterpret_cast<uint8_t*>(&out[start]), 0, static_cast<int>(size),
                       v8::String::NO_NULL_TERMINATION);
}

std::span<uint8_t> AppendBody(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> body,
                              uint32_t flags, size_t in_place_size) {
  const size_t size = BodySize(isolate, body, flags);
  if ((flags & kOutLength) != 0) {
    out.append("Content-Length: ");
    AppendNumber(out, size, 10);
    out.append(kLineEnd);
  }
  if ((flags & kOutChunked) != 0) out.append("Transfer-Encoding: chunked\r\n");
  out.append(kLineEnd);
  auto in_place = AppendFramed(isolate, out, body, size, flags, in_place_size);
  if ((flags & kOutChunked) != 0 && (flags & kOutLast) != 0) out.append("0\r\n\r\n");
  return in_place;
}

std::span<uint8_t> AppendPiece(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> data,
                               uint32_t flags, v8::Local<v8::Value> trailers,
                               size_t in_place_size) {
  auto in_place =
      AppendFramed(isolate, out, data, BodySize(isolate, data, flags), flags, in_place_size);
  if ((flags & kOutChunked) != 0 && (flags & kOutLast) != 0) {
    out.append("0\r\n");
    AppendLatin1(isolate, out, trailers);
    out.append(kLineEnd);
  }
  return in_place;
}

}  // namespace drover::rt
