#include "bench/terminal/app.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/experiment/form_hints.hpp"
#include "bench/terminal/command_line.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/stack_size.hpp"

namespace sweep {
namespace {

bool is_verb(std::span<const Verb> verbs, std::string_view word) {
  return std::any_of(verbs.begin(), verbs.end(),
                     [&](const Verb& verb) { return verb.name == word; });
}

std::vector<std::string_view> names_of(std::span<const Verb> verbs) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs) names.push_back(verb.name);
  return names;
}

// `--trials=` would take the next word for its value.
void check_assignments(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") return;
    if (!word.starts_with("--") || word.find('=') + 1 != word.size()) continue;
    throw SpecError(fmt::format("{}: expected a value behind it", word));
  }
}

// A first word that is neither a verb nor a flag is an experiment file.
void check_is_file(std::span<const Verb> verbs, const std::string& word) {
  std::error_code ignored;
  if (word.empty() || word[0] == '-' || std::filesystem::exists(word, ignored)) return;
  const std::vector<std::string_view> names = names_of(verbs);
  const std::string_view nearest = nearest_name(word, names);
  const std::optional<std::string> flag = nearest.empty() ? flag_for(word) : std::nullopt;
  const std::string hint = !nearest.empty() ? fmt::format("did you mean {}? ", nearest)
                           : flag           ? fmt::format("write {}; ", *flag)
                                            : "";
  throw SpecError(fmt::format("\"{}\" is neither a verb nor a file; {}verbs: {}", word, hint,
                              fmt::join(names, ", ")));
}

// `help VERB` for `VERB --help`, and `help` for `--help`.
std::vector<std::string> as_help_flag(std::span<const Verb> verbs, std::vector<std::string> words) {
  words.erase(words.begin());
  if (words.size() == 1 && (words[0] == "help" || words[0] == "--help" || words[0] == "-h")) {
    words.clear();
  }
  if (words.size() > 1) {
    throw SpecError(fmt::format("help: expected one verb, as in help {}", words.front()));
  }
  if (!words.empty() && !is_verb(verbs, words[0])) {
    throw SpecError("help: " + unknown_name("verb", words[0], names_of(verbs)));
  }
  words.emplace_back("--help");
  return words;
}

// The command line without the program, and with a verb in front.
std::vector<std::string> with_verb(std::span<const Verb> verbs, int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  constexpr std::string_view kOfProgram[] = {"--help", "-h", "--version", "-V"};
  check_assignments(words);
  if (!words.empty() && words[0] == "help") return as_help_flag(verbs, std::move(words));
  const bool is_for_program =
      !words.empty() &&
      std::find(std::begin(kOfProgram), std::end(kOfProgram), words[0]) != std::end(kOfProgram);
  if (!is_for_program && (words.empty() || !is_verb(verbs, words[0]))) {
    if (!words.empty()) check_is_file(verbs, words[0]);
    words.insert(words.begin(), std::string(verbs.front().name));
  }
  return words;
}

ExitCode report(ExitCode code, const std::string& message) {
  std::size_t begin = 0;
  do {  // a refused file has one line for each thing that is wrong with it
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    print_error(std::string_view(message).substr(begin, end - begin));
    begin = end + 1;
  } while (begin < message.size());
  return code;
}

// A full disk or a closed pipe shows only once the output is written out.
ExitCode flushed(ExitCode code) {
  const bool failed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
  return failed && code == kDone ? report(kFailed, "could not write the output") : code;
}

}  // namespace

int run_app(std::span<const Verb> verbs, int argc, char** argv) {
  try {
    check_stack_size();
    const Action act = read_command_line(verbs, with_verb(verbs, argc, argv));
    return flushed(act());
  } catch (const SpecError& error) {
    return report(kBadInput, error.what());
  } catch (const std::exception& error) {
    return report(kFailed, error.what());
  } catch (...) {
    return report(kFailed, "something was thrown that is no exception");
  }
}

}  // namespace sweep
