#include "bench/cli/app.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "algorithms/space/error.hpp"
#include "algorithms/space/names.hpp"
#include "bench/cli/command_line.hpp"
#include "bench/cli/output.hpp"
#include "bench/cli/verbs.hpp"

namespace sweep {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kBadInput = 2;

constexpr Verb kVerbs[] = {
    {"run", "run an experiment; print a table; write a store (the default)", add_run},
    {"list", "what there is: methods, objectives, distributions ...", add_list},
    {"space", "check a sweep file; supports, cardinalities, probabilities", add_space},
    {"next", "the next configurations of a sweep, given its runs so far", add_next},
    {"stop", "the running runs that early termination would stop now, and why", add_stop},
    {"audit", "what each scheduler would have saved on past runs, and which winners", add_audit},
    {"posterior", "what a bayes sweep's model says of given points", add_posterior},
    {"export", "the results of a store for pandas, cocopp or IOHanalyzer", add_export},
    {"eval", "values of an objective at given points", add_eval},
    {"report", "what stores say: tables of ERT, ECDF and the field's other measures", add_report},
    {"verify", "run with 1, 2, 3 and 7 threads and compare the results", add_verify},
};

bool is_verb(std::string_view word) {
  return std::any_of(std::begin(kVerbs), std::end(kVerbs),
                     [&](const Verb& verb) { return verb.name == word; });
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
void check_is_file(const std::string& word) {
  std::error_code ignored;
  if (word.empty() || word[0] == '-' || std::filesystem::exists(word, ignored)) return;
  std::vector<std::string_view> names;
  for (const Verb& verb : kVerbs) names.push_back(verb.name);
  const std::string_view nearest = nearest_name(word, names);
  const std::string hint = nearest.empty() ? "" : fmt::format("did you mean {}? ", nearest);
  throw SpecError(fmt::format("\"{}\" is neither a verb nor a file; {}verbs: {}", word, hint,
                              fmt::join(names, ", ")));
}

// The command line without the program, and with a verb in front.
std::vector<std::string> with_verb(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  constexpr std::string_view kOfProgram[] = {"--help", "-h", "--version"};
  check_assignments(words);
  const bool is_for_program =
      !words.empty() &&
      std::find(std::begin(kOfProgram), std::end(kOfProgram), words[0]) != std::end(kOfProgram);
  if (!is_for_program && (words.empty() || !is_verb(words[0]))) {
    if (!words.empty()) check_is_file(words[0]);
    words.insert(words.begin(), std::string(kVerbs[0].name));
  }
  return words;
}

int report(int code, const std::string& message) {
  std::size_t begin = 0;
  do {  // a refused file has one line for each thing that is wrong with it
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    fmt::print(stderr, "error: {}\n",
               printable(std::string_view(message).substr(begin, end - begin)));
    begin = end + 1;
  } while (begin < message.size());
  return code;
}

// A full disk or a closed pipe shows only once the output is written out.
int flushed(int code) {
  const bool failed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
  return failed && code == kDone ? report(kFailed, "could not write the output") : code;
}

}  // namespace

std::span<const Verb> verbs() { return kVerbs; }

int run_app(int argc, char** argv) {
  try {
    const Action act = read_command_line(with_verb(argc, argv));
    return flushed(act());
  } catch (const SpecError& error) {
    return report(kBadInput, error.what());
  } catch (const std::exception& error) {
    return report(kFailed, error.what());
  }
}

}  // namespace sweep
