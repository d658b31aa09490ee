#include "ipc/frame.h"

#include <gtest/gtest.h>

#include "proto/envelope.pb.h"

namespace drover::ipc {
namespace {

FrameHeader FullHeader() {
  FrameHeader h;
  h.lane = 3;
  h.kind = 2;
  h.message = 77;
  h.more = 1;
  h.total = 1U << 30;
  h.call = 5;
  h.reply = UINT64_MAX;
  h.partial = 1;
  h.fds = 2;
  h.fd_sequence = 300;
  h.fd_batch = 9;
  h.fd_ack = 12345;
  h.head = "head";
  return h;
}

std::string Encode(const FrameHeader& header, std::string_view payload) {
  std::string out;
  AppendFrameStart(header, payload.size(), out);
  return out.append(payload);
}

TEST(Frame, IsAPlainProtobufMessage) {
  const std::string frame = Encode(FullHeader(), "payload");
  v1::Envelope e;
  ASSERT_TRUE(
      e.ParseFromArray(frame.data() + kLengthBytes, static_cast<int>(frame.size() - kLengthBytes)));
  EXPECT_EQ(e.lane(), v1::LANE_USER);
  EXPECT_EQ(e.kind(), v1::KIND_USER_JSON);
  EXPECT_EQ(e.message(), 77U);
  EXPECT_TRUE(e.more());
  EXPECT_EQ(e.total(), 1U << 30);
  EXPECT_EQ(e.call(), 5U);
  EXPECT_EQ(e.reply(), UINT64_MAX);
  EXPECT_TRUE(e.partial());
  EXPECT_EQ(e.fds(), 2U);
  EXPECT_EQ(e.fd_sequence(), 300U);
  EXPECT_EQ(e.fd_batch(), 9U);
  EXPECT_EQ(e.fd_ack(), 12345U);
  EXPECT_EQ(e.head(), "head");
  EXPECT_EQ(e.payload(), "payload");
  // And the generated class writes the same bytes.
  EXPECT_EQ(e.SerializeAsString(), frame.substr(kLengthBytes));
}

TEST(Frame, LengthIsLittleEndianAndCountsThePayload) {
  FrameHeader h;
  h.lane = 1;
  const std::string frame = Encode(h, std::string(300, 'x'));
  const size_t size = frame.size() - kLengthBytes;
  EXPECT_EQ(static_cast<unsigned char>(frame[0]), size & 0xff);
  EXPECT_EQ(static_cast<unsigned char>(frame[1]), size >> 8);
  EXPECT_EQ(frame[2], 0);
  EXPECT_EQ(frame[3], 0);
}

TEST(Frame, ReadsWhatTheGeneratedClassWrites) {
  v1::Envelope e;
  e.set_lane(v1::LANE_CONTROL);
  e.set_kind(v1::KIND_CLUSTER);
  e.set_fd_ack(9);
  e.mutable_fd_report()->add_lost(4);
  e.mutable_fd_report()->add_lost(400);
  e.set_payload("abc");
  const std::string bytes = e.SerializeAsString();
  Scan scan;
  ASSERT_EQ(ScanEnvelope(bytes, bytes.size(), scan), ScanResult::kWhole);
  EXPECT_EQ(scan.header.lane, 1U);
  EXPECT_EQ(scan.header.kind, 1U);
  EXPECT_EQ(scan.header.fd_ack, 9U);
  EXPECT_EQ(bytes.substr(scan.payload_offset, scan.payload_size), "abc");
  FdReportFields report;
  ASSERT_TRUE(DecodeFdReport(scan.header.fd_report, report));
  EXPECT_EQ(report.lost, (std::vector<uint64_t>{4, 400}));
}

TEST(Frame, SkipsUnknownFields) {
  std::string bytes = "\x08\x01";                // lane = 1
  bytes += std::string("\x80\x02\x05", 3);       // field 32, varint
  bytes += std::string("\x85\x02****", 6);       // field 32, 4 bytes
  bytes += std::string("\x81\x02********", 10);  // field 32, 8 bytes
  bytes += std::string("\x82\x02\x03***", 6);    // field 32, bytes
  bytes += "\x7a\x02zz";                         // payload
  bytes += "\x10\x02";                           // kind = 2, after the payload
  Scan scan;
  ASSERT_EQ(ScanEnvelope(bytes, bytes.size(), scan), ScanResult::kWhole);
  EXPECT_EQ(scan.header.lane, 1U);
  EXPECT_EQ(scan.header.kind, 2U);
  EXPECT_EQ(bytes.substr(scan.payload_offset, scan.payload_size), "zz");
}

TEST(Frame, APrefixIsEnoughOnceThePayloadHasBegun) {
  const std::string frame = Encode(FullHeader(), std::string(1000, 'x'));
  const std::string_view body = std::string_view(frame).substr(kLengthBytes);
  const size_t begin = body.size() - 1000;
  Scan scan;
  for (size_t n = 0; n < body.size(); ++n) {
    const ScanResult result = ScanEnvelope(body.substr(0, n), body.size(), scan);
    ASSERT_EQ(result, n < begin ? ScanResult::kNeedMore : ScanResult::kPayload) << n;
  }
  EXPECT_EQ(scan.payload_offset, begin);
  EXPECT_EQ(scan.payload_size, 1000U);
  EXPECT_EQ(scan.header.head, "head");
}

TEST(Frame, RefusesWhatIsNoEnvelope) {
  const std::string bad[] = {
      std::string("\x00\x01", 2),  // field 0
      "\x0b",                      // a group
      "\x0e",                      // wire type 6
      "\x7a\x05"
      "abc",                                           // longer than the frame
      "\x08",                                          // ends in the middle
      "\x7a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",  // a length near 2^64
      std::string(12, '\xff'),                         // a number without an end
      "\x11"
      "1234567",  // 7 of 8 bytes
  };
  for (const std::string& bytes : bad) {
    Scan scan;
    EXPECT_EQ(ScanEnvelope(bytes, bytes.size(), scan), ScanResult::kMalformed);
  }
}

}  // namespace
}  // namespace drover::ipc
