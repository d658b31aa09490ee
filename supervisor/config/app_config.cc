#include "supervisor/config/app_config.h"

#include <signal.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include <sys/stat.h>

#include "supervisor/config/program.h"
#include "supervisor/nearest.h"
#include "supervisor/units.h"

namespace drover::sup {
namespace {

using base::Error;
using base::Result;
using base::Status;
using supervisor::v1::EXEC_MODE_CLUSTER;
using supervisor::v1::EXEC_MODE_FORK;

constexpr unsigned kMostInstances = 1024;
constexpr size_t kLongestName = 64;
constexpr double kLongestDuration = 7 * 86'400'000.0;

void SetDefaults(AppSpec& spec) {
  spec.set_instances(1);
  spec.set_autorestart(true);
  spec.set_max_restarts(16);
  spec.set_min_uptime_ms(1000);
  spec.set_restart_delay_ms(100);
  spec.set_kill_timeout_ms(10'000);
  spec.set_listen_timeout_ms(10'000);
  spec.set_stop_signal(SIGTERM);
  spec.set_drain_timeout_ms(30'000);
  spec.set_drain_quiet_ms(5'000);
  spec.set_log_max_bytes(64 << 20);
  spec.set_log_keep(3);
}

// Reads one app of a configuration. Collects what depends on other keys and puts it together in
// Finish().
class AppReader {
 public:
  AppReader(std::string file, const StartOptions& options, const Caller& caller)
      : file_(std::move(file)), options_(options), caller_(caller) {
    SetDefaults(spec_);
  }

  Result<AppSpec> Read(const JsonValue& app);
  Result<AppSpec> FromScript(std::string_view script);

 private:
  using Reader = Status (AppReader::*)(const JsonValue&, std::string_view key);
  struct Key {
    std::string_view name;
    Reader read;
  };
  static const Key kKeys[];

  Error Wrong(const JsonValue& at, std::string_view key, std::string_view what) const;
  Status Text(const JsonValue& v, std::string_view key, std::string& out);
  Status Flag(const JsonValue& v, std::string_view key, std::function<void(bool)> set);
  Status Count(const JsonValue& v, std::string_view key, std::function<void(uint32_t)> set);
  Status Duration(const JsonValue& v, std::string_view key, std::function<void(uint32_t)> set);
  Status Words(const JsonValue& v, std::string_view key, std::vector<std::string>& out);

  Status Name(const JsonValue& v, std::string_view key) { return Text(v, key, name_); }
  Status Script(const JsonValue& v, std::string_view key) { return Text(v, key, script_); }
  Status Cwd(const JsonValue& v, std::string_view key) { return Text(v, key, cwd_); }
  Status Interpreter(const JsonValue& v, std::string_view key) {
    return Text(v, key, interpreter_);
  }
  Status Args(const JsonValue& v, std::string_view key) { return Words(v, key, args_); }
  Status ExecArgs(const JsonValue& v, std::string_view key) { return Words(v, key, exec_args_); }
  Status Env(const JsonValue& v, std::string_view key);
  Status Instances(const JsonValue& v, std::string_view key);
  Status Mode(const JsonValue& v, std::string_view key);
  Status Port(const JsonValue& v, std::string_view key);
  Status StopSignal(const JsonValue& v, std::string_view key);
  Status StopCodes(const JsonValue& v, std::string_view key);
  Status LogSize(const JsonValue& v, std::string_view key);
  Status Autorestart(const JsonValue& v, std::string_view key) {
    return Flag(v, key, [this](bool b) { spec_.set_autorestart(b); });
  }
  Status WaitReady(const JsonValue& v, std::string_view key) {
    return Flag(v, key, [this](bool b) { spec_.set_wait_ready(b); });
  }
  Status MaxRestarts(const JsonValue& v, std::string_view key) {
    return Count(v, key, [this](uint32_t n) { spec_.set_max_restarts(n); });
  }
  Status LogKeep(const JsonValue& v, std::string_view key) {
    return Count(v, key, [this](uint32_t n) { spec_.set_log_keep(std::min(n, 100u)); });
  }
  Status MinUptime(const JsonValue& v, std::string_view key) {
    return Duration(v, key, [this](uint32_t ms) { spec_.set_min_uptime_ms(ms); });
  }
  Status RestartDelay(const JsonValue& v, std::string_view key) {
    return Duration(v, key, [this](uint32_t ms) { spec_.set_restart_delay_ms(ms); });
  }
  Status KillTimeout(const JsonValue& v, std::string_view key) {
    return Duration(v, key, [this](uint32_t ms) { spec_.set_kill_timeout_ms(ms); });
  }
  Status ListenTimeout(const JsonValue& v, std::string_view key) {
    return Duration(v, key, [this](uint32_t ms) { spec_.set_listen_timeout_ms(ms); });
  }
  Status DrainTimeout(const JsonValue& v, std::string_view key) {
    return Duration(v, key, [this](uint32_t ms) { spec_.set_drain_timeout_ms(ms); });
  }
  Status DrainQuiet(const JsonValue& v, std::string_view key) {
    return Duration(v, key, [this](uint32_t ms) { spec_.set_drain_quiet_ms(ms); });
  }

  Status Unknown(const JsonValue& at, std::string_view key) const;
  Status CountInstances(std::string_view text, const std::string& where);
  Status Finish(const std::string& where);
  void ComposeEnv();

  std::string file_;  // "" for an app without a configuration
  const StartOptions& options_;
  const Caller& caller_;
  AppSpec spec_;
  std::string name_, script_, cwd_, interpreter_, instances_;
  std::optional<supervisor::v1::ExecMode> mode_;
  std::vector<std::string> args_, exec_args_;
  std::vector<std::pair<std::string, std::optional<std::string>>> env_, profile_env_;
};

const AppReader::Key AppReader::kKeys[] = {
    {"name", &AppReader::Name},
    {"script", &AppReader::Script},
    {"exec", &AppReader::Script},
    {"cmd", &AppReader::Script},
    {"command", &AppReader::Script},
    {"args", &AppReader::Args},
    {"cwd", &AppReader::Cwd},
    {"env", &AppReader::Env},
    {"instances", &AppReader::Instances},
    {"exec_mode", &AppReader::Mode},
    {"interpreter", &AppReader::Interpreter},
    {"exec_interpreter", &AppReader::Interpreter},
    {"node_args", &AppReader::ExecArgs},
    {"exec_args", &AppReader::ExecArgs},
    {"interpreter_args", &AppReader::ExecArgs},
    {"port", &AppReader::Port},
    {"autorestart", &AppReader::Autorestart},
    {"max_restarts", &AppReader::MaxRestarts},
    {"min_uptime", &AppReader::MinUptime},
    {"restart_delay", &AppReader::RestartDelay},
    {"stop_exit_codes", &AppReader::StopCodes},
    {"kill_timeout", &AppReader::KillTimeout},
    {"listen_timeout", &AppReader::ListenTimeout},
    {"wait_ready", &AppReader::WaitReady},
    {"stop_signal", &AppReader::StopSignal},
    {"drain_timeout", &AppReader::DrainTimeout},
    {"drain_quiet_time", &AppReader::DrainQuiet},
    {"log_max_size", &AppReader::LogSize},
    {"log_keep", &AppReader::LogKeep},
};

Error AppReader::Wrong(const JsonValue& at, std::string_view key, std::string_view what) const {
  return Error::Message(file_ + ":" + std::to_string(at.line) + ": " + std::string(key) + ": " +
                        std::string(what));
}

Status AppReader::Text(const JsonValue& v, std::string_view key, std::string& out) {
  if (v.kind != JsonValue::Kind::kString)
    return Wrong(v, key, "must be a string, not " + std::string(v.KindName()));
  if (v.string.empty()) return Wrong(v, key, "must not be empty");
  if (v.string.find('\0') != std::string::npos) return Wrong(v, key, "must not hold a NUL byte");
  if (!out.empty()) return Wrong(v, key, "says the same as another key of this app");
  out = v.string;
  return {};
}

Status AppReader::Flag(const JsonValue& v, std::string_view key, std::function<void(bool)> set) {
  if (v.kind != JsonValue::Kind::kBool)
    return Wrong(v, key, "must be true or false, not " + std::string(v.KindName()));
  set(v.boolean);
  return {};
}

Status AppReader::Count(const JsonValue& v, std::string_view key,
                        std::function<void(uint32_t)> set) {
  if (v.kind != JsonValue::Kind::kNumber || v.number < 0 || v.number > 1e9 ||
      v.number != std::floor(v.number))
    return Wrong(v, key, "must be a whole number from 0");
  set(static_cast<uint32_t>(v.number));
  return {};
}

Status AppReader::Duration(const JsonValue& v, std::string_view key,
                           std::function<void(uint32_t)> set) {
  double ms = -1;
  if (v.kind == JsonValue::Kind::kNumber) ms = v.number;
  if (v.kind == JsonValue::Kind::kString) {
    if (const auto parsed = ParseDuration(v.string)) ms = static_cast<double>(parsed->count());
  }
  if (!(ms >= 0) || ms > kLongestDuration)
    return Wrong(v, key, "must be milliseconds or a text such as \"10s\", at most 7 days");
  set(static_cast<uint32_t>(ms));
  return {};
}

Status AppReader::Words(const JsonValue& v, std::string_view key, std::vector<std::string>& out) {
  if (v.kind == JsonValue::Kind::kString) {
    for (size_t at = 0; at < v.string.size();) {
      at = v.string.find_first_not_of(" \t\n", at);
      if (at == std::string::npos) break;
      const size_t end = std::min(v.string.find_first_of(" \t\n", at), v.string.size());
      out.push_back(v.string.substr(at, end - at));
      at = end;
    }
    return {};
  }
  if (v.kind != JsonValue::Kind::kArray)
    return Wrong(v, key, "must be an array of strings or one string");
  for (const JsonValue& item : v.items) {
    if (item.kind == JsonValue::Kind::kNumber && item.number == std::floor(item.number) &&
        std::abs(item.number) < 1e15) {
      out.push_back(std::to_string(static_cast<long long>(item.number)));
    } else if (item.kind == JsonValue::Kind::kString &&
               item.string.find('\0') == std::string::npos) {
      out.push_back(item.string);
    } else {
      return Wrong(item, key, "must hold strings only, not " + std::string(item.KindName()));
    }
  }
  return {};
}

Status AppReader::Env(const JsonValue& v, std::string_view key) {
  if (v.kind != JsonValue::Kind::kObject) return Wrong(v, key, "must be an object of strings");
  auto& into = key == "env" ? env_ : profile_env_;
  for (const auto& [name, value] : v.members) {
    const std::string where = std::string(key) + "." + name;
    if (name.empty() || name.find_first_of(std::string_view("=\0", 2)) != std::string::npos)
      return Wrong(value, where, "is no name of a variable");
    switch (value.kind) {
      case JsonValue::Kind::kString:
        if (value.string.find('\0') != std::string::npos)
          return Wrong(value, where, "must not hold a NUL byte");
        into.emplace_back(name, value.string);
        break;
      case JsonValue::Kind::kBool:
        into.emplace_back(name, value.boolean ? "true" : "false");
        break;
      case JsonValue::Kind::kNumber: {
        char text[40];
        std::snprintf(text, sizeof text, "%.15g", value.number);
        into.emplace_back(name, text);
        break;
      }
      case JsonValue::Kind::kNull:
        into.emplace_back(name, std::nullopt);
        break;
      case JsonValue::Kind::kArray:
      case JsonValue::Kind::kObject:
        return Wrong(value, where, "must be a string, a number or true/false");
    }
  }
  return {};
}

Status AppReader::Instances(const JsonValue& v, std::string_view key) {
  if (v.kind == JsonValue::Kind::kNumber && v.number == std::floor(v.number) &&
      std::abs(v.number) <= kMostInstances) {
    instances_ = std::to_string(static_cast<int>(v.number));
  } else if (v.kind == JsonValue::Kind::kString) {
    instances_ = v.string;
  } else {
    return Wrong(v, key, "must be a whole number or \"max\"");
  }
  return CountInstances(instances_, file_ + ":" + std::to_string(v.line) + ": ");
}

Status AppReader::Mode(const JsonValue& v, std::string_view key) {
  if (v.string == "cluster" || v.string == "cluster_mode") mode_ = EXEC_MODE_CLUSTER;
  if (v.string == "fork" || v.string == "fork_mode") mode_ = EXEC_MODE_FORK;
  if (!mode_) return Wrong(v, key, "must be \"cluster\" or \"fork\"");
  return {};
}

Status AppReader::Port(const JsonValue& v, std::string_view key) {
  uint32_t port = 65536;
  if (v.kind == JsonValue::Kind::kNumber && v.number >= 0 && v.number <= 65535 &&
      v.number == std::floor(v.number))
    port = static_cast<uint32_t>(v.number);
  if (port > 65535) return Wrong(v, key, "must be a number from 0 to 65535");
  env_.emplace_back("PORT", std::to_string(port));
  return {};
}

Status AppReader::StopSignal(const JsonValue& v, std::string_view key) {
  const auto signal = v.kind == JsonValue::Kind::kString ? ParseSignal(v.string) : std::nullopt;
  if (!signal) return Wrong(v, key, "must be the name of a signal, such as \"SIGTERM\"");
  spec_.set_stop_signal(*signal);
  return {};
}

Status AppReader::StopCodes(const JsonValue& v, std::string_view key) {
  std::vector<const JsonValue*> codes;
  if (v.kind == JsonValue::Kind::kArray)
    for (const JsonValue& item : v.items) codes.push_back(&item);
  else
    codes.push_back(&v);
  for (const JsonValue* code : codes) {
    if (code->kind != JsonValue::Kind::kNumber || code->number < 0 || code->number > 255 ||
        code->number != std::floor(code->number))
      return Wrong(*code, key, "must be exit codes from 0 to 255");
    spec_.add_stop_exit_codes(static_cast<int>(code->number));
  }
  return {};
}

Status AppReader::LogSize(const JsonValue& v, std::string_view key) {
  std::optional<uint64_t> bytes;
  if (v.kind == JsonValue::Kind::kString) bytes = ParseSize(v.string);
  if (v.kind == JsonValue::Kind::kNumber && v.number >= 0 && v.number < 1e15)
    bytes = static_cast<uint64_t>(v.number);
  if (!bytes) return Wrong(v, key, "must be bytes or a text such as \"64M\"; 0 never rotates");
  spec_.set_log_max_bytes(*bytes);
  return {};
}

Status AppReader::Unknown(const JsonValue& at, std::string_view key) const {
  std::vector<std::string_view> names;
  for (const Key& known : kKeys) names.push_back(known.name);
  const std::string_view nearest = Nearest(key, names);
  std::string message =
      file_ + ":" + std::to_string(at.line) + ": unknown key \"" + std::string(key) + "\"";
  if (!nearest.empty()) message += "; did you mean \"" + std::string(nearest) + "\"?";
  return Error::Message(std::move(message));
}

Status AppReader::CountInstances(std::string_view text, const std::string& where) {
  const int cpus = static_cast<int>(caller_.cpus);
  int count = 0;
  if (text == "max") {
    count = cpus;
  } else {
    const std::string number(text);
    char* end = nullptr;
    const long value = std::strtol(number.c_str(), &end, 10);
    if (number.empty() || *end != '\0' || std::abs(value) > static_cast<long>(kMostInstances))
      return Error::Message(where + "instances: \"" + number +
                            "\" is no number from 1 to 1024 and not \"max\"");
    count = value > 0 ? static_cast<int>(value) : cpus + static_cast<int>(value);
  }
  spec_.set_instances(static_cast<uint32_t>(std::max(1, count)));
  return {};
}

void AppReader::ComposeEnv() {
  std::vector<std::pair<std::string, std::string>> merged;
  const auto put = [&](const std::string& name, const std::optional<std::string>& value) {
    std::erase_if(merged, [&](const auto& entry) { return entry.first == name; });
    if (value) merged.emplace_back(name, *value);
  };
  for (const std::string& entry : caller_.env) {
    const size_t equals = entry.find('=');
    if (equals != std::string::npos)
      merged.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
  }
  for (const auto& [name, value] : env_) put(name, value);
  for (const auto& [name, value] : profile_env_) put(name, value);
  for (const auto& [name, value] : merged) spec_.add_env(name + "=" + value);
}

Status AppReader::Finish(const std::string& where) {
  const size_t slash = file_.rfind('/');
  const std::string base =
      slash == std::string::npos ? caller_.cwd : file_.substr(0, std::max<size_t>(slash, 1));
  if (!options_.cwd.empty()) cwd_ = AbsolutePath(options_.cwd, caller_.cwd);
  spec_.set_cwd(AbsolutePath(cwd_.empty() ? "." : cwd_, base));
  struct stat st;
  if (::stat(spec_.cwd().c_str(), &st) != 0)
    return Error::FromErrno(errno, where + "cwd " + spec_.cwd());
  if (!S_ISDIR(st.st_mode)) return Error::FromErrno(ENOTDIR, where + "cwd " + spec_.cwd());
  if (script_.empty()) return Error::Message(where + "script is missing");

  const std::string& interpreter =
      options_.interpreter.empty() ? interpreter_ : options_.interpreter;
  auto program = ResolveProgram(script_, interpreter, spec_.cwd(), caller_);
  if (!program.ok())
    return Error(std::move(program).error())
        .Wrap(where.empty() ? "start" : where.substr(0, where.size() - 2));
  spec_.set_script(program->script);
  spec_.set_interpreter(program->interpreter);
  spec_.set_javascript(program->javascript);

  if (!options_.name.empty()) name_ = options_.name;
  if (name_.empty()) name_ = DefaultName(spec_.script());
  if (Status status = CheckAppName(name_); !status.ok())
    return Error::Message(where + status.ToString());
  spec_.set_name(name_);

  if (!options_.instances.empty()) {
    instances_ = options_.instances;
    if (Status status = CountInstances(instances_, where); !status.ok()) return status;
  }
  if (!mode_)
    mode_ = !instances_.empty() && spec_.javascript() ? EXEC_MODE_CLUSTER : EXEC_MODE_FORK;
  if (*mode_ == EXEC_MODE_CLUSTER && !spec_.javascript())
    return Error::Message(where + "exec_mode: cluster needs a JavaScript program run by drover; " +
                          spec_.script() + " is run by " +
                          (spec_.interpreter().empty() ? "itself" : spec_.interpreter()));
  if (spec_.wait_ready() && !spec_.javascript())
    return Error::Message(
        where + "wait_ready: only a JavaScript program run by drover can say that it is ready");
  spec_.set_exec_mode(*mode_);
  if (spec_.interpreter().empty() && !(exec_args_.empty() && options_.exec_args.empty()))
    return Error::Message(where + "exec_args: the program has no interpreter to take them");

  for (const std::string& arg : options_.exec_args.empty() ? exec_args_ : options_.exec_args)
    spec_.add_exec_args(arg);
  for (const std::string& arg : options_.has_args ? options_.args : args_) spec_.add_args(arg);
  ComposeEnv();
  return {};
}

Result<AppSpec> AppReader::Read(const JsonValue& app) {
  if (app.kind != JsonValue::Kind::kObject)
    return Error::Message(file_ + ":" + std::to_string(app.line) +
                          ": an app must be an object, not " + std::string(app.KindName()));
  for (const auto& [key, value] : app.members) {
    if (key.starts_with("env_")) {
      if (key.substr(4) != options_.profile) continue;
      if (Status status = Env(value, key); !status.ok()) return status;
      continue;
    }
    const auto* known = std::find_if(std::begin(kKeys), std::end(kKeys),
                                     [&](const Key& k) { return k.name == key; });
    Status status =
        known == std::end(kKeys) ? Unknown(value, key) : (this->*known->read)(value, key);
    if (!status.ok()) return status;
  }
  if (Status status = Finish(file_ + ":" + std::to_string(app.line) + ": "); !status.ok())
    return status;
  return spec_;
}

Result<AppSpec> AppReader::FromScript(std::string_view script) {
  script_ = script;
  if (Status status = Finish(""); !status.ok()) return status;
  return spec_;
}

}  // namespace

Status CheckAppName(std::string_view name) {
  const bool legal = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) || c == '.' || c == '_' || c == '-' || c == '@';
  });
  const bool number = name.find_first_not_of("0123456789") == std::string_view::npos;
  if (name.empty() || name.size() > kLongestName || !legal || number || name == "all" ||
      name[0] == '.' || name[0] == '-')
    return Error::Message(
        "name: \"" + std::string(name) +
        "\" is no name for an app (letters, digits, . _ @ -; not only digits, not \"all\")");
  return {};
}

Result<AppSpec> SpecForScript(std::string_view script, const StartOptions& options,
                              const Caller& caller) {
  return AppReader("", options, caller).FromScript(script);
}

Result<std::vector<AppSpec>> SpecsFromConfig(const JsonValue& root, const std::string& file,
                                             const StartOptions& options, const Caller& caller) {
  const JsonValue* apps = &root;
  if (root.kind == JsonValue::Kind::kObject && root.Find("apps")) {
    apps = root.Find("apps");
    for (const auto& [key, value] : root.members) {
      if (key == "apps") continue;
      return Error::Message(file + ":" + std::to_string(value.line) + ": unknown key \"" + key +
                            "\" beside \"apps\"");
    }
  }
  std::vector<const JsonValue*> list;
  if (apps->kind == JsonValue::Kind::kArray)
    for (const JsonValue& app : apps->items) list.push_back(&app);
  else
    list.push_back(apps);
  if (list.empty())
    return Error::Message(file + ":" + std::to_string(apps->line) + ": no apps in it");

  std::vector<AppSpec> specs;
  for (const JsonValue* app : list) {
    if (!options.only.empty() && app->kind == JsonValue::Kind::kObject) {
      const JsonValue* name = app->Find("name");
      if (!name ||
          std::find(options.only.begin(), options.only.end(), name->string) == options.only.end())
        continue;
    }
    auto spec = AppReader(file, options, caller).Read(*app);
    if (!spec.ok()) return std::move(spec).error();
    for (const AppSpec& other : specs) {
      if (other.name() == spec->name())
        return Error::Message(file + ":" + std::to_string(app->line) + ": two apps are named \"" +
                              other.name() + "\"");
    }
    specs.push_back(std::move(*spec));
  }
  if (specs.empty()) return Error::Message(file + ": no app of that name in it");
  return specs;
}

}  // namespace drover::sup
