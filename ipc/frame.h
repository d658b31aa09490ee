// The frame on the wire: a length (4 bytes, little-endian, not counting itself) and an Envelope
// (proto/envelope.proto). Written and read by hand, so that the payload is never copied into a
// protobuf object; frame_test.cc proves that the bytes are those of the generated class.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drover::ipc {

inline constexpr size_t kLengthBytes = 4;
// Payload of one frame at most 1 MiB; head at most 64 KiB; the rest is small numbers.
inline constexpr size_t kMaxFramePayload = size_t{1} << 20;
inline constexpr size_t kMaxFrame = kMaxFramePayload + (size_t{128} << 10);

// The fields of an Envelope but the payload. What they mean stands in envelope.proto.
struct FrameHeader {
  uint64_t lane = 0;
  uint64_t kind = 0;
  uint64_t message = 0;
  uint64_t more = 0;
  uint64_t total = 0;
  uint64_t call = 0;
  uint64_t reply = 0;
  uint64_t partial = 0;
  uint64_t fds = 0;
  uint64_t fd_sequence = 0;
  uint64_t fd_batch = 0;
  uint64_t fd_ack = 0;
  std::string_view fd_report;  // an encoded FdReport
  std::string_view head;
};

// Appends the frame up to, and without, the payload's bytes, which must follow.
void AppendFrameStart(const FrameHeader& header, size_t payload_size, std::string& out);

enum class ScanResult {
  kWhole,     // everything is there
  kPayload,   // everything but the end of the payload, which is the last field
  kNeedMore,  // not enough to say
  kMalformed,
};

struct Scan {
  FrameHeader header;
  size_t payload_offset = 0;  // in the envelope
  size_t payload_size = 0;
};

// Reads an envelope of `size` bytes of which `available` are there, from its start. Views point
// into `available`. Unknown fields are skipped.
ScanResult ScanEnvelope(std::string_view available, size_t size, Scan& scan);

// Encodes and reads FdReport.
struct FdReportFields {
  std::vector<uint64_t> lost;
  uint64_t resend_of = 0;
};
std::string EncodeFdReport(const FdReportFields& report);
bool DecodeFdReport(std::string_view bytes, FdReportFields& report);

}  // namespace drover::ipc
