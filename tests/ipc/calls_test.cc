#include "ipc/calls.h"

#include "runtime/base/fake_clock.h"
#include "tests/support/channel_pair.h"

namespace drover::ipc {
namespace {

using namespace std::chrono_literals;

class CallsTest : public test::ChannelTest {
 protected:
  void SetUp() override {
    Connect();
    calls_ = std::make_unique<Calls>(*a, fake_);
    to_a.on_message = nullptr;
    a->set_delegate(&router_);
  }
  void Answer(uint64_t call, std::string text, bool partial = false) {
    Outgoing m = Text(std::move(text), Lane::kControl);
    m.reply = call;
    m.partial = partial;
    b->Send(std::move(m));
  }
  Calls::Done Keep() {
    return [this](base::Result<Inbound> r) {
      ++done_;
      result_ = r.ok() ? std::string(r->payload.view()) : std::string(r.error().name());
    };
  }

  class Router final : public Channel::Delegate {
   public:
    explicit Router(CallsTest& test) : test_(test) {}
    void OnMessage(Channel&, Inbound m) override {
      if (!test_.calls_->HandleReply(m)) ++others;
    }
    void OnClosed(Channel&, CloseReason, const base::Error& e) override {
      test_.calls_->FailAll(e);
    }
    int others = 0;

   private:
    CallsTest& test_;
  };

  base::FakeClock fake_;
  std::unique_ptr<Calls> calls_;
  Router router_{*this};
  int done_ = 0;
  std::string result_;
};

TEST_F(CallsTest, TheReplyFindsItsCall) {
  std::string other;
  auto first = calls_->Start(Text("q1"), 1s, Keep());
  auto second = calls_->Start(
      Text("q2"), 1s, [&](base::Result<Inbound> r) { other = std::string(r->payload.view()); });
  ASSERT_TRUE(first.ok() && second.ok());
  ASSERT_TRUE(RunUntil([&] { return to_b.messages.size() == 2; }));
  EXPECT_EQ(to_b.messages[0].call, *first);
  Answer(*second, "a2");
  Answer(*first, "a1");
  b->Send(Text("no reply"));
  ASSERT_TRUE(RunUntil([&] { return router_.others == 1; }));
  EXPECT_EQ(result_, "a1");
  EXPECT_EQ(other, "a2");
  EXPECT_EQ(calls_->pending(), 0U);
}

TEST_F(CallsTest, EndsOnceAtItsDeadline) {
  auto call = calls_->Start(Text("q"), 100ms, Keep());
  ASSERT_TRUE(call.ok());
  fake_.Advance(99ms);
  EXPECT_EQ(done_, 0);
  fake_.Advance(1ms);
  EXPECT_EQ(result_, "ETIMEDOUT");
  Answer(*call, "late");
  b->Send(Text("x"));
  ASSERT_TRUE(RunUntil([&] { return router_.others == 1; }));
  EXPECT_EQ(done_, 1);
}

TEST_F(CallsTest, ProgressStartsTheTimeAnew) {
  std::string progress;
  auto call =
      calls_->Start(Text("q"), 100ms, Keep(), [&](Inbound m) { progress += m.payload.view(); });
  for (const char* step : {"1", "2", "3"}) {
    fake_.Advance(60ms);
    Answer(*call, step, true);
    ASSERT_TRUE(RunUntil([&] { return progress.ends_with(step); }));
  }
  Answer(*call, "end");
  ASSERT_TRUE(RunUntil([&] { return done_ == 1; }));
  EXPECT_EQ(progress, "123");
  EXPECT_EQ(result_, "end");
}

TEST_F(CallsTest, TheEndOfTheChannelEndsEveryCall) {
  ASSERT_TRUE(calls_->Start(Text("q"), 1s, Keep()).ok());
  ASSERT_TRUE(calls_->Start(Text("q"), 1s, Keep()).ok());
  b.reset();
  ASSERT_TRUE(RunUntil([&] { return done_ == 2; }));
  EXPECT_EQ(result_, "EOF");
  EXPECT_EQ(calls_->Start(Text("q"), 1s, Keep()).error().code(), UV_EPIPE);
  EXPECT_EQ(fake_.active_timers(), 0U);
}

TEST_F(CallsTest, ACancelledCallIsForgotten) {
  auto call = calls_->Start(Text("q"), 1s, Keep());
  calls_->Cancel(*call);
  Answer(*call, "a");
  b->Send(Text("x"));
  ASSERT_TRUE(RunUntil([&] { return router_.others == 1; }));
  EXPECT_EQ(done_, 0);
}

TEST_F(CallsTest, MayBeDestroyedByItsCallback) {
  ASSERT_TRUE(calls_->Start(Text("q"), 10ms, [&](base::Result<Inbound>) { calls_.reset(); }).ok());
  fake_.Advance(10ms);
  EXPECT_EQ(calls_, nullptr);
}

}  // namespace
}  // namespace drover::ipc
