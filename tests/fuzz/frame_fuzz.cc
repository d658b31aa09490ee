// Whatever the bytes are: reading an envelope agrees with the class that protoc generates, and a
// prefix never says more than the whole.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ipc/frame.h"
#include "proto/envelope.pb.h"
#include "runtime/base/check.h"

namespace {

using namespace drover;

void Compare(std::string_view bytes, const ipc::Scan& scan) {
  ipc::v1::Envelope e;
  // The generated class also looks into the report, and knows groups.
  if (!e.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return;
  const ipc::FrameHeader& h = scan.header;
  CHECK(static_cast<int>(h.lane) == e.lane());
  CHECK(static_cast<int>(h.kind) == e.kind());
  CHECK(h.message == e.message());
  CHECK((h.more != 0) == e.more());
  CHECK(h.total == e.total());
  CHECK(h.call == e.call() && h.reply == e.reply());
  CHECK((h.partial != 0) == e.partial());
  CHECK(static_cast<uint32_t>(h.fds) == e.fds());
  CHECK(h.fd_sequence == e.fd_sequence() && h.fd_batch == e.fd_batch());
  CHECK(h.fd_ack == e.fd_ack());
  CHECK(h.head == e.head());
  CHECK(bytes.substr(scan.payload_offset, scan.payload_size) == e.payload());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ipc::Scan whole;
  const ipc::ScanResult result = ipc::ScanEnvelope(bytes, size, whole);
  CHECK(result == ipc::ScanResult::kWhole || result == ipc::ScanResult::kMalformed);
  if (result == ipc::ScanResult::kWhole) Compare(bytes, whole);
  ipc::Scan part;
  for (size_t n = 0; n < size && n < 64; ++n) {
    const ipc::ScanResult early = ipc::ScanEnvelope(bytes.substr(0, n), size, part);
    CHECK(early != ipc::ScanResult::kWhole);
    // What can be known early holds for the whole.
    if (early == ipc::ScanResult::kMalformed) CHECK(result == ipc::ScanResult::kMalformed);
    if (early == ipc::ScanResult::kPayload) {
      CHECK(result == ipc::ScanResult::kWhole);
      CHECK(part.payload_offset == whole.payload_offset && part.payload_size == whole.payload_size);
    }
  }
  ipc::FdReportFields report;
  (void)ipc::DecodeFdReport(bytes, report);
  return 0;
}
