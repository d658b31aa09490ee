#include "ipc/frame.h"

#include "proto/envelope.pb.h"

namespace drover::ipc {
namespace {

enum WireType : uint32_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

// Field numbers of Envelope.
enum Field : uint32_t {
  kLaneField = 1,
  kKindField,
  kMessageField,
  kMoreField,
  kTotalField,
  kCallField,
  kReplyField,
  kPartialField,
  kFdsField,
  kFdSequenceField,
  kFdBatchField,
  kFdAckField,
  kFdReportField,
  kHeadField,
  kPayloadField,
};
static_assert(int{kPayloadField} == int{v1::Envelope::kPayloadFieldNumber});
static_assert(int{kFdReportField} == int{v1::Envelope::kFdReportFieldNumber});

constexpr size_t kMaxVarint = 10;

size_t PutVarint(uint64_t value, char* out) {
  size_t n = 0;
  while (value >= 0x80) {
    out[n++] = static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out[n++] = static_cast<char>(value);
  return n;
}

// All fields of Envelope have numbers under 16, so that a tag is one byte.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  void Number(Field field, uint64_t value) {
    if (value == 0) return;
    char bytes[1 + kMaxVarint];
    bytes[0] = static_cast<char>(field << 3 | kVarint);
    out_.append(bytes, 1 + PutVarint(value, bytes + 1));
  }
  void Length(Field field, size_t size) {
    if (size == 0) return;
    char bytes[1 + kMaxVarint];
    bytes[0] = static_cast<char>(field << 3 | kBytes);
    out_.append(bytes, 1 + PutVarint(size, bytes + 1));
  }
  void Bytes(Field field, std::string_view bytes) {
    Length(field, bytes.size());
    out_.append(bytes);
  }

 private:
  std::string& out_;
};

class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}
  size_t at() const { return at_; }
  size_t left() const { return in_.size() - at_; }
  void Skip(size_t n) { at_ += n; }
  std::string_view View(size_t n) const { return in_.substr(at_, n); }

  enum class Outcome { kOk, kShort, kBad };
  Outcome Varint(uint64_t& value) {
    value = 0;
    for (size_t i = 0; i < kMaxVarint; ++i) {
      if (at_ + i >= in_.size()) return Outcome::kShort;
      const auto byte = static_cast<unsigned char>(in_[at_ + i]);
      value |= static_cast<uint64_t>(byte & 0x7f) << (7 * i);
      if (byte < 0x80) {
        at_ += i + 1;
        return Outcome::kOk;
      }
    }
    return Outcome::kBad;
  }

 private:
  std::string_view in_;
  size_t at_ = 0;
};

uint64_t* NumberField(FrameHeader& h, uint64_t field) {
  switch (field) {
    case kLaneField:
      return &h.lane;
    case kKindField:
      return &h.kind;
    case kMessageField:
      return &h.message;
    case kMoreField:
      return &h.more;
    case kTotalField:
      return &h.total;
    case kCallField:
      return &h.call;
    case kReplyField:
      return &h.reply;
    case kPartialField:
      return &h.partial;
    case kFdsField:
      return &h.fds;
    case kFdSequenceField:
      return &h.fd_sequence;
    case kFdBatchField:
      return &h.fd_batch;
    case kFdAckField:
      return &h.fd_ack;
    default:
      return nullptr;
  }
}

}  // namespace

void AppendFrameStart(const FrameHeader& header, size_t payload_size, std::string& out) {
  const size_t start = out.size();
  out.append(kLengthBytes, '\0');
  Writer w(out);
  w.Number(kLaneField, header.lane);
  w.Number(kKindField, header.kind);
  w.Number(kMessageField, header.message);
  w.Number(kMoreField, header.more);
  w.Number(kTotalField, header.total);
  w.Number(kCallField, header.call);
  w.Number(kReplyField, header.reply);
  w.Number(kPartialField, header.partial);
  w.Number(kFdsField, header.fds);
  w.Number(kFdSequenceField, header.fd_sequence);
  w.Number(kFdBatchField, header.fd_batch);
  w.Number(kFdAckField, header.fd_ack);
  w.Bytes(kFdReportField, header.fd_report);
  w.Bytes(kHeadField, header.head);
  w.Length(kPayloadField, payload_size);
  const size_t size = out.size() - start - kLengthBytes + payload_size;
  for (size_t i = 0; i < kLengthBytes; ++i) out[start + i] = static_cast<char>(size >> (8 * i));
}

ScanResult ScanEnvelope(std::string_view available, size_t size, Scan& scan) {
  const bool whole = available.size() >= size;
  if (whole) available = available.substr(0, size);
  const ScanResult ended = whole ? ScanResult::kMalformed : ScanResult::kNeedMore;
  Reader in(available);
  scan = Scan();
  while (in.at() < size) {
    uint64_t tag;
    uint64_t value;
    if (const auto r = in.Varint(tag); r != Reader::Outcome::kOk)
      return r == Reader::Outcome::kBad ? ScanResult::kMalformed : ended;
    const uint64_t field = tag >> 3;
    if (field == 0) return ScanResult::kMalformed;
    switch (tag & 7) {
      case kVarint:
        if (const auto r = in.Varint(value); r != Reader::Outcome::kOk)
          return r == Reader::Outcome::kBad ? ScanResult::kMalformed : ended;
        if (uint64_t* number = NumberField(scan.header, field)) *number = value;
        continue;
      case kFixed64:
      case kFixed32:
        value = (tag & 7) == kFixed64 ? 8 : 4;
        break;
      case kBytes:
        if (const auto r = in.Varint(value); r != Reader::Outcome::kOk)
          return r == Reader::Outcome::kBad ? ScanResult::kMalformed : ended;
        break;
      default:
        return ScanResult::kMalformed;
    }
    if (value > size - in.at()) return ScanResult::kMalformed;
    const bool bytes = (tag & 7) == kBytes;
    if (bytes && field == kPayloadField) {
      scan.payload_offset = in.at();
      scan.payload_size = value;
      if (!whole && in.at() + value == size) return ScanResult::kPayload;
    }
    if (value > in.left()) return ended;
    if (bytes && field == kHeadField) scan.header.head = in.View(value);
    if (bytes && field == kFdReportField) scan.header.fd_report = in.View(value);
    in.Skip(value);
  }
  return whole ? ScanResult::kWhole : ScanResult::kNeedMore;
}

std::string EncodeFdReport(const FdReportFields& report) {
  v1::FdReport message;
  message.mutable_lost()->Add(report.lost.begin(), report.lost.end());
  message.set_resend_of(report.resend_of);
  return message.SerializeAsString();
}

bool DecodeFdReport(std::string_view bytes, FdReportFields& report) {
  v1::FdReport message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return false;
  report.lost.assign(message.lost().begin(), message.lost().end());
  report.resend_of = message.resend_of();
  return true;
}

}  // namespace drover::ipc
