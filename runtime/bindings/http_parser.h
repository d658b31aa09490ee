// The binding 'http_parser': one HTTPParser per connection, for both directions of HTTP/1.
//
// Input comes straight from a stream (consume(handle)) or from JavaScript (execute(bytes)). It is
// parsed by llhttp in its strict mode. JavaScript is called once per message head and once per
// piece of body, with the functions of setCallbacks() and the `owner` of initialize() as receiver:
//
//   onRequest(method, url, flags, head) -> 0, or 2: the rest is another protocol (see onUpgrade)
//   onResponse(status, message, flags, head) -> 0, 1: no body follows, or 2
//   onBody(arrayBuffer)
//   onComplete(trailers)   not called for requests whose flags say kNoBody
//   onUpgrade(arrayBuffer) what followed the head; the stream is no longer consumed
//   onError(code, reason, bytesParsed, arrayBuffer)   the parser is done for
//   onEnd(status)          the stream ended (UV_EOF) or failed
//   onWritten(status)      a queued write has ended
//
// `head` and `trailers` are "name\nvalue\nname\nvalue..." in Latin-1, values trimmed: split('\n')
// gives the raw headers. flags: see Flag, and the version as major << 16 | minor << 20.
//
// Output: respond() and write() compose a message and write it to the consumed stream in one piece.
// 0: written; 1: a rest is queued, onWritten follows; negative: failed. While further pipelined
// requests stand in the same piece of input, what is written waits for their responses.
#pragma once

#include <llhttp.h>

#include <string>

#include "runtime/bindings/stream_wrap.h"

namespace drover::rt {

class HttpParser final : public Wrap, private StreamListener {
 public:
  static constexpr char kTypeName[] = "HTTPParser";

  enum Flag : uint32_t {
    kKeepAlive = 1,
    kUpgrade = 2,
    kNoBody = 4,
    kHasHost = 8,
    kExpectContinue = 16,
    kExpectOther = 32,
  };

  explicit HttpParser(Args& args);
  ~HttpParser() override;
  static void Describe(ClassBuilder& c);

 private:
  struct Input {
    const char* data;
    size_t size;
  };
  // Stands on the stack while JavaScript may run below: close() inside of it deletes at its end.
  class Entry {
   public:
    Entry(HttpParser& parser, bool from_js) : parser_(parser) {
      CHECK(!parser.entered_, "the parser is entered once at a time");
      parser.entered_ = true;
      parser.from_js_ = from_js;
    }
    ~Entry() {
      parser_.entered_ = false;
      parser_.from_js_ = false;
      if (parser_.closed_) delete &parser_;
    }
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

   private:
    HttpParser& parser_;
  };

  // StreamListener
  void OnRead(ssize_t nread, const char* data) override;
  void OnWritten(int status) override;
  void OnStreamClosing() override { stream_ = nullptr; }

  // Methods of the JavaScript object.
  template <void (HttpParser::*kMember)(Args&)>
  static void Call(Args& args) {
    if (auto* self = Unwrap<HttpParser>(args)) (self->*kMember)(args);
  }
  void JsInitialize(Args& args);
  void JsConsume(Args& args);
  void JsUnconsume(Args& args);
  void JsExecute(Args& args);
  void JsFinish(Args& args);
  void JsClose(Args& args);
  void JsRespond(Args& args);
  void JsWrite(Args& args);
  void JsExpired(Args& args);
  void JsInMessage(Args& args);
  void JsInputWaiting(Args& args);

  // llhttp's callbacks.
  static const llhttp_settings_t& Settings();
  static HttpParser* From(llhttp_t* p) { return static_cast<HttpParser*>(p->data); }
  int OnMessageBegin();
  int OnUrl(const char* at, size_t length);
  int OnStatus(const char* at, size_t length);
  int OnHeaderField(const char* at, size_t length);
  int OnHeaderFieldComplete();
  int OnHeaderValue(const char* at, size_t length);
  int OnHeaderValueComplete();
  int OnHeadersComplete();
  int OnBody(const char* at, size_t length);
  int OnMessageComplete();
  int OnChunkExtension(const char* at, size_t length);

  void Execute(Input input);
  void EndInput(int status);
  void ReportError(llhttp_errno_t err, Input input);
  void ReportUpgrade(Input input);
  // Counts bytes of a head; false once there are too many.
  bool CountHead(size_t length, const char* end);
  int Overflow();
  void NoteHeader(std::string_view name, std::string_view value);
  uint32_t HeadFlags() const;
  v8::Local<v8::String> TakeHead();
  v8::Local<v8::String> UrlString();

  // Calls one of the callbacks. While input comes off the loop an exception is an uncaught one,
  // while it comes from JavaScript it is the caller's.
  enum class Callback { kRequest, kResponse, kBody, kComplete, kUpgrade, kError, kEnd, kWritten };
  v8::MaybeLocal<v8::Value> CallOwner(Callback which, int argc, v8::Local<v8::Value>* argv);
  int CallHead(Callback which, v8::Local<v8::Value> first, v8::Local<v8::Value> second);

  // Sends out_ and, behind it, `bytes` of `holder`.
  void Send(Args& args, std::span<uint8_t> bytes, v8::Local<v8::Value> holder);
  void Flush();
  void Detach();

  llhttp_t parser_;
  StreamWrap* stream_ = nullptr;  // while consumed; it tells when it closes
  v8::Global<v8::Object> owner_;

  std::string url_;  // or the status message
  std::string head_;
  std::string out_;
  // The last head and URL given to JavaScript: the next ones of a connection are mostly the same.
  std::string last_head_;
  std::string last_url_;
  v8::Global<v8::String> last_head_js_;
  v8::Global<v8::String> last_url_js_;

  size_t name_start_ = 0;
  size_t value_start_ = 0;
  size_t head_bytes_ = 0;
  size_t extension_bytes_ = 0;
  size_t max_head_bytes_ = 0;
  uint32_t headers_ = 0;
  uint32_t max_headers_ = 0;
  uint64_t message_start_ms_ = 0;
  const char* input_end_ = nullptr;  // of the piece being parsed
  const char* head_end_ = nullptr;   // behind the last byte of the head seen
  uint32_t flags_ = 0;
  bool in_message_ = false;  // a message has begun and is not complete
  bool head_done_ = false;
  bool no_body_ = false;
  bool corked_ = false;  // more input stands behind the request being answered
  bool entered_ = false;
  bool from_js_ = false;
  bool closed_ = false;
  const char* error_code_ = nullptr;  // of our own limits, else llhttp's
};

void BindHttpParser(Binding& b);

}  // namespace drover::rt
