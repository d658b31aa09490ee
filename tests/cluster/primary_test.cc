#include "cluster/primary.h"

#include <algorithm>
#include <set>

#include <sys/socket.h>

#include "cluster/worker_link.h"
#include "runtime/base/fake_clock.h"
#include "runtime/base/unix_socket.h"
#include "tests/support/loop_test.h"
#include "tests/support/net.h"

namespace drover::cluster {
namespace {

using namespace std::chrono_literals;

// A worker in this process: the worker's half of the channel, and a program that keeps what it
// gets.
class TestWorker final : public ipc::Channel::Delegate, public WorkerLink::Delegate {
 public:
  TestWorker(uv_loop_t* loop, base::Clock& clock, base::Fd socket) {
    auto opened = ipc::Channel::Open(loop, std::move(socket), this);
    CHECK(opened.ok());
    channel = std::move(opened).value();
    link = std::make_unique<WorkerLink>(*channel, clock, *this);
  }

  void OnMessage(ipc::Channel&, ipc::Inbound m) override { link->HandleMessage(m); }
  void OnClosed(ipc::Channel&, ipc::CloseReason, const base::Error& e) override {
    link->ChannelClosed(e);
  }
  Verdict OnConnection(const std::string& key, base::Fd& fd) override {
    ++offered;
    last_key = key;
    if (refuse) return Verdict::kRefused;
    connections.push_back(std::move(fd));
    return Verdict::kTaken;
  }
  void OnDisconnect() override { told += "disconnect "; }
  void OnDrain(std::chrono::milliseconds quiet, std::chrono::milliseconds deadline) override {
    told += "drain " + std::to_string(quiet.count()) + "/" + std::to_string(deadline.count()) + " ";
  }
  void OnProtocolError(const base::Error& e) override { told += e.ToString(); }

  void Listen(const ListenRequest& request) {
    asked = request;
    link->Listen(request, [this](base::Result<ListenReply> r) {
      ++replies;
      failed = !r.ok();
      if (r.ok()) reply = std::move(r).value();
    });
  }
  // Accepts from its own socket whatever waits there.
  void AcceptAll() {
    int fd;
    while ((fd = ::accept4(reply.socket.get(), nullptr, nullptr, SOCK_CLOEXEC)) >= 0)
      connections.emplace_back(fd);
  }
  // As if it had been killed.
  void Die() {
    link.reset();
    channel.reset();
    reply.socket.Reset();
    connections.clear();
  }

  std::unique_ptr<ipc::Channel> channel;
  std::unique_ptr<WorkerLink> link;
  ListenRequest asked;
  ListenReply reply;
  int replies = 0;
  bool failed = false;
  bool refuse = false;
  int offered = 0;
  std::string last_key;
  std::string told;
  std::vector<base::Fd> connections;
};

class PrimaryTest : public test::LoopTest, public PrimaryObserver {
 protected:
  void Start(PrimaryOptions options = {}) {
    primary = std::make_unique<Primary>(uv(), fake, *this, options);
  }
  // Adds worker `id` and returns its other end.
  TestWorker& AddWorker(WorkerId id) {
    auto pair = base::MakeSocketPair();
    CHECK(pair.ok());
    ends_[id] = std::make_unique<End>(*this, id);
    auto opened = ipc::Channel::Open(uv(), std::move(pair->first), ends_[id].get());
    CHECK(opened.ok());
    ends_[id]->channel = std::move(opened).value();
    primary->AddWorker(id, *ends_[id]->channel);
    workers_[id] = std::make_unique<TestWorker>(uv(), fake, std::move(pair->second));
    return *workers_[id];
  }
  TestWorker& AddListening(WorkerId id, const ListenRequest& request) {
    TestWorker& w = AddWorker(id);
    w.Listen(request);
    EXPECT_TRUE(RunUntil([&] { return w.replies == 1; }));
    EXPECT_EQ(w.reply.error, 0);
    return w;
  }
  static ListenRequest Port(int port = 0) {
    ListenRequest r;
    r.address = "127.0.0.1";
    r.port = port;
    return r;
  }
  size_t Served() {
    size_t n = 0;
    for (auto& [_, w] : workers_) n += w->connections.size();
    return n;
  }
  bool Serve(size_t count) {
    return RunUntil([=, this] { return Served() >= count; });
  }

  void OnOnline(WorkerId w) override { Log("online", w); }
  void OnListening(WorkerId w, const ListeningInfo& info) override {
    Log("listening", w);
    listening = info;
  }
  void OnListenFailed(WorkerId w, const ListenRequest&, const base::Error& e) override {
    Log("failed-" + std::string(e.name()), w);
  }
  void OnListenerReleased(WorkerId w, const std::string&) override { Log("released", w); }
  void OnLeaving(WorkerId w) override { Log("leaving", w); }
  void OnDrained(WorkerId w, uint32_t cut) override { Log("drained" + std::to_string(cut), w); }
  void OnState(WorkerId w, WorkerState, WorkerState to) override {
    Log(">" + std::string(ToString(to)), w);
  }
  void OnProtocolError(WorkerId w, const base::Error&) override { Log("violation", w); }
  void Log(const std::string& what, WorkerId w) { log += what + ":" + std::to_string(w) + " "; }

  // The primary's end of a channel, as an owner of workers has it.
  class End final : public ipc::Channel::Delegate {
   public:
    End(PrimaryTest& test, WorkerId id) : test_(test), id_(id) {}
    void OnMessage(ipc::Channel&, ipc::Inbound m) override {
      if (!test_.primary->HandleMessage(id_, m)) ++test_.others;
    }
    void OnClosed(ipc::Channel&, ipc::CloseReason, const base::Error&) override {
      test_.primary->ChannelClosed(id_);
    }
    std::unique_ptr<ipc::Channel> channel;

   private:
    PrimaryTest& test_;
    WorkerId id_;
  };

  base::FakeClock fake;
  std::map<WorkerId, std::unique_ptr<End>> ends_;
  std::map<WorkerId, std::unique_ptr<TestWorker>> workers_;
  std::unique_ptr<Primary> primary;
  std::string log;
  ListeningInfo listening;
  int others = 0;
};

TEST_F(PrimaryTest, TellsTheLifeOfAWorker) {
  Start();
  TestWorker& w = AddWorker(1);
  EXPECT_EQ(primary->state(1), WorkerState::kStarting);
  w.link->Online();
  w.Listen(Port());
  ASSERT_TRUE(RunUntil([&] { return w.replies == 1; }));
  w.link->Listening(w.reply.listener, w.asked, w.reply.name.port);
  ipc::Outgoing user;
  user.lane = ipc::Lane::kUser;
  user.kind = ipc::Kind::kUserJson;
  user.payload = ipc::Buffer(std::string("1"));
  w.channel->Send(std::move(user));
  ASSERT_TRUE(RunUntil([&] { return others == 1; }));
  EXPECT_EQ(listening.port, w.reply.name.port);
  EXPECT_EQ(listening.address, "127.0.0.1");
  EXPECT_FALSE(listening.fd);
  w.link->CloseListener(w.reply.key);
  ASSERT_TRUE(RunUntil([&] { return log.ends_with("released:1 "); }));
  EXPECT_TRUE(primary->listeners().empty());
  w.Die();
  ASSERT_TRUE(RunUntil([&] { return log.ends_with(">exiting:1 "); }));
  primary->WorkerExited(1);
  EXPECT_EQ(log,
            ">online:1 online:1 >listening:1 listening:1 >online:1 released:1 >exiting:1 >dead:1 ");
  EXPECT_EQ(primary->workers(), 0U);
}

TEST_F(PrimaryTest, ExitEndsAMembershipWithOrWithoutTheChannelsEnd) {
  Start();
  AddWorker(1);
  primary->WorkerExited(1);
  EXPECT_EQ(log, ">dead:1 ");
  EXPECT_FALSE(primary->state(1));
  primary->ChannelClosed(1);  // comes late
  AddWorker(2);
  primary->ChannelClosed(2);
  EXPECT_EQ(primary->state(2), WorkerState::kExiting);
  primary->WorkerExited(2);
  EXPECT_FALSE(primary->state(2));
}

// ---- listen ----

TEST_F(PrimaryTest, EqualRequestsShareOneListener) {
  Start();
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  EXPECT_EQ(a.reply.key, b.reply.key);
  EXPECT_EQ(a.reply.name.port, b.reply.name.port);
  EXPECT_GT(a.reply.name.port, 0);
  EXPECT_FALSE(a.reply.socket);  // round-robin: handed over
  ASSERT_EQ(primary->listeners().size(), 1U);
  EXPECT_EQ(primary->listeners()[0].workers, 2U);
}

TEST_F(PrimaryTest, TheNthPortZeroOfEveryWorkerIsTheSame) {
  Start();
  TestWorker& a = AddListening(1, Port());
  const int first = a.reply.name.port;
  a.Listen(Port());
  ASSERT_TRUE(RunUntil([&] { return a.replies == 2; }));
  const int second = a.reply.name.port;
  EXPECT_NE(first, second);
  TestWorker& b = AddListening(2, Port());
  EXPECT_EQ(b.reply.name.port, first);
  b.Listen(Port());
  ASSERT_TRUE(RunUntil([&] { return b.replies == 2; }));
  EXPECT_EQ(b.reply.name.port, second);
}

TEST_F(PrimaryTest, TheErrnoOfBindReachesTheWorker) {
  auto taken = Listener::Open(Port());
  ASSERT_TRUE(taken.ok());
  for (const Policy policy : {Policy::kRoundRobin, Policy::kShared, Policy::kKernel}) {
    log.clear();
    Start({.policy = policy});
    TestWorker& w = AddWorker(1);
    w.Listen(Port((*taken)->name().port));
    ASSERT_TRUE(RunUntil([&] { return w.replies == 1; }));
    EXPECT_EQ(w.reply.error, UV_EADDRINUSE);
    EXPECT_FALSE(w.failed);
    EXPECT_EQ(log, "failed-EADDRINUSE:1 ");
    EXPECT_TRUE(primary->listeners().empty());
    primary.reset();
  }
}

TEST_F(PrimaryTest, ASecondServerOfAWorkerOnOneKeyIsRefused) {
  for (const Policy policy : {Policy::kRoundRobin, Policy::kShared, Policy::kKernel}) {
    Start({.policy = policy});
    auto spare = Listener::Open(Port());
    const int port = (*spare)->name().port;
    spare->reset();
    TestWorker& w = AddListening(1, Port(port));
    w.Listen(Port(port));
    ASSERT_TRUE(RunUntil([&] { return w.replies == 2; }));
    EXPECT_EQ(w.reply.error, UV_EADDRINUSE);
    primary.reset();
  }
}

TEST_F(PrimaryTest, DataOfTheFirstWorkerIsGivenToAll) {
  Start();
  ListenRequest r = Port();
  r.data = "keys of the first";
  AddListening(1, r);
  r.data = "keys of the second";
  EXPECT_EQ(AddListening(2, r).reply.data, "keys of the first");
}

TEST_F(PrimaryTest, WhoeverLeavesGetsNoListener) {
  Start();
  TestWorker& w = AddWorker(1);
  primary->Disconnect(1);
  w.Listen(Port());
  Settle(10);
  EXPECT_EQ(w.told, "disconnect ");
  EXPECT_EQ(w.replies, 0);
  // Its own end still comes to an end.
  ends_[1]->channel->Close();
  ASSERT_TRUE(RunUntil([&] { return w.failed; }));
}

TEST_F(PrimaryTest, DescriptorsOfThePrimaryOnlyWhereAllowed) {
  auto mine = Listener::Open(Port());
  ASSERT_TRUE(mine.ok());
  ListenRequest r;
  r.port = -1;
  r.fd = (*mine)->fd();
  Start();
  EXPECT_EQ(AddListening(1, r).reply.name.port, (*mine)->name().port);
  primary.reset();
  Start({.allow_fd = false});
  TestWorker& w = AddWorker(2);
  w.Listen(r);
  ASSERT_TRUE(RunUntil([&] { return w.replies == 1; }));
  EXPECT_EQ(w.reply.error, UV_EBADF);
}

TEST_F(PrimaryTest, ListenersLiveAsLongAsToldTo) {
  Start();
  AddListening(1, Port()).Die();
  ASSERT_TRUE(RunUntil([&] { return primary->listeners().empty(); }));
  primary.reset();

  Start({.life = ListenerLife::kUntilClosed});
  TestWorker& w = AddListening(1, Port());
  const SocketName name = w.reply.name;
  w.Die();
  ASSERT_TRUE(RunUntil([&] { return primary->state(1) == WorkerState::kExiting; }));
  // Nobody is there to serve it; the connection waits.
  const base::Fd client = test::ConnectTo(name);
  ASSERT_TRUE(client.valid());
  Settle(10);
  AddListening(2, Port());
  ASSERT_TRUE(Serve(1));
  workers_[2]->Die();
  ASSERT_TRUE(RunUntil([&] { return primary->state(2) == WorkerState::kExiting; }));
  primary->CloseUnusedListeners();
  EXPECT_TRUE(primary->listeners().empty());
}

// ---- round-robin ----

class RoundRobinTest : public PrimaryTest {
 protected:
  base::Fd Client() {
    base::Fd fd = test::ConnectTo(primary->listeners().at(0).name);
    CHECK(fd.valid());
    return fd;
  }
};

TEST_F(RoundRobinTest, IdleWorkersAlternate) {
  Start();
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  std::vector<base::Fd> clients;
  std::string order;
  for (size_t i = 1; i <= 6; ++i) {
    const size_t before = a.connections.size();
    clients.push_back(Client());
    ASSERT_TRUE(Serve(i));
    order += a.connections.size() > before ? 'a' : 'b';
    Settle();
  }
  EXPECT_EQ(order, "ababab");
  EXPECT_EQ(a.last_key, a.reply.key);
  test::WriteAll(a.connections[0], "hello");
  EXPECT_EQ(test::ReadNow(clients[0]), "hello");
  // The primary keeps no copy: the end is seen as soon as the worker closes its own.
  b.connections.clear();
  Settle();
  EXPECT_EQ(test::ReadNow(clients[1]), "<end>");
}

TEST_F(RoundRobinTest, ABusyWorkerGetsNoSecondConnection) {
  Start();
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  a.channel->PauseReading();  // it is stuck in a loop
  std::vector<base::Fd> clients;
  for (int i = 0; i < 10; ++i) clients.push_back(Client());
  ASSERT_TRUE(Serve(9));
  Settle(10);
  EXPECT_EQ(b.connections.size(), 9U);
  EXPECT_EQ(primary->listeners()[0].in_hand, 1U);
}

TEST_F(RoundRobinTest, AConnectionOfAWorkerThatDiesUnansweredGoesToAnother) {
  Start();
  TestWorker& a = AddListening(1, Port());
  a.channel->PauseReading();
  const base::Fd client = Client();
  test::WriteAll(client, "request");
  ASSERT_TRUE(RunUntil([&] { return primary->listeners()[0].in_hand == 1; }));
  TestWorker& b = AddListening(2, Port());
  a.Die();
  ASSERT_TRUE(Serve(1));
  ASSERT_EQ(b.connections.size(), 1U);
  EXPECT_EQ(test::ReadNow(b.connections[0]), "request");
  test::WriteAll(b.connections[0], "reply");
  EXPECT_EQ(test::ReadNow(client), "reply");
}

TEST_F(RoundRobinTest, ExitHandsOnWhatWasNotAnswered) {
  Start();
  TestWorker& a = AddListening(1, Port());
  AddListening(2, Port());
  a.channel->PauseReading();
  const base::Fd client = Client();
  ASSERT_TRUE(RunUntil([&] { return primary->listeners()[0].in_hand == 1; }));
  primary->WorkerExited(1);
  ends_.erase(1);  // the channel may go at once
  ASSERT_TRUE(Serve(1));
}

TEST_F(RoundRobinTest, ARefusedConnectionGoesOn) {
  Start();
  TestWorker& a = AddListening(1, Port());
  AddListening(2, Port());
  a.refuse = true;
  std::vector<base::Fd> clients;
  for (int i = 0; i < 4; ++i) clients.push_back(Client());
  ASSERT_TRUE(Serve(4));
  EXPECT_GT(a.offered, 0);
}

TEST_F(RoundRobinTest, WhereAllRefuseTheyAreAskedAgainLater) {
  Start();
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  a.refuse = b.refuse = true;
  const base::Fd client = Client();
  ASSERT_TRUE(RunUntil([&] { return a.offered == 1 && b.offered == 1; }));
  Settle(20);
  EXPECT_EQ(a.offered + b.offered, 2);  // not in a loop
  a.refuse = b.refuse = false;
  fake.Advance(kRefusedByAllDelay);
  ASSERT_TRUE(Serve(1));
}

TEST_F(RoundRobinTest, WhenTooManyWaitTheKernelKeepsTheRest) {
  Start({.max_pending = 5});
  TestWorker& a = AddListening(1, Port());
  a.channel->PauseReading();
  std::vector<base::Fd> clients;
  for (int i = 0; i < 40; ++i) clients.push_back(Client());
  Settle(20);
  const ListenerInfo info = primary->listeners()[0];
  EXPECT_EQ(info.in_hand, 1U);
  EXPECT_EQ(info.pending, 5U);
  EXPECT_EQ(info.accepted, 6U);
  a.channel->ResumeReading();
  ASSERT_TRUE(Serve(40));
}

TEST_F(RoundRobinTest, ManyHandOffsGoInOneMessage) {
  Start({.hand_offs_per_worker = 500});
  TestWorker& a = AddListening(1, Port());
  std::vector<base::Fd> clients;
  for (int i = 0; i < 300; ++i) clients.push_back(Client());
  ASSERT_TRUE(Serve(300));
  EXPECT_LE(a.channel->stats().messages_received, 20U);
}

TEST_F(RoundRobinTest, ADrainingWorkerGetsNothingNewAndKeepsWhatItHas) {
  Start({.life = ListenerLife::kUntilClosed});
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  const base::Fd first = Client();
  ASSERT_TRUE(Serve(1));
  ASSERT_EQ(a.connections.size(), 1U);
  primary->Drain(1, 50ms, 5000ms);
  std::vector<base::Fd> clients;
  for (int i = 0; i < 4; ++i) clients.push_back(Client());
  ASSERT_TRUE(Serve(5));
  EXPECT_EQ(a.connections.size(), 1U);
  EXPECT_EQ(b.connections.size(), 4U);
  EXPECT_EQ(a.told, "drain 50/5000 ");
  a.link->Drained(3);
  ASSERT_TRUE(RunUntil([&] { return log.ends_with("drained3:1 "); }));
  EXPECT_EQ(primary->state(1), WorkerState::kExiting);
}

TEST_F(RoundRobinTest, LeavingIsAnsweredAndReleasesListeners) {
  Start();
  TestWorker& a = AddListening(1, Port());
  bool known = false;
  a.link->Leave([&] { known = true; });
  ASSERT_TRUE(RunUntil([&] { return known; }));
  EXPECT_EQ(log, ">exiting:1 leaving:1 ");
  EXPECT_TRUE(primary->listeners().empty());
}

TEST_F(RoundRobinTest, UnixPathsAreHandedOverToo) {
  const test::TempFolder folder;
  Start();
  ListenRequest r;
  r.type = AddressType::kPipe;
  r.address = folder.path() + "/" + std::string(120, 'p');
  r.port = -1;
  TestWorker& a = AddListening(1, r);
  const base::Fd client = Client();
  ASSERT_TRUE(Serve(1));
  test::WriteAll(a.connections[0], "x");
  EXPECT_EQ(test::ReadNow(client), "x");
  a.Die();
  ASSERT_TRUE(RunUntil([&] { return primary->listeners().empty(); }));
}

TEST_F(RoundRobinTest, MalformedMessagesAreTold) {
  Start();
  TestWorker& a = AddWorker(1);
  ipc::Outgoing bad;
  bad.kind = ipc::Kind::kCluster;
  bad.payload = ipc::Buffer(std::string("\xff\xff\xff"));
  a.channel->Send(std::move(bad));
  ASSERT_TRUE(RunUntil([&] { return log == "violation:1 "; }));
}

// ---- shared ----

TEST_F(PrimaryTest, SharedPolicyGivesEveryWorkerTheSocket) {
  Start({.policy = Policy::kShared});
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  ASSERT_TRUE(a.reply.socket.valid() && b.reply.socket.valid());
  const base::Fd one = test::ConnectTo(a.reply.name);
  const base::Fd two = test::ConnectTo(a.reply.name);
  Settle();
  EXPECT_EQ(primary->listeners()[0].accepted, 0U);
  b.AcceptAll();
  EXPECT_EQ(b.connections.size(), 2U);
}

TEST_F(PrimaryTest, UdpIsShared) {
  Start();
  ListenRequest r = Port();
  r.type = AddressType::kUdp4;
  TestWorker& a = AddListening(1, r);
  TestWorker& b = AddListening(2, r);
  EXPECT_TRUE(a.reply.socket.valid() && b.reply.socket.valid());
  EXPECT_EQ(a.reply.name.port, b.reply.name.port);
  EXPECT_EQ(a.reply.name.type, AddressType::kUdp4);
}

// ---- kernel ----

class KernelTest : public PrimaryTest {
 protected:
  void SetUp() override { Start({.policy = Policy::kKernel, .life = ListenerLife::kUntilClosed}); }
  // Connects `count` clients that have each sent a byte.
  void Connect(size_t count) {
    for (size_t i = 0; i < count; ++i) {
      clients.push_back(test::ConnectTo(primary->listeners().at(0).name));
      CHECK(clients.back().valid());
    }
  }
  void AcceptAll() {
    for (auto& [_, w] : workers_) {
      if (w->reply.socket) w->AcceptAll();
    }
  }
  bool ServeAll() {
    return RunUntil([this] {
      AcceptAll();
      return Served() >= clients.size();
    });
  }
  std::vector<base::Fd> clients;
};

TEST_F(KernelTest, EveryWorkerHasASocketOfItsOwn) {
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  EXPECT_EQ(a.reply.name.port, b.reply.name.port);
  Connect(100);
  Settle();
  EXPECT_EQ(primary->listeners()[0].accepted, 0U);
  AcceptAll();
  EXPECT_EQ(Served(), 100U);
  EXPECT_GT(a.connections.size(), 10U);
  EXPECT_GT(b.connections.size(), 10U);
}

TEST_F(KernelTest, WhatWaitedForADeadWorkerIsServedByOthers) {
  TestWorker& a = AddListening(1, Port());
  TestWorker& b = AddListening(2, Port());
  Connect(100);  // about half wait in the socket of a
  a.Die();
  ASSERT_TRUE(ServeAll());
  EXPECT_EQ(b.connections.size(), 100U);
  const uint64_t handed = primary->listeners()[0].accepted;
  EXPECT_GT(handed, 10U);
  // New connections are steered to the living one.
  Connect(100);
  ASSERT_TRUE(ServeAll());
  EXPECT_EQ(primary->listeners()[0].accepted, handed);
}

TEST_F(KernelTest, ASuccessorTakesTheOrphanedSocket) {
  AddListening(1, Port());
  workers_[1]->Die();
  ASSERT_TRUE(RunUntil([&] { return primary->state(1) == WorkerState::kExiting; }));
  Connect(20);  // nobody is there
  Settle(10);
  EXPECT_EQ(Served(), 0U);
  TestWorker& b = AddListening(2, Port());
  b.AcceptAll();
  EXPECT_EQ(b.connections.size(), 20U);
  EXPECT_EQ(primary->listeners()[0].accepted, 0U);
}

TEST_F(KernelTest, ADrainedWorkersSocketIsEmptiedAndUsedAgain) {
  TestWorker& a = AddListening(1, Port());
  AddListening(2, Port());
  Connect(50);
  primary->Drain(1, 1ms, 1ms);
  a.reply.socket.Reset();
  Connect(50);
  ASSERT_TRUE(ServeAll());
  EXPECT_EQ(a.connections.size(), 0U);
  a.Die();
  ASSERT_TRUE(RunUntil([&] { return primary->state(1) == WorkerState::kExiting; }));
  const uint64_t handed = primary->listeners()[0].accepted;
  TestWorker& c = AddListening(3, Port());
  Connect(100);
  ASSERT_TRUE(ServeAll());
  EXPECT_GT(c.connections.size(), 10U);
  EXPECT_EQ(primary->listeners()[0].accepted, handed);
}

TEST_F(KernelTest, GenerationsReplaceOneAnotherWithoutALoss) {
  for (WorkerId id = 1; id <= 3; ++id) AddListening(id, Port());
  for (WorkerId generation = 1; generation <= 3; ++generation) {
    for (WorkerId i = 1; i <= 3; ++i) {
      const WorkerId old = (generation - 1) * 3 + i;
      AddListening(generation * 3 + i, Port());
      Connect(20);
      primary->Drain(old, 1ms, 1ms);
      workers_[old]->reply.socket.Reset();
      Connect(20);
    }
  }
  ASSERT_TRUE(ServeAll());
  for (const base::Fd& client : clients) ASSERT_EQ(test::ReadNow(client), "");
}

}  // namespace
}  // namespace drover::cluster
