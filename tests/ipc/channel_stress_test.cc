// Many descriptors, random sizes and lanes, and ends at random moments: nothing is lost, mixed up
// or left open. (LoopTest counts descriptors and handles.)
#include <fcntl.h>

#include <array>
#include <cstring>
#include <random>

#include "tests/support/channel_pair.h"

namespace drover::ipc {
namespace {

class ChannelStressTest : public test::ChannelTest {};

TEST_F(ChannelStressTest, AHundredThousandDescriptors) {
  constexpr uint64_t kCount = 100'000;
  Connect();
  const SharedFd shared = Share(test::MarkedFd(7));
  uint64_t sent = 0;
  uint64_t got = 0;
  to_b.on_message = [&](Channel&, const test::Recorder::Message& m) {
    got += m.fds.size();
    to_b.messages.clear();
    to_b.order.clear();
  };
  ASSERT_TRUE(RunUntil([&] {
    while (sent < kCount && a->queued() < 50'000) {
      Outgoing m = Text("x");
      m.fds.push_back(shared);
      EXPECT_TRUE(a->Send(std::move(m)).ok());
      ++sent;
    }
    return got == kCount;
  }));
  ASSERT_TRUE(RunUntil([&] { return a->fds_in_flight() == 0; }));
  EXPECT_EQ(shared.use_count(), 1);
  EXPECT_LT(a->stats().sendmsg_calls, kCount / 50);
}

TEST_F(ChannelStressTest, RandomTraffic) {
  for (uint32_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto below = [&](uint32_t n) { return static_cast<uint32_t>(random() % n); };
    ChannelOptions options;
    options.chunk = 1000 + below(70'000);
    options.max_fds_in_flight = 1 + below(300);
    to_a = test::Recorder();
    to_b = test::Recorder();
    Connect(options, below(2) != 0 ? 1 : 0);
    // Each message says its lane's running number, its size and its descriptors' marks.
    std::array<uint64_t, kLanes> sent{};
    std::array<uint64_t, kLanes> got{};
    bool good = true;
    to_b.on_message = [&](Channel& channel, const test::Recorder::Message& m) {
      uint64_t number = 0;
      std::memcpy(&number, m.payload.data(), sizeof number);
      uint64_t& expected = got[static_cast<size_t>(m.lane) - 1];
      good = good && number == expected++ && !m.fds_lost;
      for (const base::Fd& fd : m.fds) good = good && test::MarkOf(fd) == number + 1;
      for (size_t i = sizeof number; i < m.payload.size(); i += 997)
        good = good && m.payload[i] == static_cast<char>(number);
      to_b.messages.clear();
      if (below(10) == 0) channel.PauseReading();
    };
    const int messages = 150;
    for (int i = 0; i < messages; ++i) {
      const auto lane = below(kLanes);
      const uint64_t number = sent[lane]++;
      std::string text(sizeof number + (below(5) == 0 ? below(300'000) : below(2000)),
                       static_cast<char>(number));
      std::memcpy(text.data(), &number, sizeof number);
      Outgoing m = Text(std::move(text), static_cast<Lane>(lane + 1));
      for (uint32_t n = below(4) == 0 ? below(5) : 0; n != 0; --n)
        m.fds.push_back(Share(test::MarkedFd(number + 1)));
      ASSERT_TRUE(a->Send(std::move(m)).ok());
      if (below(3) == 0) Settle(1);
      if (below(3) == 0) b->ResumeReading();
    }
    ASSERT_TRUE(RunUntil([&] {
      b->ResumeReading();
      return got == sent;
    }));
    EXPECT_TRUE(good);
  }
}

TEST_F(ChannelStressTest, EndsAtRandomMoments) {
  for (uint32_t seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    to_a = test::Recorder();
    to_b = test::Recorder();
    Connect();
    int answered = 0;
    int taken = 0;
    for (int i = 0; i < 40; ++i) {
      Channel& from = random() % 2 != 0 ? *a : *b;
      Outgoing m = random() % 3 != 0 ? Text(std::string(random() % 100'000, 'x'))
                                     : WithFds("fds", random() % 6);
      if (from.Send(std::move(m), [&](const base::Status&) { ++answered; }).ok()) ++taken;
      if (random() % 4 == 0) Settle(1);
      if (random() % 60 == 0) a->Close();
    }
    switch (random() % 3) {
      case 0:
        a->Close();
        break;
      case 1:
        a->CloseWhenFlushed();
        break;
      default:
        b->Close();
        break;
    }
    ASSERT_TRUE(RunUntil([&] { return !a->open() && !b->open() && answered == taken; })) << seed;
  }
}

}  // namespace
}  // namespace drover::ipc
