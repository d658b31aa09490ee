// Compiled with exceptions: CLI11 reports through them, and none of them leaves here.
#include "supervisor/cli/command_line.h"

#include <CLI/CLI.hpp>

#include "supervisor/nearest.h"
#include "supervisor/units.h"

namespace drover::sup {
namespace {

void AddTargets(CLI::App& app, CommandLine& line) { app.add_option("targets", line.words); }

void AddTimeout(CLI::App& app, std::string& timeout) { app.add_option("--timeout", timeout); }

void AddStart(CLI::App& app, CommandLine& line) {
  StartOptions& start = line.start;
  app.add_option("what", line.words);
  app.add_option("-n,--name", start.name);
  app.add_option("-i,--instances", start.instances);
  app.add_option("--interpreter", start.interpreter);
  app.add_option("--cwd", start.cwd);
  app.add_option("--env", start.profile);
  app.add_option("--only", start.only)->delimiter(',');
  app.add_option("--node-args,--exec-args", start.exec_args)
      ->delimiter(' ')
      ->allow_extra_args(false);
}

void AddLogs(CLI::App& app, CommandLine& line) {
  AddTargets(app, line);
  app.add_flag("-f,--follow", line.follow);
  app.add_option("--lines,-n", line.lines)->check(CLI::Range(0u, 1'000'000u));
  app.add_flag("--out", line.out_only);
  app.add_flag("--err", line.error_only);
  app.add_flag("--time,-t", line.show_time);
  app.add_flag("--raw", line.raw);
}

void AddOptions(CLI::App& app, CommandId id, CommandLine& line, std::string& timeout) {
  app.set_help_flag();
  app.add_flag("-h,--help", line.help);
  app.add_flag("--no-color", line.no_color);
  app.add_flag("-q,--quiet", line.quiet);
  switch (id) {
    case CommandId::kStart:
      AddStart(app, line);
      AddTimeout(app, timeout);
      app.add_flag("--json", line.json);
      return;
    case CommandId::kLogs:
      return AddLogs(app, line);
    case CommandId::kReload:
    case CommandId::kRestart:
    case CommandId::kScale:
    case CommandId::kStop:
    case CommandId::kDelete:
      AddTargets(app, line);
      AddTimeout(app, timeout);
      app.add_flag("--json", line.json);
      return;
    case CommandId::kList:
    case CommandId::kDescribe:
    case CommandId::kHelp:
      AddTargets(app, line);
      app.add_flag("--json", line.json);
      return;
    case CommandId::kKill:
    case CommandId::kPing:
    case CommandId::kEvents:
    case CommandId::kVersion:
      app.add_flag("--json", line.json);
      AddTimeout(app, timeout);
      return;
  }
}

// `scale web -1`: a number, no option.
bool IsNegativeNumber(std::string_view word) {
  return word.size() > 1 && word[0] == '-' &&
         word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// "The following argument was not expected: --lnies" -> with the nearest option that there is.
std::string WithNearest(const CLI::App& app, const std::vector<std::string>& extras) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    for (const std::string& name : option->get_snames()) known.push_back("-" + name);
  }
  const std::string word = extras.front().substr(0, extras.front().find('='));
  std::string message = (word.starts_with('-') ? "unknown option " : "unexpected argument ") + word;
  const std::vector<std::string_view> views(known.begin(), known.end());
  const std::string_view nearest = word.starts_with("--") ? Nearest(word, views) : "";
  if (!nearest.empty()) message += "; did you mean " + std::string(nearest) + "?";
  return message;
}

}  // namespace

base::Result<CommandLine> ParseCommandLine(const CommandInfo& command, int argc, char** argv) {
  CommandLine line;
  line.id = command.id;
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--" && command.id == CommandId::kStart) {
      line.start.has_args = true;
      line.start.args.assign(argv + i + 1, argv + argc);
      break;
    }
    if (command.id == CommandId::kScale && IsNegativeNumber(word)) words.emplace_back("--");
    words.emplace_back(word);
  }
  std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
  const std::string where = "drover " + std::string(command.name) + ": ";
  std::string timeout;
  try {
    CLI::App app;
    app.allow_extras();
    AddOptions(app, command.id, line, timeout);
    app.parse(words);
    auto extras = app.remaining();
    std::erase(extras, "--");
    if (!extras.empty()) return base::Error::Message(where + WithNearest(app, extras));
  } catch (const CLI::Error& e) {
    std::string text = e.what();
    std::replace(text.begin(), text.end(), '\n', ' ');
    return base::Error::Message(where + text);
  } catch (const std::exception& e) {
    return base::Error::Message(where + e.what());
  }
  if (!timeout.empty()) {
    // Without a unit: seconds, as nobody waits milliseconds for a command.
    const bool bare = timeout.find_first_not_of("0123456789.") == std::string::npos;
    const auto parsed = ParseDuration(bare ? timeout + "s" : timeout);
    if (!parsed || parsed->count() == 0 || parsed->count() > 86'400'000)
      return base::Error::Message(where + "--timeout: \"" + timeout + "\" is no time, such as 30s");
    line.timeout = *parsed;
  }
  return line;
}

}  // namespace drover::sup
