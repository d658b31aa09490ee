#include "ipc/channel.h"

#include <fcntl.h>

#include <algorithm>
#include <csignal>
#include <cstring>

#include <sys/resource.h>
#include <sys/socket.h>

#include "ipc/frame.h"
#include "tests/support/channel_pair.h"

namespace drover::ipc {
namespace {

using test::MarkedFd;
using test::MarkOf;
using namespace std::chrono_literals;

class ChannelTest : public test::ChannelTest {
 protected:
  bool Received(size_t count) {
    return RunUntil([=, this] { return to_b.messages.size() >= count; });
  }
  static size_t CountFds(const std::vector<test::Recorder::Message>& messages) {
    size_t count = 0;
    for (const auto& m : messages) count += m.fds.size();
    return count;
  }
};

std::string Pattern(size_t size) {
  std::string out(size, '\0');
  for (size_t i = 0; i < size; ++i) out[i] = static_cast<char>((i * 2654435761U) >> 13);
  return out;
}

TEST_F(ChannelTest, CarriesEveryFieldBothWays) {
  Connect();
  Outgoing m;
  m.lane = Lane::kHandles;
  m.kind = Kind::kCluster;
  m.call = 7;
  m.reply = 8;
  m.partial = true;
  m.head = "head";
  m.payload = Buffer(std::string("payload"));
  ASSERT_TRUE(a->Send(std::move(m)).ok());
  ASSERT_TRUE(b->Send(Text("back")).ok());
  ASSERT_TRUE(RunUntil([&] { return !to_a.messages.empty() && !to_b.messages.empty(); }));
  const auto& got = to_b.messages[0];
  EXPECT_EQ(got.lane, Lane::kHandles);
  EXPECT_EQ(got.kind, Kind::kCluster);
  EXPECT_EQ(got.call, 7U);
  EXPECT_EQ(got.reply, 8U);
  EXPECT_TRUE(got.partial);
  EXPECT_EQ(got.head, "head");
  EXPECT_EQ(got.payload, "payload");
  EXPECT_EQ(to_a.messages[0].payload, "back");
}

TEST_F(ChannelTest, MessagesOfEverySizeArriveWhole) {
  Connect();
  const size_t sizes[] = {0,     1,     1023,  1024,   1025,    4095,   4096,
                          65535, 65536, 65537, 131072, 1000000, 5000000};
  for (const size_t size : sizes) ASSERT_TRUE(a->Send(Text(Pattern(size))).ok());
  ASSERT_TRUE(Received(std::size(sizes)));
  for (size_t i = 0; i < std::size(sizes); ++i)
    EXPECT_TRUE(to_b.messages[i].payload == Pattern(sizes[i])) << sizes[i];
}

TEST_F(ChannelTest, TinyKernelBuffersChangeNothing) {
  Connect({}, 1);  // the kernel rounds up to its least
  for (int i = 0; i < 50; ++i) {
    a->Send(WithFds(Pattern(3000 + i), 1));
    b->Send(Text(Pattern(300000)));
  }
  ASSERT_TRUE(RunUntil([&] { return to_a.messages.size() == 50 && to_b.messages.size() == 50; }));
  for (int i = 0; i < 50; ++i) {
    EXPECT_TRUE(to_b.messages[i].payload == Pattern(3000 + i));
    ASSERT_EQ(to_b.messages[i].fds.size(), 1U);
    EXPECT_TRUE(to_a.messages[i].payload == Pattern(300000));
  }
  EXPECT_EQ(a->stats().fds_resent, 0U);
}

TEST_F(ChannelTest, AllMessagesOfATurnLeaveInOneCall) {
  Connect();
  for (int i = 0; i < 100; ++i) a->Send(Text("x"));
  EXPECT_EQ(a->stats().sendmsg_calls, 0U);
  ASSERT_TRUE(Received(100));
  EXPECT_EQ(a->stats().sendmsg_calls, 1U);
  EXPECT_LE(b->stats().recvmsg_calls, 2U);
}

TEST_F(ChannelTest, IsWrittenBeforeTheLoopSleeps) {
  Connect();
  bool sent = false;
  a->Send(Text("x"), [&](const base::Status& s) { sent = s.ok(); });
  EXPECT_FALSE(sent);
  uv_run(uv(), UV_RUN_ONCE);
  EXPECT_TRUE(sent);
}

TEST_F(ChannelTest, AMessageSentByACompletionIsNotForgotten) {
  Connect();
  a->Send(Text("1"), [&](const base::Status&) { b->Send(Text("2")); });
  ASSERT_TRUE(RunUntil([&] { return !to_a.messages.empty(); }));
}

TEST_F(ChannelTest, ControlOvertakesHandlesOvertakeUser) {
  Connect();
  a->Send(Text("u", Lane::kUser));
  a->Send(Text("h", Lane::kHandles));
  a->Send(Text("c", Lane::kControl));
  a->Send(Text("v", Lane::kUser));
  ASSERT_TRUE(Received(4));
  EXPECT_EQ(to_b.order, "chuv");
}

TEST_F(ChannelTest, ControlPassesBetweenTheChunksOfALongMessage) {
  Connect();
  a->Send(Text(std::string(20'000'000, 'u')));
  a->Send(Text("v"));
  Settle(1);
  ASSERT_TRUE(to_b.messages.empty());
  a->Send(Text("c", Lane::kControl));
  ASSERT_TRUE(Received(3));
  EXPECT_EQ(to_b.order, "cuv");
}

TEST_F(ChannelTest, LongMessagesOfTwoLanesInterleave) {
  Connect();
  a->Send(Text(Pattern(3'000'000), Lane::kUser));
  Settle(1);
  a->Send(Text(Pattern(2'000'000), Lane::kHandles));
  ASSERT_TRUE(Received(2));
  EXPECT_TRUE(to_b.messages[0].payload == Pattern(2'000'000));
  EXPECT_TRUE(to_b.messages[1].payload == Pattern(3'000'000));
}

TEST_F(ChannelTest, DescriptorsArriveWithTheirMessageAndAreReleased) {
  Connect();
  Outgoing m = Text("fds");
  for (uint64_t mark : {11, 12, 13}) m.fds.push_back(Share(MarkedFd(mark)));
  std::weak_ptr<const base::Fd> watch = m.fds[0];
  a->Send(std::move(m));
  ASSERT_TRUE(Received(1));
  ASSERT_EQ(to_b.messages[0].fds.size(), 3U);
  for (size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(MarkOf(to_b.messages[0].fds[i]), 11 + i);
    EXPECT_TRUE(::fcntl(to_b.messages[0].fds[i].get(), F_GETFD) & FD_CLOEXEC);
  }
  // Ours is kept until the peer has acknowledged.
  ASSERT_TRUE(RunUntil([&] { return a->fds_in_flight() == 0; }));
  EXPECT_TRUE(watch.expired());
}

TEST_F(ChannelTest, PlainMessagesAndThoseWithDescriptorsKeepTheirOrder) {
  Connect();
  for (int i = 0; i < 26; ++i)
    a->Send(i % 3 == 0 ? WithFds(std::string(1, static_cast<char>('a' + i)), 1)
                       : Text(std::string(1, static_cast<char>('a' + i))));
  ASSERT_TRUE(Received(26));
  EXPECT_EQ(to_b.order, "abcdefghijklmnopqrstuvwxyz");
}

TEST_F(ChannelTest, ManyDescriptorsGoInBatches) {
  Connect();
  for (uint64_t i = 1; i <= 600; ++i) {
    Outgoing m = Text("m");
    m.fds.push_back(Share(MarkedFd(i)));
    ASSERT_TRUE(a->Send(std::move(m)).ok());
  }
  ASSERT_TRUE(Received(600));
  for (uint64_t i = 1; i <= 600; ++i) ASSERT_EQ(MarkOf(to_b.messages[i - 1].fds[0]), i);
  EXPECT_LE(a->stats().sendmsg_calls, 5U);
}

TEST_F(ChannelTest, AMessageTakesUpTo253Descriptors) {
  Connect();
  EXPECT_EQ(a->Send(WithFds("m", 254)).status, SendStatus::kTooLarge);
  ASSERT_TRUE(a->Send(WithFds("m", 253)).ok());
  ASSERT_TRUE(Received(1));
  EXPECT_EQ(to_b.messages[0].fds.size(), 253U);
}

TEST_F(ChannelTest, ASilentPeerHoldsABoundedNumberOfDescriptors) {
  ChannelOptions options;
  options.max_fds_in_flight = 10;
  Connect(options);
  b->PauseReading();
  for (int i = 0; i < 100; ++i) a->Send(WithFds("m", 3));
  Settle();
  EXPECT_EQ(a->fds_in_flight(), 9U);
  a->Send(Text("c", Lane::kControl));  // passes
  b->ResumeReading();
  ASSERT_TRUE(Received(101));
  EXPECT_EQ(CountFds(to_b.messages), 300U);
  ASSERT_TRUE(RunUntil([&] { return a->fds_in_flight() == 0; }));
}

// Leaves this process `spare` free descriptors while it lives.
class FdLimit {
 public:
  explicit FdLimit(int spare) {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const base::Fd next(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    rlimit low = before_;
    low.rlim_cur = static_cast<rlim_t>(next.get() + spare);
    ::setrlimit(RLIMIT_NOFILE, &low);
  }
  ~FdLimit() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST_F(ChannelTest, DescriptorsThatTheReceiverHadNoRoomForAreSentAgain) {
  Connect();
  std::vector<Outgoing> messages;
  for (uint64_t i = 1; i <= 6; ++i) {
    Outgoing m = Text(std::string(1, static_cast<char>('0' + i)));
    if (i != 5) {
      m.fds.push_back(Share(MarkedFd(i)));
      m.fds.push_back(Share(MarkedFd(i + 100)));
    }
    messages.push_back(std::move(m));
  }
  for (Outgoing& m : messages) a->Send(std::move(m));
  {
    const FdLimit limit(3);  // the first message's pair fits, half of the second's
    ASSERT_TRUE(RunUntil([&] { return b->stats().fds_dropped != 0; }));
    Settle(2);
    EXPECT_EQ(to_b.order, "1");
  }
  ASSERT_TRUE(Received(6));
  EXPECT_EQ(to_b.order, "123456");
  for (uint64_t i = 1; i <= 6; ++i) {
    const auto& m = to_b.messages[i - 1];
    EXPECT_FALSE(m.fds_lost);
    if (i == 5) continue;
    ASSERT_EQ(m.fds.size(), 2U) << i;
    EXPECT_EQ(MarkOf(m.fds[0]), i);
    EXPECT_EQ(MarkOf(m.fds[1]), i + 100);
  }
  ASSERT_TRUE(RunUntil([&] { return a->fds_in_flight() == 0; }));
}

TEST_F(ChannelTest, LongMessagesWaitForTheirDescriptorsToo) {
  Connect();
  // In parts, in one frame that is read directly, and a plain long one behind them.
  a->Send(WithFds("1" + Pattern(300'000), 1));
  a->Send(WithFds("2" + Pattern(50'000), 1));
  a->Send(Text("3" + Pattern(300'000)));
  {
    const FdLimit limit(0);
    ASSERT_TRUE(RunUntil([&] { return b->stats().fds_dropped >= 2; }));
    EXPECT_EQ(to_b.order, "");
  }
  ASSERT_TRUE(Received(3));
  EXPECT_EQ(to_b.order, "123");
  EXPECT_EQ(to_b.messages[0].fds.size(), 1U);
  EXPECT_EQ(to_b.messages[1].fds.size(), 1U);
  EXPECT_TRUE(to_b.messages[0].payload == "1" + Pattern(300'000));
  EXPECT_TRUE(to_b.messages[1].payload == "2" + Pattern(50'000));
  EXPECT_TRUE(to_b.messages[2].payload == "3" + Pattern(300'000));
}

TEST_F(ChannelTest, ClosingWaitsForDescriptorsToArrive) {
  Connect();
  bool closed = false;
  a->Send(WithFds("1", 1));
  {
    const FdLimit limit(0);
    a->CloseWhenFlushed([&] { closed = true; });
    ASSERT_TRUE(RunUntil([&] { return b->stats().fds_dropped != 0; }));
    EXPECT_FALSE(closed);
  }
  ASSERT_TRUE(RunUntil([&] { return to_b.closed != 0; }));
  EXPECT_TRUE(closed);
  ASSERT_EQ(to_b.messages.size(), 1U);
  EXPECT_EQ(to_b.messages[0].fds.size(), 1U);
}

TEST_F(ChannelTest, TheEndOfThePeerReleasesWhatWaitsForDescriptors) {
  Connect();
  a->Send(WithFds("1", 1));
  a->Send(Text("2"));
  const FdLimit limit(0);
  ASSERT_TRUE(RunUntil([&] { return b->stats().fds_dropped != 0; }));
  EXPECT_EQ(to_b.order, "");
  a.reset();
  ASSERT_TRUE(RunUntil([&] { return to_b.closed != 0; }));
  EXPECT_EQ(to_b.order, "12");
  EXPECT_TRUE(to_b.messages[0].fds_lost);
}

TEST_F(ChannelTest, AfterSomeTriesTheMessageComesWithoutDescriptors) {
  Connect();
  a->Send(WithFds("1", 1));
  a->Send(Text("2"));
  a->Send(Text("c", Lane::kControl));
  const FdLimit limit(0);
  ASSERT_TRUE(Received(1));
  EXPECT_EQ(to_b.order, "c");  // other lanes go on
  ASSERT_TRUE(Received(3));
  EXPECT_EQ(to_b.order, "c12");
  EXPECT_TRUE(to_b.messages[1].fds_lost);
  EXPECT_TRUE(to_b.messages[1].fds.empty());
  EXPECT_EQ(b->stats().fds_dropped, 4U);
}

TEST_F(ChannelTest, TheQueueIsBounded) {
  ChannelOptions options;
  options.max_queued = 1 << 20;
  Connect(options);
  b->PauseReading();
  Settle();
  int taken = 0;
  SendResult result{};
  while ((result = a->Send(Text(std::string(100'000, 'x')))).ok()) ASSERT_LT(++taken, 100);
  EXPECT_EQ(result.status, SendStatus::kQueueFull);
  EXPECT_GE(taken, 10);
  EXPECT_LE(a->queued(), size_t{1} << 20);
  // The control lane has its own limit.
  EXPECT_TRUE(a->Send(Text("c", Lane::kControl)).ok());
  b->ResumeReading();
  ASSERT_TRUE(Received(static_cast<size_t>(taken) + 1));
}

TEST_F(ChannelTest, OneMessageOfAnyAllowedSizeIsTakenWhenNothingWaits) {
  ChannelOptions options;
  options.max_queued = 1000;
  options.max_message = 5'000'000;
  Connect(options);
  EXPECT_EQ(a->Send(Text(std::string(5'000'001, 'x'))).status, SendStatus::kTooLarge);
  EXPECT_TRUE(a->Send(Text(std::string(5'000'000, 'x'))).ok());
  EXPECT_EQ(a->Send(Text(std::string(1000, 'x'))).status, SendStatus::kQueueFull);
  ASSERT_TRUE(Received(1));
  EXPECT_EQ(to_b.messages[0].payload.size(), 5'000'000U);
}

TEST_F(ChannelTest, QueuedBytesCountWhatTheKernelDidNotTake) {
  Connect();
  EXPECT_LT(a->Send(Text(std::string(100'000, 'x'))).queued, kHighWater);
  SendResult last{};
  for (int i = 0; i < 20; ++i) last = a->Send(Text(std::string(100'000, 'x')));
  EXPECT_GT(last.queued, kHighWater);
  ASSERT_TRUE(Received(21));
  EXPECT_EQ(a->queued(), 0U);
}

TEST_F(ChannelTest, SentIsToldInOrderFromTheLoop) {
  Connect();
  std::string order;
  a->Send(Text(std::string(500'000, 'x')),
          [&](const base::Status& s) { order += s.ok() ? '1' : '!'; });
  a->Send(Text("y"), [&](const base::Status& s) { order += s.ok() ? '2' : '!'; });
  EXPECT_EQ(order, "");
  ASSERT_TRUE(Received(2));
  EXPECT_EQ(order, "12");
}

TEST_F(ChannelTest, EndOfThePeerComesAfterItsLastMessage) {
  Connect();
  for (int i = 0; i < 10; ++i) b->Send(Text(std::string(100'000, 'x')));
  ASSERT_TRUE(RunUntil([&] { return b->queued() == 0; }));
  b.reset();
  ASSERT_TRUE(RunUntil([&] { return to_a.closed != 0; }));
  EXPECT_EQ(to_a.messages.size(), 10U);
  EXPECT_EQ(to_a.reason, CloseReason::kEof);
  EXPECT_FALSE(a->open());
  EXPECT_EQ(a->Send(Text("x")).status, SendStatus::kClosed);
}

TEST_F(ChannelTest, WhatThePeerWroteIsReadEvenIfItDidNotReadOurs) {
  Connect();
  b->PauseReading();
  Settle();
  a->Send(Text("unread"));
  Settle();
  b->Send(Text("last words"));
  Settle(1);
  b.reset();
  int failed = 0;
  a->Send(Text("too late"), [&](const base::Status& s) { failed = s.code(); });
  ASSERT_TRUE(RunUntil([&] { return to_a.closed != 0; }));
  ASSERT_EQ(to_a.messages.size(), 1U);
  EXPECT_EQ(to_a.messages[0].payload, "last words");
  EXPECT_EQ(failed, UV_EPIPE);
  EXPECT_EQ(to_a.closed, 1);
}

TEST_F(ChannelTest, CloseCancelsWhatIsNotWritten) {
  Connect();
  int code = 0;
  a->Send(Text("x"), [&](const base::Status& s) { code = s.code(); });
  a->Close();
  EXPECT_EQ(code, 0);
  ASSERT_TRUE(RunUntil([&] { return to_b.closed != 0; }));
  EXPECT_EQ(code, UV_ECANCELED);
  EXPECT_EQ(to_a.closed, 0);
}

TEST_F(ChannelTest, CloseWhenFlushedDeliversFirst) {
  Connect();
  bool closed = false;
  a->Send(Text(std::string(3'000'000, 'x')));
  a->CloseWhenFlushed([&] { closed = true; });
  EXPECT_EQ(a->Send(Text("x")).status, SendStatus::kClosed);
  ASSERT_TRUE(RunUntil([&] { return to_b.closed != 0; }));
  EXPECT_TRUE(closed);
  ASSERT_EQ(to_b.messages.size(), 1U);
  EXPECT_EQ(to_b.messages[0].payload.size(), 3'000'000U);
}

TEST_F(ChannelTest, FlushWaitsWithoutTheLoop) {
  const base::Fd peer = ConnectBare();
  a->Send(Text(std::string(1'000'000, 'x')));
  // Nobody reads: the time runs out.
  EXPECT_FALSE(a->Flush(10ms));
  const pid_t child = ::fork();
  if (child == 0) {
    char buffer[65536];
    ::fcntl(peer.get(), F_SETFL, 0);
    size_t total = 0;
    while (total < 1'000'000) {
      const ssize_t n = ::read(peer.get(), buffer, sizeof buffer);
      if (n <= 0) ::_exit(1);
      total += static_cast<size_t>(n);
    }
    ::_exit(0);
  }
  EXPECT_TRUE(a->Flush(5000ms));
  EXPECT_EQ(a->queued(), 0U);
  ::kill(child, SIGKILL);
}

TEST_F(ChannelTest, EverythingMayBeDestroyedFromACallback) {
  Connect();
  to_b.on_message = [&](Channel&, const auto&) { b.reset(); };
  a->Send(Text("1"));
  a->Send(Text("2"), [&](const base::Status&) { a.reset(); });
  ASSERT_TRUE(RunUntil([&] { return !a && !b; }));
  EXPECT_EQ(to_b.messages.size(), 1U);

  Connect();
  to_b.on_closed = [&] { b.reset(); };
  a.reset();
  ASSERT_TRUE(RunUntil([&] { return !b; }));
}

TEST_F(ChannelTest, APauseHoldsEvenWhatHasBeenRead) {
  Connect();
  to_b.on_message = [](Channel& channel, const auto& m) {
    if (m.payload == "2") channel.PauseReading();
  };
  for (const char* text : {"1", "2", "3", "4"}) a->Send(Text(text));
  Settle(10);
  EXPECT_EQ(to_b.order, "12");
  a.reset();
  Settle(10);
  EXPECT_EQ(to_b.closed, 0);
  b->ResumeReading();
  ASSERT_TRUE(RunUntil([&] { return to_b.closed != 0; }));
  EXPECT_EQ(to_b.order, "1234");
}

TEST_F(ChannelTest, OnlyWaitingMessagesHoldTheLoopOfAnUnreferencedChannel) {
  const base::Fd peer = ConnectBare();
  a->Unref();
  EXPECT_EQ(loop().Run(), base::RunResult::kEmpty);
  a->Send(Text("x"));
  EXPECT_EQ(loop().Run(), base::RunResult::kEmpty);
  char buffer[64];
  EXPECT_GT(::read(peer.get(), buffer, sizeof buffer), 0);
  a->Send(Text(std::string(2'000'000, 'x')));
  EXPECT_EQ(loop().RunUntil([] { return false; }, 20ms), base::RunResult::kTimeout);
}

// What a bare peer may write: everything but order closes the channel, and only that.
class MalformedTest : public ChannelTest {
 protected:
  void Write(const base::Fd& peer, const std::string& bytes) {
    ASSERT_EQ(::write(peer.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  static std::string Frame(FrameHeader h, std::string_view payload = "p") {
    if (h.lane == 0) h.lane = 3;
    if (h.kind == 0) h.kind = 2;
    std::string out;
    AppendFrameStart(h, payload.size(), out);
    return out.append(payload);
  }
  void ExpectRefused(const std::string& bytes) {
    to_a = test::Recorder();
    const base::Fd peer = ConnectBare();
    int sent = 0;
    a->Send(Text("x"), [&](const base::Status& s) { sent = s.ok() ? 1 : 2; });
    Write(peer, bytes);
    ASSERT_TRUE(RunUntil([&] { return to_a.closed != 0; }));
    EXPECT_EQ(to_a.reason, CloseReason::kMalformed) << to_a.error;
    EXPECT_NE(sent, 0);
    EXPECT_FALSE(a->open());
  }
  static FrameHeader Header(std::function<void(FrameHeader&)> change) {
    FrameHeader h;
    change(h);
    return h;
  }
};

TEST_F(MalformedTest, ClosesTheChannelAndNothingElse) {
  ExpectRefused(std::string("\xff\xff\xff\xff", 4));          // a huge frame
  ExpectRefused(std::string("\x00\x00\x00\x00", 4));          // no lane
  ExpectRefused(std::string("\x01\x00\x00\x00\x0b", 5));      // no envelope
  ExpectRefused(std::string("\x02\x00\x00\x00\x08\x04", 6));  // lane 4
  ExpectRefused(Frame(Header([](auto& h) { h.fds = 1, h.fd_sequence = 1, h.fd_batch = 1; })));
  ExpectRefused(Frame(Header([](auto& h) { h.fds = 254; })));
  ExpectRefused(Frame(Header([](auto& h) { h.fd_ack = 1; })));   // never sent
  ExpectRefused(Frame(Header([](auto& h) { h.message = 1; })));  // an end without beginning
  ExpectRefused(Frame(Header([](auto& h) { h.more = 1, h.total = 10; })));
  ExpectRefused(
      Frame(Header([](auto& h) { h.message = 1, h.more = 1, h.total = uint64_t{1} << 40; })));
  ExpectRefused(Frame(Header([](auto& h) { h.message = 1, h.more = 1, h.total = 2; }), "long"));
  ExpectRefused(Frame(Header([](auto& h) { h.message = 1, h.more = 1, h.total = 0; }), ""));
  ExpectRefused(Frame(Header([](auto& h) { h.fd_report = "\xff"; })));
  ExpectRefused(Frame(Header([](auto& h) { h.kind = uint64_t{1} << 33; })));
  const std::string first =
      Frame(Header([](auto& h) { h.message = 1, h.more = 1, h.total = 4; }), "ab");
  ExpectRefused(first + Frame(Header([](auto& h) { h.message = 2; }), "cd"));
  ExpectRefused(first + Frame(Header([](auto& h) { h.message = 1; }), "c"));
  ExpectRefused(first + Frame(Header([](auto& h) { h.message = 1; }), "cde"));
  ExpectRefused(first + Frame(FrameHeader(), "other"));
}

TEST_F(MalformedTest, DescriptorsThatNobodyClaimsDoNotPileUp) {
  const base::Fd peer = ConnectBare();
  const base::Fd fd = MarkedFd(1);
  for (int i = 0; i < 10; ++i) {
    std::string bytes =
        i == 0 ? std::string("\xff\xff\x00\x00", 4) : "\x08\x08";  // a frame that never ends
    iovec iov{bytes.data(), bytes.size()};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
    msghdr m{};
    m.msg_iov = &iov;
    m.msg_iovlen = 1;
    m.msg_control = control;
    m.msg_controllen = sizeof control;
    cmsghdr* c = CMSG_FIRSTHDR(&m);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    const int number = fd.get();
    std::memcpy(CMSG_DATA(c), &number, sizeof number);
    ::sendmsg(peer.get(), &m, MSG_NOSIGNAL);
  }
  ASSERT_TRUE(RunUntil([&] { return to_a.closed != 0; }));
  EXPECT_EQ(to_a.reason, CloseReason::kMalformed);
}

TEST_F(MalformedTest, FramesMayBeCutAnywhere) {
  std::string bytes = Frame(Header([](auto& h) { h.head = "hh"; }), "first");
  bytes += Frame(Header([](auto& h) { h.message = 1, h.more = 1, h.total = 6; }), "abc");
  bytes += Frame(Header([](auto& h) { h.lane = 1, h.kind = 9; }), "between");
  bytes += Frame(Header([](auto& h) { h.message = 1; }), "def");
  bytes += Frame(FrameHeader(), std::string(9000, 'z'));
  for (size_t cut = 1; cut < bytes.size(); cut += cut < 120 ? 1 : 977) {
    to_a = test::Recorder();
    const base::Fd peer = ConnectBare();
    Write(peer, bytes.substr(0, cut));
    Settle(3);
    Write(peer, bytes.substr(cut));
    ASSERT_TRUE(RunUntil([&] { return to_a.messages.size() == 4; })) << cut;
    EXPECT_EQ(to_a.messages[0].payload, "first");
    EXPECT_EQ(to_a.messages[0].head, "hh");
    EXPECT_EQ(to_a.messages[1].payload, "between");
    EXPECT_EQ(to_a.messages[2].payload, "abcdef");
    EXPECT_EQ(to_a.messages[3].payload, std::string(9000, 'z'));
  }
}

}  // namespace
}  // namespace drover::ipc
