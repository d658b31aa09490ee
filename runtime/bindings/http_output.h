// Composing the bytes of an HTTP/1 message: what does not depend on a connection.
#pragma once

#include <cstdint>
#include <ctime>
#include <span>
#include <string>
#include <string_view>

#include <v8.h>

namespace drover::rt {

// What the lib asks of respond() and write().
enum HttpOutFlag : uint32_t {
  kOutDate = 1,     // a Date line
  kOutLength = 2,   // a Content-Length line with the body's length
  kOutChunked = 4,  // a Transfer-Encoding line (respond), the body as a chunk
  kOutLast = 8,     // with kOutChunked: the body ends here
  kOutLatin1 = 16,  // a body that is a string is Latin-1, not UTF-8
};

// The current date, formatted once a second.
class HttpDate {
 public:
  // "Mon, 23 Nov 2026 22:39:32 GMT"
  std::string_view Now();
  // "Date: ...\r\n"
  void AppendLine(std::string& out);

 private:
  void Update();

  time_t second_ = -1;
  std::string line_;
};

// Appends a string in Latin-1; anything else is ignored.
void AppendLatin1(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> text);

// Appends the last lines of a head, the empty line, and the body. Returns the bytes of a buffer of
// at least in_place_size bytes that the caller sends itself, behind `out`; empty where all is
// appended.
std::span<uint8_t> AppendBody(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> body,
                              uint32_t flags, size_t in_place_size);

// Appends a further piece of a body. trailers: lines ending in CRLF, after the last chunk.
std::span<uint8_t> AppendPiece(v8::Isolate* isolate, std::string& out, v8::Local<v8::Value> data,
                               uint32_t flags, v8::Local<v8::Value> trailers, size_t in_place_size);

}  // namespace drover::rt
