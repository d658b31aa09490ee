#include "supervisor/config/app_config.h"

#include <signal.h>

#include <algorithm>

#include <gtest/gtest.h>

#include "supervisor/config/config_file.h"
#include "tests/supervisor/temp_dir.h"

namespace drover::sup {
namespace {

using supervisor::v1::EXEC_MODE_CLUSTER;
using supervisor::v1::EXEC_MODE_FORK;

class AppConfigTest : public ::testing::Test {
 protected:
  AppConfigTest() {
    caller_.cwd = "/";
    caller_.cpus = 4;
    caller_.runtime = "/opt/drover-runtime";
    caller_.env = {"PATH=/usr/bin:/bin", "HOME=/root", "SECRET=1"};
    dir_.Write("web.js", "");
    dir_.Write("tool", "", 0755);
  }
  base::Result<std::vector<AppSpec>> Load(const std::string& text) {
    return LoadConfig(dir_.Write("drover.config.json", text), options_, caller_);
  }
  AppSpec One(const std::string& text) {
    auto specs = Load(text);
    EXPECT_TRUE(specs.ok()) << specs.error().ToString();
    return specs.ok() ? (*specs)[0] : AppSpec();
  }
  // The message behind the file's path.
  std::string ErrorOf(const std::string& text) {
    auto specs = Load(text);
    if (specs.ok()) return "";
    std::string message = specs.error().ToString();
    const std::string file = dir_ / "drover.config.json";
    EXPECT_TRUE(message.starts_with(file)) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    return message.substr(file.size());
  }
  static std::string EnvOf(const AppSpec& spec, const std::string& name) {
    for (const std::string& entry : spec.env())
      if (entry.starts_with(name + "=")) return entry.substr(name.size() + 1);
    return "<unset>";
  }

  TempDir dir_;
  Caller caller_;
  StartOptions options_;
};

TEST_F(AppConfigTest, FillsInDefaults) {
  const AppSpec spec = One(R"({"apps": [{"script": "web.js"}]})");
  EXPECT_EQ(spec.name(), "web");
  EXPECT_EQ(spec.cwd(), dir_.path());
  EXPECT_EQ(spec.exec_mode(), EXEC_MODE_FORK);
  EXPECT_EQ(spec.instances(), 1u);
  EXPECT_TRUE(spec.autorestart());
  EXPECT_EQ(spec.stop_signal(), SIGTERM);
  EXPECT_EQ(spec.kill_timeout_ms(), 10'000u);
}

TEST_F(AppConfigTest, ReadsEveryKey) {
  const AppSpec spec = One(R"([{
    "name": "w", "script": "web.js", "args": "--port 3000", "cwd": ".", "env": {"A": "b", "N": 5, "T": true, "SECRET": null},
    "instances": "max", "exec_mode": "cluster", "interpreter": "drover", "node_args": ["--x", "1"], "port": 8080,
    "autorestart": false, "max_restarts": 3, "min_uptime": "2s", "restart_delay": 50, "stop_exit_codes": [0, 3],
    "kill_timeout": 1600, "listen_timeout": "3s", "wait_ready": true, "stop_signal": "SIGINT",
    "drain_timeout": "1m", "drain_quiet_time": 100, "log_max_size": "1M", "log_keep": 7}])");
  EXPECT_EQ(spec.name(), "w");
  EXPECT_EQ(spec.args_size(), 2);
  EXPECT_EQ(spec.instances(), 4u);
  EXPECT_EQ(spec.exec_mode(), EXEC_MODE_CLUSTER);
  EXPECT_EQ(spec.exec_args(1), "1");
  EXPECT_EQ(EnvOf(spec, "A"), "b");
  EXPECT_EQ(EnvOf(spec, "N"), "5");
  EXPECT_EQ(EnvOf(spec, "T"), "true");
  EXPECT_EQ(EnvOf(spec, "SECRET"), "<unset>");
  EXPECT_EQ(EnvOf(spec, "HOME"), "/root");
  EXPECT_EQ(EnvOf(spec, "PORT"), "8080");
  EXPECT_FALSE(spec.autorestart());
  EXPECT_EQ(spec.max_restarts(), 3u);
  EXPECT_EQ(spec.min_uptime_ms(), 2000u);
  EXPECT_EQ(spec.restart_delay_ms(), 50u);
  EXPECT_EQ(spec.stop_exit_codes(1), 3);
  EXPECT_EQ(spec.kill_timeout_ms(), 1600u);
  EXPECT_EQ(spec.listen_timeout_ms(), 3000u);
  EXPECT_TRUE(spec.wait_ready());
  EXPECT_EQ(spec.stop_signal(), SIGINT);
  EXPECT_EQ(spec.drain_timeout_ms(), 60'000u);
  EXPECT_EQ(spec.drain_quiet_ms(), 100u);
  EXPECT_EQ(spec.log_max_bytes(), 1u << 20);
  EXPECT_EQ(spec.log_keep(), 7u);
}

TEST_F(AppConfigTest, InstancesMakeAJavaScriptAppACluster) {
  EXPECT_EQ(One(R"({"script": "web.js", "instances": 2})").exec_mode(), EXEC_MODE_CLUSTER);
  EXPECT_EQ(One(R"({"script": "./tool", "instances": 2})").exec_mode(), EXEC_MODE_FORK);
  EXPECT_EQ(One(R"({"script": "web.js", "instances": -1})").instances(), 3u);
  EXPECT_EQ(One(R"({"script": "web.js", "instances": -9})").instances(), 1u);
  EXPECT_EQ(One(R"({"script": "web.js", "instances": 0})").instances(), 4u);
}

TEST_F(AppConfigTest, UnknownKeysAreNamedWithTheNearest) {
  EXPECT_EQ(ErrorOf("{\"apps\": [{\n \"script\": \"web.js\",\n \"instnaces\": 2}]}"),
            ":3: unknown key \"instnaces\"; did you mean \"instances\"?");
  EXPECT_EQ(ErrorOf(R"({"script": "web.js", "quux": 2})"), ":1: unknown key \"quux\"");
  EXPECT_EQ(ErrorOf("{\"apps\": [],\n\"aps\": 1}"), ":2: unknown key \"aps\" beside \"apps\"");
}

TEST_F(AppConfigTest, WrongValuesAreNamed) {
  EXPECT_EQ(ErrorOf(R"({"script": 5})"), ":1: script: must be a string, not a number");
  EXPECT_EQ(ErrorOf(R"({"script": "web.js", "instances": 1.5})"),
            ":1: instances: must be a whole number or \"max\"");
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "instances": "many"})").find("many"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "autorestart": "yes"})").find("true or false"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "kill_timeout": "soon"})").find("kill_timeout"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "kill_timeout": 1e300})").find("kill_timeout"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "stop_signal": "SIGNOPE"})").find("stop_signal"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "exec_mode": "thread"})").find("exec_mode"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "port": 70000})").find("port"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "env": {"A=B": "1"}})").find("env.A=B"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "args": [{}]})").find("args"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "name": "../x"})").find("name"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "cwd": "none"})").find("cwd"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "script": "b.js"})").find("twice"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "web.js", "exec": "b.js"})").find("another key"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"name": "x"})").find("script is missing"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"apps": []})").find("no apps"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"apps": [1]})").find("must be an object"), std::string::npos);
  EXPECT_NE(ErrorOf(R"([{"script": "web.js"}, {"script": "web.js"}])").find("two apps"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "none.js"})").find("none.js"), std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "./tool", "exec_mode": "cluster"})").find("cluster needs"),
            std::string::npos);
  EXPECT_NE(ErrorOf(R"({"script": "./tool", "wait_ready": true})").find("wait_ready"),
            std::string::npos);
}

TEST_F(AppConfigTest, TheCommandLineWins) {
  options_.name = "other";
  options_.instances = "3";
  options_.args = {"x"};
  options_.has_args = true;
  const AppSpec spec = One(R"({"name": "web", "script": "web.js", "args": ["a", "b"]})");
  EXPECT_EQ(spec.name(), "other");
  EXPECT_EQ(spec.instances(), 3u);
  ASSERT_EQ(spec.args_size(), 1);
  EXPECT_EQ(spec.args(0), "x");
}

TEST_F(AppConfigTest, AProfileIsLaidOverEnv) {
  const std::string text =
      R"({"script": "web.js", "env": {"A": "1", "B": "1"}, "env_production": {"A": "2"}, "env_test": {"A": "3"}})";
  EXPECT_EQ(EnvOf(One(text), "A"), "1");
  options_.profile = "production";
  EXPECT_EQ(EnvOf(One(text), "A"), "2");
  EXPECT_EQ(EnvOf(One(text), "B"), "1");
}

TEST_F(AppConfigTest, OnlyTheNamedApps) {
  options_.only = {"b"};
  auto specs = Load(R"([{"name": "a", "script": "web.js"}, {"name": "b", "script": "web.js"}])");
  ASSERT_TRUE(specs.ok());
  ASSERT_EQ(specs->size(), 1u);
  EXPECT_EQ((*specs)[0].name(), "b");
}

TEST_F(AppConfigTest, NamesMustBeUsable) {
  for (const char* good : {"web", "web-1", "a.b_c@d", "1a"})
    EXPECT_TRUE(CheckAppName(good).ok()) << good;
  for (const char* bad : {"", "all", "12", "-x", ".x", "a/b", "a b", "a\n"})
    EXPECT_FALSE(CheckAppName(bad).ok()) << bad;
  EXPECT_FALSE(CheckAppName(std::string(65, 'a')).ok());
}

TEST_F(AppConfigTest, MissingAndUnreadableFilesAreNamed) {
  const auto missing = LoadConfig(dir_ / "none.json", options_, caller_);
  EXPECT_EQ(missing.error().ToString(), dir_ / "none.json" + ": no such file or directory");
  const auto folder = LoadConfig(dir_.path(), options_, caller_);
  EXPECT_FALSE(folder.ok());
}

}  // namespace
}  // namespace drover::sup
