#include "ipc/send_queue.h"

#include <algorithm>
#include <utility>

#include "runtime/base/check.h"

namespace drover::ipc {
namespace {

// How much is framed before control messages get another chance.
constexpr size_t kBatchBytes = size_t{128} << 10;
constexpr size_t kBatchPieces = 512;  // the kernel takes 1024 vectors
// Payloads up to this size are copied behind their header: cheaper than a vector of their own.
constexpr size_t kCopyLimit = 1024;
// What a message costs beside its bytes, so that many empty ones are bounded, too.
constexpr size_t kOverhead = 64;

size_t Index(Lane lane) { return static_cast<size_t>(lane) - 1; }

}  // namespace

SendStatus SendQueue::Push(Outgoing&& message, Sent&& sent) {
  if (message.head.size() > kMaxHead || message.fds.size() > kMaxFds ||
      message.payload.size() > options_.max_message) {
    return SendStatus::kTooLarge;
  }
  LaneQueue& lane = lanes_[Index(message.lane)];
  const size_t size = message.payload.size() + message.head.size() + kOverhead;
  if (lane.queued != 0 && lane.queued + size > options_.max_queued) return SendStatus::kQueueFull;
  lane.queued += size;
  queued_ += size;
  lane.items.push_back({std::move(message), std::move(sent), size, 0, 0});
  return SendStatus::kOk;
}

bool SendQueue::Next(Batch& batch) {
  if (!wire_active()) Build();
  if (!wire_active()) return false;
  iov_.clear();
  size_t skip = written_;
  for (const Piece& p : pieces_) {
    if (skip >= p.size) {
      skip -= p.size;
      continue;
    }
    const char* data = p.outside != nullptr ? p.outside : arena_.data() + p.offset;
    iov_.push_back({const_cast<char*>(data) + skip, p.size - skip});
    skip = 0;
  }
  batch.iov = iov_.data();
  batch.iov_count = iov_.size();
  batch.fds = wire_fds_.data();
  batch.fd_count = written_ == 0 ? wire_fds_.size() : 0;
  batch.bytes = wire_bytes_ - written_;
  return true;
}

void SendQueue::Written(size_t bytes) {
  written_ += bytes;
  CHECK(written_ <= wire_bytes_, "more written than there was");
  FinishFrames();
}

void SendQueue::FinishFrames() {
  while (!framed_.empty() && framed_.front().end <= written_) {
    const Framed& f = framed_.front();
    lanes_[f.lane].queued -= f.size;
    queued_ -= f.size;
    framed_.pop_front();
  }
  while (!finished_.empty() && finished_.front().offset <= written_) {
    Item& item = finished_.front();
    if (item.sent) completions_.emplace_back(std::move(item.sent), base::Status());
    finished_.pop_front();
  }
}

void SendQueue::Build() {
  arena_.clear();
  pieces_.clear();
  wire_fds_.clear();
  wire_bytes_ = 0;
  written_ = 0;
  const auto room = [this] { return wire_bytes_ < kBatchBytes && pieces_.size() < kBatchPieces; };
  while (room() && AppendLate()) {
  }
  for (size_t lane = 0; lane < kLanes; ++lane) {
    while (room() && AppendFrom(lane)) {
    }
  }
  if (ack_due()) AppendAck();
}

bool SendQueue::FitsFds(size_t count) const {
  if (count == 0) return true;
  if (wire_fds_.size() + count > kMaxFds) return false;
  return window_ignored_ || fds_in_flight_ == 0 ||
         fds_in_flight_ + count <= options_.max_fds_in_flight;
}

bool SendQueue::AppendFrom(size_t lane) {
  LaneQueue& queue = lanes_[lane];
  if (queue.items.empty()) return false;
  Item& item = queue.items.front();
  Outgoing& m = item.message;
  const bool first = item.offset == 0;
  if (first && !FitsFds(m.fds.size())) return false;

  const size_t left = m.payload.size() - item.offset;
  const size_t part = std::min(left, options_.chunk);
  const bool last = part == left;
  FrameHeader header;
  header.lane = lane + 1;
  header.kind = static_cast<uint64_t>(m.kind);
  header.more = last ? 0 : 1;
  if (first) {
    if (!last) item.id = ++last_message_, header.total = m.payload.size();
    header.call = m.call;
    header.reply = m.reply;
    header.partial = m.partial ? 1 : 0;
    header.head = m.head;
    if (!m.fds.empty()) AttachFds(header, lane, std::move(m.fds), 0, 0);
  }
  header.message = item.id;
  AppendFrame(header, m.payload.view().substr(item.offset, part));
  item.offset += part;
  const size_t size = last ? item.size - (item.offset - part) : part;
  framed_.push_back({wire_bytes_, lane, size});
  if (last) {
    finished_.push_back(std::move(item));
    finished_.back().offset = wire_bytes_;
    queue.items.pop_front();
  }
  return true;
}

bool SendQueue::AppendLate() {
  if (late_.empty()) return false;
  InFlight& late = late_.front();
  if (!FitsFds(late.fds.size())) return false;
  FrameHeader header;
  header.lane = late.lane + 1;
  report_bytes_ = EncodeFdReport({{}, late.original});
  header.fd_report = report_bytes_;
  if (!late.fds.empty()) {
    fds_resent_ += late.fds.size();
    AttachFds(header, late.lane, std::move(late.fds), late.original, late.tries);
  }
  // An acknowledgement's own report would need the same field; it goes with another frame.
  AppendFrame(header, {});
  late_.pop_front();
  return true;
}

void SendQueue::AppendAck() {
  FrameHeader header;
  header.lane = static_cast<uint64_t>(Lane::kControl);
  AppendFrame(header, {});
}

void SendQueue::AttachFds(FrameHeader& header, size_t lane, std::vector<SharedFd> fds,
                          uint64_t original, int tries) {
  if (wire_fds_.empty()) ++fd_batch_;
  header.fds = fds.size();
  header.fd_sequence = fd_sequence_ + 1;
  header.fd_batch = fd_batch_;
  fd_sequence_ += fds.size();
  fds_in_flight_ += fds.size();
  for (const SharedFd& fd : fds) wire_fds_.push_back(fd->get());
  in_flight_.push_back({header.fd_sequence, original != 0 ? original : header.fd_sequence, lane,
                        tries + 1, std::move(fds)});
}

void SendQueue::FillAck(FrameHeader& header) {
  if (ack_ != ack_sent_) header.fd_ack = ack_sent_ = ack_;
  if (report_.empty() || !header.fd_report.empty()) return;
  report_bytes_ = EncodeFdReport({std::exchange(report_, {}), 0});
  header.fd_report = report_bytes_;
}

void SendQueue::AppendFrame(FrameHeader& header, std::string_view payload) {
  FillAck(header);
  const size_t start = arena_.size();
  AppendFrameStart(header, payload.size(), arena_);
  if (payload.size() <= kCopyLimit) {
    arena_.append(payload);
    AddPiece(nullptr, start, arena_.size() - start);
  } else {
    AddPiece(nullptr, start, arena_.size() - start);
    AddPiece(payload.data(), 0, payload.size());
  }
}

void SendQueue::AddPiece(const char* outside, size_t offset, size_t size) {
  wire_bytes_ += size;
  if (outside == nullptr && !pieces_.empty() && pieces_.back().outside == nullptr) {
    pieces_.back().size += size;  // the arena is one run of bytes
    return;
  }
  pieces_.push_back({outside, offset, size});
}

bool SendQueue::HandleAck(uint64_t up_to) {
  if (up_to > fd_sequence_) return false;
  while (!in_flight_.empty()) {
    const InFlight& front = in_flight_.front();
    if (front.sequence + front.fds.size() - 1 > up_to) break;
    fds_in_flight_ -= front.fds.size();
    in_flight_.pop_front();
  }
  return true;
}

int SendQueue::HandleLost(uint64_t sequence) {
  const auto found = std::find_if(in_flight_.begin(), in_flight_.end(),
                                  [&](const InFlight& f) { return f.sequence == sequence; });
  if (found == in_flight_.end()) return 0;
  const int tries = found->tries;
  fds_in_flight_ -= found->fds.size();
  lost_.push_back(std::move(*found));
  in_flight_.erase(found);
  return tries;
}

void SendQueue::Resend() {
  for (InFlight& lost : std::exchange(lost_, {})) {
    if (lost.tries >= kMaxTries) lost.fds.clear();
    late_.push_back(std::move(lost));
  }
}

void SendQueue::Fail(const base::Status& status) {
  const auto fail = [&](Item& item) {
    if (item.sent) completions_.emplace_back(std::move(item.sent), status);
  };
  for (Item& item : finished_) fail(item);
  for (LaneQueue& lane : lanes_) {
    for (Item& item : lane.items) fail(item);
    lane = LaneQueue();
  }
  finished_.clear();
  framed_.clear();
  pieces_.clear();
  wire_fds_.clear();
  in_flight_.clear();
  lost_.clear();
  late_.clear();
  report_.clear();
  ack_ = ack_sent_;
  wire_bytes_ = written_ = queued_ = fds_in_flight_ = 0;
}

}  // namespace drover::ipc
