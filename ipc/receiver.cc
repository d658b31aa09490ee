#include "ipc/receiver.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "runtime/base/check.h"

namespace drover::ipc {
namespace {

constexpr size_t kReadSize = size_t{64} << 10;
constexpr size_t kLeastSpace = kReadSize / 4;
// An incomplete payload from this size on is read straight to its place.
constexpr size_t kDirectLimit = 4096;
// Frames come after the descriptors' own sendmsg at the latest, so hardly two batches wait at a
// time.
constexpr size_t kMaxUnclaimedBatches = 2;

uint64_t LoadLength(const char* bytes) {
  uint64_t size = 0;
  for (size_t i = 0; i < kLengthBytes; ++i)
    size |= static_cast<uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return size;
}

void FillMessage(const FrameHeader& header, Inbound& message) {
  message.lane = static_cast<Lane>(header.lane);
  message.kind = static_cast<Kind>(header.kind);
  message.call = header.call;
  message.reply = header.reply;
  message.partial = header.partial != 0;
}

}  // namespace

Receiver::Space Receiver::NextSpace() {
  current_ = Parked();
  if (begin_ == end_) begin_ = end_ = 0;
  const size_t have = end_ - begin_;
  if (capacity_ - end_ < kLeastSpace) {
    // What is there is the beginning of one frame: the buffer grows up to a frame's size at most,
    // and hardly ever does, as long payloads are read to their own place.
    if (capacity_ < have + kReadSize) {
      capacity_ = have + kReadSize;
      auto bigger = std::unique_ptr<char[]>(new char[capacity_]);
      if (have != 0) std::memcpy(bigger.get(), buffer_.get() + begin_, have);
      buffer_ = std::move(bigger);
    } else {
      std::memmove(buffer_.get(), buffer_.get() + begin_, have);
    }
    begin_ = 0;
    end_ = have;
  }
  Space space{};
  if (direct_.active) {
    space.iov[space.count++] = {direct_.target + direct_.filled, direct_.size - direct_.filled};
  }
  space.iov[space.count++] = {buffer_.get() + end_, capacity_ - end_};
  for (int i = 0; i < space.count; ++i) space.size += space.iov[i].iov_len;
  return space;
}

void Receiver::Received(size_t bytes, Fds state, std::vector<base::Fd> fds) {
  if (direct_.active) {
    const size_t part = std::min(bytes, direct_.size - direct_.filled);
    direct_.filled += part;
    bytes -= part;
  }
  end_ += bytes;
  if (state == Fds::kNone) return;
  fds_received_ += fds.size();
  FdBatch batch{++batches_received_, state == Fds::kTruncated, {}};
  for (base::Fd& fd : fds) batch.fds.push_back(std::move(fd));
  batches_.push_back(std::move(batch));
}

void Receiver::Shrink() {
  if (begin_ != end_) return;
  buffer_.reset();
  capacity_ = begin_ = end_ = 0;
}

Receiver::Outcome Receiver::Take(Inbound& message) {
  for (;;) {
    if (!ready_.empty()) {
      current_ = std::move(ready_.front());
      ready_.pop_front();
      message = std::move(current_.message);
      message.head = current_.head;
      return Outcome::kMessage;
    }
    switch (ParseFrame(message)) {
      case Step::kMessage:
        return Outcome::kMessage;
      case Step::kNext:
        continue;
      case Step::kMalformed:
        return Outcome::kMalformed;
      case Step::kNeedMore:
        if (batches_.size() > kMaxUnclaimedBatches) {
          Fail("descriptors that no frame claims");
          return Outcome::kMalformed;
        }
        return Outcome::kNothing;
    }
  }
}

Receiver::Step Receiver::ParseFrame(Inbound& message) {
  if (direct_.active) {
    return direct_.filled == direct_.size ? FinishDirect(message) : Step::kNeedMore;
  }
  const size_t have = end_ - begin_;
  if (have < kLengthBytes) return Step::kNeedMore;
  const size_t size = LoadLength(buffer_.get() + begin_);
  if (size > kMaxFrame) {
    Fail("a frame over the limit");
    return Step::kMalformed;
  }
  const std::string_view available(buffer_.get() + begin_ + kLengthBytes,
                                   std::min(have - kLengthBytes, size));
  Scan scan;
  switch (ScanEnvelope(available, size, scan)) {
    case ScanResult::kMalformed:
      Fail("bytes that are no envelope");
      return Step::kMalformed;
    case ScanResult::kNeedMore:
      return Step::kNeedMore;
    case ScanResult::kPayload:
      if (scan.payload_size < kDirectLimit) return Step::kNeedMore;
      if (!BeginDirect(scan, available)) return Step::kMalformed;
      begin_ = end_ = 0;
      return Step::kNeedMore;
    case ScanResult::kWhole:
      break;
  }
  begin_ += kLengthBytes + size;
  if (!CheckHeader(scan.header, scan.payload_size)) return Step::kMalformed;
  return HandleFrame(scan.header, available.substr(scan.payload_offset, scan.payload_size),
                     message);
}

bool Receiver::CheckHeader(const FrameHeader& h, size_t payload) {
  if (h.lane < 1 || h.lane > kLanes) return Fail("an unknown lane");
  if (payload > kMaxFramePayload) return Fail("a payload over the limit");
  if (h.head.size() > kMaxHead) return Fail("a head over the limit");
  if (h.kind > UINT32_MAX) return Fail("a kind that is no number of 32 bits");
  const LaneState& lane = lanes_[h.lane - 1];
  const bool service = h.kind == 0 && payload == 0 && h.message == 0;
  if (lane.assembling && !service) {
    if (h.message != lane.id) return Fail("a part of another message");
    if (h.fds != 0 || !h.head.empty() || h.total != 0) return Fail("a later part with a beginning");
    const size_t total = lane.parts.message.payload.size();
    if (payload > total - lane.filled) return Fail("more parts than announced");
    if (h.more == 0 && lane.filled + payload != total) return Fail("fewer parts than announced");
    if (h.more != 0 && payload == 0) return Fail("an empty part");
    return true;
  }
  if (h.more == 0) return h.message == 0 || Fail("the end of a message without its beginning");
  if (h.message == 0 || payload == 0) return Fail("a part without a message");
  if (h.total > options_.max_message) return Fail("a message over the limit");
  return h.total >= payload || Fail("a part longer than its message");
}

bool Receiver::BeginAssembly(LaneState& lane, const FrameHeader& h) {
  char* block = new (std::nothrow) char[h.total];
  if (block == nullptr) return Fail("a message for which there is no memory");
  lane.assembling = true;
  lane.id = h.message;
  lane.filled = 0;
  lane.parts = Parked();
  lane.parts.message.payload = Buffer::Adopt(
      block, h.total, [](void* p, void*) { delete[] static_cast<char*>(p); }, nullptr);
  return true;
}

bool Receiver::BeginDirect(const Scan& scan, std::string_view available) {
  const FrameHeader& h = scan.header;
  if (!CheckHeader(h, scan.payload_size)) return false;
  LaneState& lane = lanes_[h.lane - 1];
  if (h.more != 0 && !lane.assembling && !BeginAssembly(lane, h)) return false;
  direct_.active = true;
  direct_.header = h;
  direct_.head = h.head;
  direct_.report = h.fd_report;
  direct_.size = scan.payload_size;
  if (lane.assembling) {
    direct_.target = lane.parts.message.payload.mutable_data() + lane.filled;
  } else {
    direct_.own = Buffer::Uninitialized(scan.payload_size);
    direct_.target = direct_.own.mutable_data();
  }
  const std::string_view there = available.substr(scan.payload_offset);
  std::memcpy(direct_.target, there.data(), there.size());
  direct_.filled = there.size();
  return true;
}

Receiver::Step Receiver::FinishDirect(Inbound& message) {
  Direct done = std::exchange(direct_, Direct());
  done.header.head = done.head;
  done.header.fd_report = done.report;
  const std::string_view payload(done.target, done.size);
  const Step step = HandleFrame(done.header, payload, message);
  // A message of one frame: what the view refers to is given with it.
  if (step == Step::kMessage && !message.payload.owned()) message.payload = std::move(done.own);
  if (step == Step::kMessage && !message.head.empty() && message.head.data() == done.head.data()) {
    current_.head = std::move(done.head);
    message.head = current_.head;
  }
  return step;
}

// True: the fields about descriptors were in order.
bool Receiver::HandleFdFields(const FrameHeader& h) {
  FdReportFields report;
  if (!h.fd_report.empty() && !DecodeFdReport(h.fd_report, report)) return Fail("a bad report");
  if (h.fd_ack != 0 || !report.lost.empty()) words_.push_back({h.fd_ack, std::move(report.lost)});
  if (report.resend_of != 0) {
    std::vector<base::Fd> fds;
    bool lost = false;
    if (!TakeFds(h, fds, lost)) return false;
    if (lost) return true;  // reported again; the message goes on waiting
    for (LaneState& lane : lanes_) {
      for (Parked& p : lane.held) {
        if (p.waits_for != report.resend_of) continue;
        p.waits_for = 0;
        p.message.fds_lost = fds.empty();
        p.message.fds = std::move(fds);
        ReleaseHeld(lane);
        return true;
      }
    }
  }
  return true;
}

bool Receiver::TakeFds(const FrameHeader& h, std::vector<base::Fd>& fds, bool& lost) {
  if (h.fds == 0) return true;
  if (h.fds > kMaxFds) return Fail("too many descriptors in a message");
  if (h.fd_sequence != fd_sequence_ + 1) return Fail("descriptors out of their order");
  // Batches are claimed in their order, each to its last descriptor.
  while (!batches_.empty() && batches_.front().number < h.fd_batch) {
    if (!batches_.front().fds.empty()) return Fail("descriptors that no frame claims");
    batches_.pop_front();
  }
  if (batches_.empty() || batches_.front().number != h.fd_batch)
    return Fail("a frame without the descriptors that it names");
  FdBatch& batch = batches_.front();
  fd_sequence_ += h.fds;
  if (batch.fds.size() < h.fds) {
    if (!batch.truncated) return Fail("fewer descriptors than named");
    batch.fds.clear();  // an incomplete set is of no use
    lost = true;
    report_.push_back(h.fd_sequence);
    return true;
  }
  for (uint64_t i = 0; i < h.fds; ++i) {
    fds.push_back(std::move(batch.fds.front()));
    batch.fds.pop_front();
  }
  if (batch.fds.empty() && !batch.truncated) batches_.pop_front();
  return true;
}

Receiver::Step Receiver::HandleFrame(const FrameHeader& h, std::string_view payload,
                                     Inbound& message) {
  LaneState& lane = lanes_[h.lane - 1];
  if (!HandleFdFields(h)) return Step::kMalformed;
  const bool service = h.kind == 0 && payload.empty() && h.message == 0;
  if (service) {
    // Acknowledgements and late descriptors only.
    if (h.fds != 0 && h.fd_report.empty()) {
      Fail("descriptors without a message");
      return Step::kMalformed;
    }
    return Step::kNext;
  }

  const bool later = lane.assembling && lane.filled != 0;
  Parked first;
  uint64_t waits_for = 0;
  if (!later) {
    bool lost = false;
    if (!TakeFds(h, first.message.fds, lost)) return Step::kMalformed;
    if (lost) waits_for = h.fd_sequence;
    FillMessage(h, first.message);
  }
  if (h.more == 0 && !lane.assembling) {
    first.message.payload = Buffer::Borrow(payload);
    if (lane.held.empty() && waits_for == 0) {
      message = std::move(first.message);
      message.head = h.head;
      return Step::kMessage;
    }
    first.message.payload = std::move(first.message.payload).Own();
    first.head = h.head;
    return Complete(lane, std::move(first), waits_for, message);
  }

  if (!later) {
    if (!lane.assembling && !BeginAssembly(lane, h)) return Step::kMalformed;
    first.message.payload = std::move(lane.parts.message.payload);
    first.head = h.head;
    first.waits_for = waits_for;
    lane.parts = std::move(first);
  }
  char* target = lane.parts.message.payload.mutable_data() + lane.filled;
  if (target != payload.data()) std::memcpy(target, payload.data(), payload.size());
  lane.filled += payload.size();
  if (h.more != 0) return Step::kNext;
  lane.assembling = false;
  const uint64_t waits = lane.parts.waits_for;
  return Complete(lane, std::exchange(lane.parts, Parked()), waits, message);
}

Receiver::Step Receiver::Complete(LaneState& lane, Parked parked, uint64_t waits_for,
                                  Inbound& out) {
  parked.waits_for = waits_for;
  if (waits_for == 0 && lane.held.empty()) {
    current_ = std::move(parked);
    out = std::move(current_.message);
    out.head = current_.head;
    return Step::kMessage;
  }
  held_bytes_ += parked.message.payload.size() + parked.head.size() + sizeof(Parked);
  lane.held.push_back(std::move(parked));
  if (held_bytes_ > options_.max_queued) GiveUpLost();
  return Step::kNext;
}

void Receiver::ReleaseHeld(LaneState& lane) {
  while (!lane.held.empty() && lane.held.front().waits_for == 0) {
    Parked& p = lane.held.front();
    held_bytes_ -= p.message.payload.size() + p.head.size() + sizeof(Parked);
    ready_.push_back(std::move(p));
    lane.held.pop_front();
  }
}

void Receiver::GiveUpLost() {
  for (LaneState& lane : lanes_) {
    for (Parked& p : lane.held) {
      if (p.waits_for != 0) p.message.fds_lost = true;
      p.waits_for = 0;
    }
    ReleaseHeld(lane);
  }
}

}  // namespace drover::ipc
