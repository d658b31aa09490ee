#include "runtime/bindings/http_parser.h"

#include <strings.h>

#include <cstring>
#include <string_view>

#include <sys/ioctl.h>

#include "runtime/bindings/http_output.h"
#include "runtime/bindings/pipe.h"
#include "runtime/bindings/tcp.h"

namespace drover::rt {

namespace {

constexpr size_t kMaxChunkExtensionBytes = 16 * 1024;
// What waits for the responses of further pipelined requests, at most.
constexpr size_t kMaxCorkedBytes = 64 * 1024;
// Longer header blocks and URLs are not kept for comparison with the next ones.
constexpr size_t kMaxRememberedBytes = 2048;
// A buffer at least this long is sent from where it is, not copied behind the head.
constexpr size_t kSendInPlaceBytes = 8 * 1024;

struct HttpState {
  v8::Global<v8::Function> callbacks[8];
};

v8::Local<v8::String> Latin1(v8::Isolate* isolate, std::string_view text) {
  return v8::String::NewFromOneByte(isolate, reinterpret_cast<const uint8_t*>(text.data()),
                                    v8::NewStringType::kNormal, static_cast<int>(text.size()))
      .ToLocalChecked();  // a head is bounded far below V8's limit
}

v8::Local<v8::ArrayBuffer> Copy(v8::Isolate* isolate, const char* data, size_t size) {
  auto buffer = v8::ArrayBuffer::New(isolate, size);
  if (size > 0) memcpy(buffer->GetBackingStore()->Data(), data, size);
  return buffer;
}

bool EqualsIgnoreCase(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() && strncasecmp(a.data(), lower.data(), lower.size()) == 0;
}

bool IsWord(char c) { return isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Whether a value names "100-continue" as a word of its own.
bool NamesContinue(std::string_view value) {
  constexpr std::string_view kToken = "100-continue";
  for (size_t i = 0; i + kToken.size() <= value.size(); i++) {
    if (!EqualsIgnoreCase(value.substr(i, kToken.size()), kToken)) continue;
    const size_t end = i + kToken.size();
    if ((i == 0 || !IsWord(value[i - 1])) && (end == value.size() || !IsWord(value[end])))
      return true;
  }
  return false;
}

void Construct(Args& args) {
  CHECK(args.IsConstructCall());
  new HttpParser(args);
}

// setCallbacks(onRequest, onResponse, onBody, onComplete, onUpgrade, onError, onEnd, onWritten)
void SetCallbacks(Args& args) {
  auto& state = args.env().State<HttpState>();
  for (int i = 0; i < 8; i++) state.callbacks[i].Reset(args.isolate(), args.Function(i));
}

// date(): the current date as HTTP writes it.
void Date(Args& args) { args.Return(args.env().State<HttpDate>().Now()); }

// now(): the loop's time in milliseconds.
void Now(Args& args) { args.Return(static_cast<double>(uv_now(args.env().loop()))); }

}  // namespace

HttpParser::HttpParser(Args& args) : Wrap(args.env(), args.This(), kTypeName) {
  llhttp_init(&parser_, HTTP_BOTH, &Settings());
  parser_.data = this;
}

HttpParser::~HttpParser() { Detach(); }

const llhttp_settings_t& HttpParser::Settings() {
  static const llhttp_settings_t settings = [] {
    llhttp_settings_t s;
    llhttp_settings_init(&s);
    s.on_message_begin = [](llhttp_t* p) { return From(p)->OnMessageBegin(); };
    s.on_url = [](llhttp_t* p, const char* at, size_t n) { return From(p)->OnUrl(at, n); };
    s.on_status = [](llhttp_t* p, const char* at, size_t n) { return From(p)->OnStatus(at, n); };
    s.on_header_field = [](llhttp_t* p, const char* at, size_t n) {
      return From(p)->OnHeaderField(at, n);
    };
    s.on_header_field_complete = [](llhttp_t* p) { return From(p)->OnHeaderFieldComplete(); };
    s.on_header_value = [](llhttp_t* p, const char* at, size_t n) {
      return From(p)->OnHeaderValue(at, n);
    };
    s.on_header_value_complete = [](llhttp_t* p) { return From(p)->OnHeaderValueComplete(); };
    s.on_headers_complete = [](llhttp_t* p) { return From(p)->OnHeadersComplete(); };
    s.on_body = [](llhttp_t* p, const char* at, size_t n) { return From(p)->OnBody(at, n); };
    s.on_message_complete = [](llhttp_t* p) { return From(p)->OnMessageComplete(); };
    s.on_chunk_extension_name = [](llhttp_t* p, const char* at, size_t n) {
      return From(p)->OnChunkExtension(at, n);
    };
    s.on_chunk_extension_value = s.on_chunk_extension_name;
    return s;
  }();
  return settings;
}

// --- Input

int HttpParser::OnMessageBegin() {
  in_message_ = true;
  head_done_ = false;
  no_body_ = false;
  flags_ = 0;
  head_bytes_ = 0;
  headers_ = 0;
  extension_bytes_ = 0;
  head_.clear();
  url_.clear();
  message_start_ms_ = uv_now(env().loop());
  return closed_ ? HPE_USER : HPE_OK;
}

bool HttpParser::CountHead(size_t length, const char* end) {
  head_end_ = end;
  head_bytes_ += length;
  if (head_bytes_ < max_head_bytes_) return true;
  Overflow();
  return false;
}

int HttpParser::Overflow() {
  error_code_ = "HPE_HEADER_OVERFLOW";
  llhttp_set_error_reason(&parser_, "Header overflow");
  return HPE_USER;
}

int HttpParser::OnUrl(const char* at, size_t length) {
  if (!CountHead(length, at + length)) return HPE_USER;
  url_.append(at, length);
  return HPE_OK;
}

int HttpParser::OnStatus(const char* at, size_t length) { return OnUrl(at, length); }

int HttpParser::OnHeaderField(const char* at, size_t length) {
  if (!CountHead(length, at + length)) return HPE_USER;
  if (name_start_ == std::string::npos) {
    if (!head_.empty()) head_.push_back('\n');
    name_start_ = head_.size();
  }
  head_.append(at, length);
  return HPE_OK;
}

int HttpParser::OnHeaderFieldComplete() {
  if (++headers_ > max_headers_ && max_headers_ > 0) return Overflow();
  head_.push_back('\n');
  value_start_ = head_.size();
  return HPE_OK;
}

int HttpParser::OnHeaderValue(const char* at, size_t length) {
  if (!CountHead(length, at + length)) return HPE_USER;
  head_.append(at, length);
  return HPE_OK;
}

int HttpParser::OnHeaderValueComplete() {
  while (head_.size() > value_start_ && (head_.back() == ' ' || head_.back() == '\t'))
    head_.pop_back();
  const std::string_view head(head_);
  if (!head_done_) {
    NoteHeader(head.substr(name_start_, value_start_ - 1 - name_start_), head.substr(value_start_));
  }
  name_start_ = std::string::npos;
  return HPE_OK;
}

void HttpParser::NoteHeader(std::string_view name, std::string_view value) {
  if (EqualsIgnoreCase(name, "host")) {
    flags_ |= kHasHost;
  } else if (EqualsIgnoreCase(name, "expect")) {
    flags_ |= NamesContinue(value) ? kExpectContinue : kExpectOther;
  }
}

uint32_t HttpParser::HeadFlags() const {
  uint32_t flags = flags_;
  if (llhttp_should_keep_alive(&parser_) != 0) flags |= kKeepAlive;
  if (parser_.upgrade != 0) flags |= kUpgrade;
  if (no_body_) flags |= kNoBody;
  return flags | static_cast<uint32_t>(parser_.http_major) << 16 |
         static_cast<uint32_t>(parser_.http_minor) << 20;
}

v8::Local<v8::String> HttpParser::TakeHead() {
  auto* isolate = env().isolate();
  if (!last_head_js_.IsEmpty() && head_ == last_head_) return last_head_js_.Get(isolate);
  auto js = Latin1(isolate, head_);
  if (head_.size() <= kMaxRememberedBytes) {
    last_head_ = head_;
    last_head_js_.Reset(isolate, js);
  }
  return js;
}

v8::Local<v8::String> HttpParser::UrlString() {
  auto* isolate = env().isolate();
  if (!last_url_js_.IsEmpty() && url_ == last_url_) return last_url_js_.Get(isolate);
  auto js = Latin1(isolate, url_);
  if (url_.size() <= kMaxRememberedBytes) {
    last_url_ = url_;
    last_url_js_.Reset(isolate, js);
  }
  return js;
}

int HttpParser::OnHeadersComplete() {
  if (closed_) return -1;
  head_done_ = true;
  head_bytes_ = 0;
  const bool request = parser_.type == HTTP_REQUEST;
  no_body_ = request && parser_.upgrade == 0 && (parser_.flags & F_CHUNKED) == 0 &&
             parser_.content_length == 0;
  // Behind a head without a body stand at most its two line ends, or a further request.
  corked_ = no_body_ && !from_js_ && input_end_ - head_end_ > 4;
  auto* isolate = env().isolate();
  v8::HandleScope scope(isolate);
  v8::Local<v8::Value> first =
      request ? v8::Integer::New(isolate, parser_.method)
              : v8::Integer::New(isolate, static_cast<int>(parser_.status_code));
  // JavaScript sees the request as complete from the start.
  if (no_body_) in_message_ = false;
  const int answer =
      CallHead(request ? Callback::kRequest : Callback::kResponse, first, UrlString());
  if (closed_) return -1;
  if (answer != 2) parser_.upgrade = 0;
  return answer;
}

int HttpParser::CallHead(Callback which, v8::Local<v8::Value> first, v8::Local<v8::Value> second) {
  auto* isolate = env().isolate();
  v8::Local<v8::Value> argv[] = {first, second, v8::Integer::NewFromUnsigned(isolate, HeadFlags()),
                                 TakeHead()};
  head_.clear();
  v8::Local<v8::Value> answer;
  if (!CallOwner(which, 4, argv).ToLocal(&answer) || !answer->IsInt32()) return 0;
  return answer.As<v8::Int32>()->Value();
}

int HttpParser::OnBody(const char* at, size_t length) {
  if (closed_) return HPE_USER;
  auto* isolate = env().isolate();
  v8::HandleScope scope(isolate);
  v8::Local<v8::Value> argv[] = {Copy(isolate, at, length)};
  (void)CallOwner(Callback::kBody, 1, argv);
  return closed_ ? HPE_USER : HPE_OK;
}

int HttpParser::OnMessageComplete() {
  in_message_ = false;
  if (closed_) return HPE_USER;
  if (no_body_) return HPE_OK;
  auto* isolate = env().isolate();
  v8::HandleScope scope(isolate);
  v8::Local<v8::Value> argv[] = {head_.empty() ? v8::String::Empty(isolate)
                                               : Latin1(isolate, head_)};
  head_.clear();
  (void)CallOwner(Callback::kComplete, 1, argv);
  return closed_ ? HPE_USER : HPE_OK;
}

int HttpParser::OnChunkExtension(const char* /*at*/, size_t length) {
  extension_bytes_ += length;
  if (extension_bytes_ <= kMaxChunkExtensionBytes) return HPE_OK;
  error_code_ = "HPE_CHUNK_EXTENSIONS_OVERFLOW";
  llhttp_set_error_reason(&parser_, "Chunk extensions overflow");
  return HPE_USER;
}

void HttpParser::Execute(Input input) {
  input_end_ = input.data + input.size;
  head_end_ = input.data;
  const auto err = llhttp_execute(&parser_, input.data, input.size);
  corked_ = false;
  Flush();
  if (closed_) return;
  if (err == HPE_PAUSED_UPGRADE) return ReportUpgrade(input);
  if (err != HPE_OK) ReportError(err, input);
}

void HttpParser::ReportUpgrade(Input input) {
  const char* rest = llhttp_get_error_pos(&parser_);
  Detach();
  v8::Local<v8::Value> argv[] = {
      Copy(env().isolate(), rest, static_cast<size_t>(input.data + input.size - rest))};
  (void)CallOwner(Callback::kUpgrade, 1, argv);
}

void HttpParser::ReportError(llhttp_errno_t err, Input input) {
  auto* isolate = env().isolate();
  const char* code = error_code_ != nullptr ? error_code_ : llhttp_errno_name(err);
  const char* at = llhttp_get_error_pos(&parser_);
  const bool inside = at >= input.data && at <= input.data + input.size;
  const char* reason = llhttp_get_error_reason(&parser_);
  v8::Local<v8::Value> argv[] = {
      ToV8(isolate, code), ToV8(isolate, reason != nullptr ? reason : ""),
      v8::Integer::New(isolate, inside ? static_cast<int>(at - input.data) : 0),
      Copy(isolate, input.data, input.size)};
  (void)CallOwner(Callback::kError, 4, argv);
}

v8::MaybeLocal<v8::Value> HttpParser::CallOwner(Callback which, int argc,
                                                v8::Local<v8::Value>* argv) {
  Env& e = env();
  if (!e.can_call_js() || owner_.IsEmpty()) return {};
  auto* isolate = e.isolate();
  auto function = e.State<HttpState>().callbacks[static_cast<int>(which)].Get(isolate);
  auto owner = owner_.Get(isolate);
  if (from_js_) return function->Call(e.context(), owner, argc, argv);
  v8::TryCatch try_catch(isolate);
  auto result = function->Call(e.context(), owner, argc, argv);
  if (try_catch.HasCaught() && !try_catch.HasTerminated()) {
    auto error = try_catch.Exception();
    auto message = try_catch.Message();
    try_catch.Reset();
    e.HandleUncaught(error, message);
  }
  return result;
}

// --- The stream

void HttpParser::OnRead(ssize_t nread, const char* data) {
  Env& e = env();
  if (!e.can_call_js()) return;
  auto* isolate = e.isolate();
  v8::HandleScope scope(isolate);
  v8::Context::Scope context_scope(e.context());
  {
    Entry entry(*this, false);
    if (nread > 0) {
      Execute({data, static_cast<size_t>(nread)});
    } else {
      EndInput(static_cast<int>(nread));
    }
  }
  e.DrainTicks();
}

void HttpParser::EndInput(int status) {
  if (status == UV_EOF) {
    const auto err = llhttp_finish(&parser_);
    if (closed_) return;
    if (err != HPE_OK) return ReportError(err, {nullptr, 0});
  }
  v8::Local<v8::Value> argv[] = {v8::Integer::New(env().isolate(), status)};
  (void)CallOwner(Callback::kEnd, 1, argv);
}

void HttpParser::OnWritten(int status) {
  Env& e = env();
  if (!e.can_call_js()) return;
  v8::HandleScope scope(e.isolate());
  v8::Context::Scope context_scope(e.context());
  {
    Entry entry(*this, false);
    v8::Local<v8::Value> argv[] = {v8::Integer::New(e.isolate(), status)};
    (void)CallOwner(Callback::kWritten, 1, argv);
  }
  e.DrainTicks();
}

void HttpParser::Detach() {
  if (stream_ == nullptr) return;
  stream_->set_listener(nullptr);
  stream_ = nullptr;
}

// --- Methods

// initialize(type, owner, maxHeaderSize, lenient, maxHeaders): a maxHeaders of 0 is no limit.
void HttpParser::JsInitialize(Args& args) {
  CHECK(!entered_);
  llhttp_init(&parser_, static_cast<llhttp_type_t>(args.Int32(0)), &Settings());
  parser_.data = this;
  if (args.Bool(3)) parser_.lenient_flags = 0x3ff;
  owner_.Reset(args.isolate(), args.Object(1));
  max_head_bytes_ = args.Uint32(2);
  max_headers_ = args.Uint32(4);
  name_start_ = std::string::npos;
  head_.clear();
  url_.clear();
  error_code_ = nullptr;
  head_done_ = false;
  // A peer that never sends anything is held to the same deadline as one that begins.
  in_message_ = true;
  message_start_ms_ = uv_now(env().loop());
}

// consume(handle) -> whether the handle is of a kind that can be read natively
void HttpParser::JsConsume(Args& args) {
  StreamWrap* stream = Unwrap<TcpWrap>(args[0]);
  if (stream == nullptr) stream = Unwrap<PipeWrap>(args[0]);
  if (stream == nullptr || stream->closing()) return args.Return(false);
  Detach();
  stream_ = stream;
  stream_->set_listener(this);
  args.Return(true);
}

void HttpParser::JsUnconsume(Args& /*args*/) { Detach(); }

// execute(bytes): parses a piece of input that JavaScript read.
void HttpParser::JsExecute(Args& args) {
  const auto bytes = args.Bytes(0);
  // The bytes may be changed or freed by what the callbacks run.
  const std::string copy(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  Entry entry(*this, true);
  Execute({copy.data(), copy.size()});
}

// finish(): the input has ended.
void HttpParser::JsFinish(Args& /*args*/) {
  if (entered_) return;
  Entry entry(*this, true);
  const auto err = llhttp_finish(&parser_);
  if (!closed_ && err != HPE_OK) ReportError(err, {nullptr, 0});
}

void HttpParser::JsClose(Args& /*args*/) {
  if (closed_) return;
  closed_ = true;
  Detach();
  owner_.Reset();
  if (!entered_) delete this;
}

// expired(headersMs, requestMs): whether the message being received takes too long. 0 = no limit.
void HttpParser::JsExpired(Args& args) {
  if (!in_message_) return args.Return(false);
  const double age = static_cast<double>(uv_now(env().loop()) - message_start_ms_);
  const double headers = args.Number(0);
  const double request = args.Number(1);
  args.Return((headers > 0 && !head_done_ && age >= headers) || (request > 0 && age >= request));
}

// inMessage(): whether a part of a message has been received and a part is missing.
void HttpParser::JsInMessage(Args& args) { args.Return(in_message_); }

// inputWaiting(): whether the stream has bytes that have not been read.
void HttpParser::JsInputWaiting(Args& args) {
  uv_os_fd_t fd = -1;
  int bytes = 0;
  args.Return(stream_ != nullptr && uv_fileno(stream_->handle(), &fd) == 0 &&
              ioctl(fd, FIONREAD, &bytes) == 0 && bytes > 0);
}

// --- Output

// respond(statusLine, lines, connectionLines, flags, body): the whole head, and what `flags` (see
// http_output.h) say of the body.
void HttpParser::JsRespond(Args& args) {
  auto* isolate = args.isolate();
  const uint32_t flags = args.Uint32(3);
  AppendLatin1(isolate, out_, args[0]);
  AppendLatin1(isolate, out_, args[1]);
  if ((flags & kOutDate) != 0) env().State<HttpDate>().AppendLine(out_);
  AppendLatin1(isolate, out_, args[2]);
  const auto in_place = AppendBody(isolate, out_, args[4], flags, kSendInPlaceBytes);
  Send(args, in_place, args[4]);
}

// write(data, flags, trailers): a further piece of body, or the end.
void HttpParser::JsWrite(Args& args) {
  const auto in_place =
      AppendPiece(args.isolate(), out_, args[0], args.Uint32(1), args[2], kSendInPlaceBytes);
  Send(args, in_place, args[0]);
}

void HttpParser::Send(Args& args, std::span<uint8_t> bytes, v8::Local<v8::Value> holder) {
  if (stream_ == nullptr || stream_->closing()) {
    out_.clear();
    return args.Return(UV_EBADF);
  }
  if (corked_ && bytes.empty() && out_.size() < kMaxCorkedBytes) return args.Return(0);
  const int r =
      bytes.empty() ? stream_->WriteText(out_) : stream_->WriteTextAndBytes(out_, bytes, holder);
  out_.clear();
  args.Return(r);
}

void HttpParser::Flush() {
  if (out_.empty()) return;
  int err = UV_EBADF;
  if (stream_ != nullptr && !stream_->closing()) err = stream_->WriteText(out_);
  out_.clear();
  if (err >= 0) return;
  v8::Local<v8::Value> argv[] = {v8::Integer::New(env().isolate(), err)};
  (void)CallOwner(Callback::kWritten, 1, argv);
}

void HttpParser::Describe(ClassBuilder& c) {
  c.Method<Call<&HttpParser::JsInitialize>>("initialize")
      .Method<Call<&HttpParser::JsConsume>>("consume")
      .Method<Call<&HttpParser::JsUnconsume>>("unconsume")
      .Method<Call<&HttpParser::JsExecute>>("execute")
      .Method<Call<&HttpParser::JsFinish>>("finish")
      .Method<Call<&HttpParser::JsClose>>("close")
      .Method<Call<&HttpParser::JsRespond>>("respond")
      .Method<Call<&HttpParser::JsWrite>>("write")
      .Method<Call<&HttpParser::JsExpired>>("expired")
      .Method<Call<&HttpParser::JsInMessage>>("inMessage")
      .Method<Call<&HttpParser::JsInputWaiting>>("inputWaiting");
}

void BindHttpParser(Binding& b) {
  auto c = b.Class<Construct>("HTTPParser");
  HttpParser::Describe(c);
  b.Method<SetCallbacks>("setCallbacks");
  b.Method<Date>("date");
  b.Method<Now>("now");
  const Binding::NamedNumber kinds[] = {{"REQUEST", HTTP_REQUEST}, {"RESPONSE", HTTP_RESPONSE}};
  b.Constants("kinds", kinds);
  const Binding::NamedNumber flags[] = {{"KEEP_ALIVE", HttpParser::kKeepAlive},
                                        {"UPGRADE", HttpParser::kUpgrade},
                                        {"NO_BODY", HttpParser::kNoBody},
                                        {"HAS_HOST", HttpParser::kHasHost},
                                        {"EXPECT_CONTINUE", HttpParser::kExpectContinue},
                                        {"EXPECT_OTHER", HttpParser::kExpectOther}};
  b.Constants("flags", flags);
  const Binding::NamedNumber out[] = {{"DATE", kOutDate},
                                      {"LENGTH", kOutLength},
                                      {"CHUNKED", kOutChunked},
                                      {"LAST", kOutLast},
                                      {"LATIN1", kOutLatin1}};
  b.Constants("out", out);
  // Numbers of methods, for onRequest: methods[3] is 'POST'.
#define DROVER_METHOD(number, name, text) {#text, number},
  const Binding::NamedNumber methods[] = {HTTP_METHOD_MAP(DROVER_METHOD)};
#undef DROVER_METHOD
  b.Constants("methods", methods);
}

}  // namespace drover::rt
