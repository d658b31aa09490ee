#include "ipc/user_message.h"

#include "tests/support/channel_pair.h"

namespace drover::ipc {
namespace {

class UserMessageTest : public test::ChannelTest {};

// As it would arrive, without a channel.
Inbound Arrive(Outgoing& out) {
  Inbound in;
  in.lane = out.lane;
  in.kind = out.kind;
  in.head = out.head;
  in.payload = Buffer::Borrow(out.payload.view());
  for (const SharedFd& fd : out.fds) in.fds.push_back(fd->Duplicate());
  return in;
}

TEST_F(UserMessageTest, RoundTrip) {
  OutgoingUserMessage m;
  m.codec = Codec::kAdvanced;
  m.value = Buffer(std::string("value"));
  m.handles.push_back({Share(test::MarkedFd(5)), HandleKind::kServer});
  m.info = R"({"key":"4:0"})";
  m.internal = true;
  Outgoing out = PackUserMessage(std::move(m));
  EXPECT_EQ(out.lane, Lane::kUser);
  Inbound in = Arrive(out);
  ASSERT_TRUE(IsUserMessage(in));
  auto back = UnpackUserMessage(std::move(in));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->codec, Codec::kAdvanced);
  EXPECT_EQ(back->value.view(), "value");
  ASSERT_EQ(back->handles.size(), 1U);
  EXPECT_EQ(back->handles[0].kind, HandleKind::kServer);
  EXPECT_EQ(test::MarkOf(back->handles[0].fd), 5U);
  EXPECT_EQ(back->info, R"({"key":"4:0"})");
  EXPECT_TRUE(back->internal);
}

TEST_F(UserMessageTest, APlainMessageHasNoHead) {
  OutgoingUserMessage m;
  m.value = Buffer(std::string("1"));
  EXPECT_TRUE(PackUserMessage(std::move(m)).head.empty());
}

TEST_F(UserMessageTest, HandlesAndDescriptorsMustMatch) {
  OutgoingUserMessage m;
  m.handles.push_back({Share(test::MarkedFd(5)), HandleKind::kSocket});
  Outgoing out = PackUserMessage(std::move(m));
  {
    Inbound in = Arrive(out);
    in.fds.clear();
    EXPECT_FALSE(UnpackUserMessage(std::move(in)).ok());
  }
  {
    Inbound in = Arrive(out);
    in.fds.clear();
    in.fds_lost = true;
    auto back = UnpackUserMessage(std::move(in));
    ASSERT_TRUE(back.ok());
    EXPECT_TRUE(back->handles_lost);
  }
  {
    Inbound in = Arrive(out);
    in.head = "\xff";
    EXPECT_FALSE(UnpackUserMessage(std::move(in)).ok());
  }
}

}  // namespace
}  // namespace drover::ipc
