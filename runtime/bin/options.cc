#include "runtime/bin/options.h"

#include <algorithm>
#include <string_view>

#include <v8.h>

namespace drover::rt {
namespace {

enum class Value { kNone, kRequired, kOptional };

struct Option {
  const char* name;
  Value value;
  const char* help;  // null: accepted and without effect here
};

// Options that act, then those of Node that change nothing in this runtime and are accepted.
constexpr Option kOptions[] = {
    {"--eval", Value::kRequired, "evaluate the text as a script (-e)"},
    {"--print", Value::kOptional, "evaluate and print the result (-p)"},
    {"--check", Value::kNone, "check the script's syntax without running it (-c)"},
    {"--interactive", Value::kNone, nullptr},
    {"--require", Value::kRequired, "load this CommonJS module first (-r), may be repeated"},
    {"--import", Value::kRequired, "load this ES module first, may be repeated"},
    {"--input-type", Value::kRequired, "'module' or 'commonjs' for --eval and standard input"},
    {"--conditions", Value::kRequired, "further condition for package exports (-C)"},
    {"--help", Value::kNone, "print this text (-h)"},
    {"--version", Value::kNone, "print the version (-v)"},
    {"--no-warnings", Value::kNone, "print no process warnings"},
    {"--warnings", Value::kNone, nullptr},
    {"--disable-warning", Value::kRequired, "print no warnings of this code or type"},
    {"--no-deprecation", Value::kNone, "print no deprecation warnings"},
    {"--throw-deprecation", Value::kNone, "throw on deprecated calls"},
    {"--trace-deprecation", Value::kNone, "print stacks of deprecation warnings"},
    {"--trace-warnings", Value::kNone, "print stacks of warnings"},
    {"--trace-uncaught", Value::kNone, "print where an uncaught value was thrown"},
    {"--unhandled-rejections", Value::kRequired,
     "throw, strict, warn, none or warn-with-error-code"},
    {"--title", Value::kRequired, "the process title at start"},
    {"--preserve-symlinks", Value::kNone, "do not resolve symbolic links of modules"},
    {"--preserve-symlinks-main", Value::kNone, "the same for the main module"},
    {"--env-file", Value::kRequired, "set environment variables from a file"},
    {"--env-file-if-exists", Value::kRequired, "the same, if there is such a file"},
    {"--max-http-header-size", Value::kRequired, "limit of HTTP headers in bytes"},
    {"--stack-trace-limit", Value::kRequired, "frames of an error's stack"},
    {"--expose-internals", Value::kNone, nullptr},
    {"--enable-source-maps", Value::kNone, nullptr},
    {"--experimental-vm-modules", Value::kNone, nullptr},
    {"--experimental-require-module", Value::kNone, nullptr},
    {"--no-experimental-require-module", Value::kNone, nullptr},
    {"--experimental-detect-module", Value::kNone, nullptr},
    {"--no-experimental-detect-module", Value::kNone, nullptr},
    {"--experimental-default-type", Value::kRequired, nullptr},
    {"--experimental-import-meta-resolve", Value::kNone, nullptr},
    {"--experimental-global-customevent", Value::kNone, nullptr},
    {"--experimental-fetch", Value::kNone, nullptr},
    {"--experimental-websocket", Value::kNone, nullptr},
    {"--experimental-worker", Value::kNone, nullptr},
    {"--experimental-strip-types", Value::kNone, nullptr},
    {"--no-experimental-strip-types", Value::kNone, nullptr},
    {"--no-addons", Value::kNone, nullptr},
    {"--no-global-search-paths", Value::kNone, nullptr},
    {"--network-family-autoselection", Value::kNone, nullptr},
    {"--no-network-family-autoselection", Value::kNone, nullptr},
    {"--dns-result-order", Value::kRequired, nullptr},
    {"--insecure-http-parser", Value::kNone, nullptr},
    {"--openssl-config", Value::kRequired, nullptr},
    {"--tls-cipher-list", Value::kRequired, nullptr},
    {"--use-openssl-ca", Value::kNone, nullptr},
    {"--use-bundled-ca", Value::kNone, nullptr},
    {"--icu-data-dir", Value::kRequired, nullptr},
    {"--pending-deprecation", Value::kNone, nullptr},
    {"--abort-on-uncaught-exception", Value::kNone, nullptr},
    {"--verify-base-objects", Value::kNone, nullptr},
    {"--no-extra-info-on-fatal-exception", Value::kNone, nullptr},
    {"--force-context-aware", Value::kNone, nullptr},
    {"--node-memory-debug", Value::kNone, nullptr},
    {"--report-on-fatalerror", Value::kNone, nullptr},
    {"--report-uncaught-exception", Value::kNone, nullptr},
    {"--secure-heap", Value::kRequired, nullptr},
    {"--track-heap-objects", Value::kNone, nullptr},
    {"--zero-fill-buffers", Value::kNone, nullptr},
    {"--no-template", Value::kNone, nullptr},
};

struct Alias {
  std::string_view short_name;
  std::string_view name;
};
constexpr Alias kAliases[] = {
    {"-e", "--eval"},
    {"-p", "--print"},
    {"-c", "--check"},
    {"-r", "--require"},
    {"-C", "--conditions"},
    {"-h", "--help"},
    {"-v", "--version"},
    {"-i", "--interactive"},
    {"--es-module-specifier-resolution", "--experimental-specifier-resolution"},
    {"-pe", "--print"},
    {"--loader", "--import"}};

const Option* FindOption(std::string_view name) {
  for (const auto& o : kOptions)
    if (name == o.name) return &o;
  return nullptr;
}

// Options of V8 whose value may stand in the next argument do not exist: they use '='.
bool IsV8Flag(const std::string& flag) {
  std::string copy = flag;
  std::string program = "drover";
  char* argv[] = {program.data(), copy.data(), nullptr};
  int argc = 2;
  v8::V8::SetFlagsFromCommandLine(&argc, argv, true);
  return argc == 1;
}

std::vector<std::string> SplitNodeOptions(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  bool in_word = false, quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && quoted && i + 1 < text.size()) {
      word += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
      in_word = true;
    } else if (c == ' ' && !quoted) {
      if (in_word) out.push_back(std::move(word));
      word.clear();
      in_word = false;
    } else {
      word += c;
      in_word = true;
    }
  }
  if (in_word) out.push_back(std::move(word));
  return out;
}

class Parser {
 public:
  explicit Parser(CommandLine& out) : out_(out) {}

  // Consumes the option at args[i]; returns how many arguments it took.
  base::Result<size_t> Take(const std::vector<std::string>& args, size_t i) {
    const std::string& arg = args[i];
    std::string name = arg, value;
    bool has_value = false;
    if (arg.starts_with("--")) {
      if (const auto eq = arg.find('='); eq != std::string::npos) {
        name = arg.substr(0, eq);
        value = arg.substr(eq + 1);
        has_value = true;
      }
    }
    for (const auto& a : kAliases)
      if (name == a.short_name) name = a.name;
    std::replace(name.begin() + std::min<size_t>(2, name.size()), name.end(), '_', '-');
    const Option* option = FindOption(name);
    if (!option) {
      if (arg.starts_with("--") && IsV8Flag(arg)) {
        out_.v8_flags.push_back(arg);
        return size_t{1};
      }
      return base::Error::Message("bad option: " + arg);
    }
    if (option->value == Value::kNone) {
      out_.flags[name].emplace_back();
      return size_t{1};
    }
    if (has_value) {
      out_.flags[name].push_back(std::move(value));
      return size_t{1};
    }
    const bool next = i + 1 < args.size() && (option->value == Value::kRequired ||
                                              args[i + 1].empty() || args[i + 1][0] != '-');
    if (!next && option->value == Value::kRequired)
      return base::Error::Message(arg + " requires an argument");
    out_.flags[name].push_back(next ? args[i + 1] : std::string());
    return next ? size_t{2} : size_t{1};
  }

 private:
  CommandLine& out_;
};

}  // namespace

base::Result<CommandLine> ParseCommandLine(const std::vector<std::string>& argv,
                                           const char* node_options) {
  CommandLine out;
  Parser parser(out);
  if (node_options) {
    const auto words = SplitNodeOptions(node_options);
    for (size_t i = 0; i < words.size();) {
      auto taken = parser.Take(words, i);
      if (!taken) return base::Error::Message(taken.error().ToString() + " in NODE_OPTIONS");
      i += *taken;
    }
  }
  size_t i = 1;
  while (i < argv.size() && argv[i].size() > 1 && argv[i][0] == '-') {
    if (argv[i] == "--") {
      ++i;
      break;
    }
    auto taken = parser.Take(argv, i);
    if (!taken) return std::move(taken).error();
    for (size_t k = 0; k < *taken; ++k) out.exec_argv.push_back(argv[i + k]);
    i += *taken;
  }
  out.arguments.assign(argv.begin() + static_cast<ptrdiff_t>(std::min(i, argv.size())), argv.end());
  return out;
}

std::string HelpText() {
  std::string out =
      "Usage: drover [options] [script.js | -] [arguments]\n"
      "\n"
      "Runs a JavaScript program. With '-' or piped input the script is read from standard input.\n"
      "\n"
      "Options:\n";
  for (const auto& o : kOptions) {
    if (!o.help) continue;
    std::string name = o.name;
    if (o.value == Value::kRequired) name += "=...";
    if (o.value == Value::kOptional) name += " [...]";
    name.resize(std::max<size_t>(name.size() + 1, 30), ' ');
    out += "  " + name + o.help + "\n";
  }
  out +=
      "\nOptions of V8 are accepted too. `drover --help` of the supervisor lists its commands.\n";
  return out;
}

}  // namespace drover::rt
