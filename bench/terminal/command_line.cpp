#include "bench/terminal/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <sstream>
#include <string_view>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/help_text.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"
#include "bench/terminal/unexpected_word.hpp"

namespace sweep {
namespace {

/// Makes one flag known to the parser, by the kind of its target.
struct AddFlag {
  CLI::App& verb;
  const Flag& flag;
  std::string name =
      (flag.letter.empty() ? "" : std::string(flag.letter) + ",") + std::string(flag.name);
  std::string help = std::string(flag.help);

  void operator()(std::string* target) const {
    verb.add_option(name, *target, help)
        ->required(flag.is_required)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);  // check_values refuses a second
  }
  void operator()(const TakeValue& take) const {
    const auto take_all = [take](const std::vector<std::string>& values) {
      std::for_each(values.begin(), values.end(), take);
    };
    verb.add_option_function<std::vector<std::string>>(name, take_all, help)
        ->allow_extra_args(!name.starts_with('-'));  // words in their place may follow one another
  }
  void operator()(bool* target) const { verb.add_flag(name, *target, help); }
  void operator()(std::optional<bool>* target) const {
    const std::string names = fmt::format("{},!--no-{}", name, flag.name.substr(2));
    const auto take = [target](std::int64_t count) { *target = count > 0; };
    verb.add_flag_function(names, take, help);
  }
};

Action add_verb(CLI::App& app, const Verb& verb) {
  Flags flags;
  Action action = verb.add(flags);
  CLI::App& added = *app.add_subcommand(std::string(verb.name), std::string(verb.summary));
  for (const Flag& flag : flags.all()) std::visit(AddFlag{added, flag}, flag.target);
  added.group("Verbs");
  added.footer(std::string(flags.examples()));
  return action;
}

// The parser ends with an error for the help and the version, too.
Action answer(const CLI::App& app, const CLI::ParseError& error,
              const std::vector<std::string>& words) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    std::ostringstream text;
    app.exit(error, text);
    return [text = text.str()] {
      print_data(text);
      return kDone;
    };
  }
  const auto chosen = app.get_subcommands();
  const bool has_extras = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
  if (has_extras && !chosen.empty() && !chosen.front()->remaining().empty()) {
    throw SpecError(unexpected_text(*chosen.front(), words));
  }
  throw SpecError(error.what());
}

// Refuses a flag that is given twice or empty. Of two values, neither is surely the one that was
// meant. An empty text is what an unset variable leaves, and never what was meant.
void check_values(const CLI::App& verb) {
  for (const CLI::Option* option : verb.get_options()) {
    const bool takes_one = option->get_items_expected_max() == 1;
    if (takes_one && option->count() > 1) {
      throw SpecError(fmt::format("{} is there twice", option->get_name()));
    }
    for (const std::string& value : option->results()) {
      if (!value.empty()) continue;
      throw SpecError(fmt::format("{}: expected a value, not an empty text", option->get_name()));
    }
  }
}

}  // namespace

Action read_command_line(std::span<const Verb> verbs, const std::vector<std::string>& words) {
  CLI::App app("Search algorithms behind hyperparameter sweeps, compared soundly.", "sweep-bench");
  app.formatter(std::make_shared<HelpText>(text_columns()));  // and all that is added later
  app.set_help_flag("-h,--help", "print this help");
  app.set_version_flag("-V,--version", "sweep-bench " SWEEP_VERSION, "print the version");
  app.require_subcommand(1);
  app.footer(
      "sweep-bench help VERB says more, with an example. Help and tables are as wide as the "
      "terminal, or as COLUMNS says; without a terminal tables are as wide as they need to be.");
  std::map<std::string, Action> actions;
  for (const Verb& verb : verbs) actions[std::string(verb.name)] = add_verb(app, verb);
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // as the parser wants them
  } catch (const CLI::ParseError& error) {
    return answer(app, error, words);
  }
  const CLI::App& chosen = *app.get_subcommands().front();
  check_values(chosen);
  return actions.at(chosen.get_name());
}

}  // namespace sweep
