#include "supervisor/cli/show.h"

#include <gtest/gtest.h>

#include "supervisor/config/json.h"

namespace drover::sup {
namespace {

supervisor::v1::Listing Sample() {
  supervisor::v1::Listing listing;
  listing.set_daemon_pid(1);
  auto& web = *listing.add_apps();
  web.set_name("a-web-application-with-a-very-long-name-indeed");
  web.set_exec_mode(supervisor::v1::EXEC_MODE_CLUSTER);
  web.set_status(supervisor::v1::WORKER_STATUS_ONLINE);
  web.set_instances(2);
  web.set_uptime_ms(185'000);
  for (int i = 0; i < 2; ++i) {
    auto& worker = *web.add_workers();
    worker.set_slot(static_cast<uint32_t>(i));
    worker.set_pid(4711 + i);
    worker.set_status(supervisor::v1::WORKER_STATUS_ONLINE);
    worker.set_memory_bytes(20 << 20);
    worker.set_cpu_percent(12.5);
  }
  auto& job = *listing.add_apps();
  job.set_id(1);
  job.set_name("job");
  job.set_status(supervisor::v1::WORKER_STATUS_ERRORED);
  job.set_reason(
      "exited with code 1: Error: listen EADDRINUSE: address already in use 127.0.0.1:3000 and "
      "more");
  return listing;
}

TEST(ShowTest, TheListFitsAnOrdinaryTerminal) {
  std::string text = ShowList(Sample(), Terminal(80, false, true));
  EXPECT_NE(text.find("online 2/2"), std::string::npos) << text;
  EXPECT_NE(text.find("4711 +1"), std::string::npos) << text;
  EXPECT_NE(text.find("3m 5s"), std::string::npos) << text;
  EXPECT_NE(text.find("job: exited with code 1"), std::string::npos) << text;
  for (size_t end; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1))
    EXPECT_LE(DisplayWidth(text.substr(0, end)), 80u) << text.substr(0, end);
}

TEST(ShowTest, JsonCanBeRead) {
  const auto root = ParseJson(ListAsJson(Sample()), "out");
  ASSERT_TRUE(root.ok()) << root.error().ToString();
  const JsonValue& apps = *root.value().Find("apps");
  ASSERT_EQ(apps.items.size(), 2u);
  EXPECT_EQ(apps.items[0].Find("workers")->items[1].Find("pid")->number, 4712);
  EXPECT_EQ(apps.items[1].Find("status")->string, "errored");
}

TEST(ShowTest, ResultsAndEventsAreJson) {
  supervisor::v1::Result result;
  result.set_outcome(supervisor::v1::OUTCOME_PARTLY);
  result.add_apps()->set_app("web");
  EXPECT_EQ(ParseJson(ResultAsJson(result), "out").value().Find("outcome")->string, "partly done");
  supervisor::v1::Event event;
  event.set_app("web");
  event.set_event("exited");
  event.set_detail("killed by SIGKILL");
  const std::string line = EventAsJson(event);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(ParseJson(line, "out").value().Find("event")->string, "exited");
}

TEST(ShowTest, AStepIsSaidOnce) {
  supervisor::v1::Progress step;
  step.set_app("web");
  step.set_slot(1);
  step.set_pid(5);
  step.set_what("exited");
  step.set_detail("exited with code 0");
  EXPECT_EQ(ShowProgress(step, Terminal(0, false, false)), "web w1 (pid 5) exited with code 0\n");
  step.set_what("online");
  step.set_detail("[::]:80");
  EXPECT_EQ(ShowProgress(step, Terminal(0, false, false)), "web w1 (pid 5) online [::]:80\n");
}

TEST(ShowTest, NoAppsIsSaid) { EXPECT_EQ(ShowList({}, Terminal(80, false, true)), "no apps\n"); }

}  // namespace
}  // namespace drover::sup
