#include "bench/terminal/unexpected_word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "bench/experiment/form_hints.hpp"

namespace sweep {
namespace {

// What other programs call the flags.
struct Synonym {
  std::string_view word;
  std::string_view flag;
};
constexpr Synonym kSynonyms[] = {
    {"algorithm", "method"}, {"benchmark", "objective"}, {"count", "trials"},
    {"evals", "trials"},     {"function", "objective"},  {"iterations", "trials"},
    {"j", "threads"},        {"jobs", "threads"},        {"n", "trials"},
    {"n-jobs", "threads"},   {"n-trials", "trials"},     {"optimizer", "method"},
    {"output", "out"},       {"problem", "objective"},   {"repeats", "seeds"},
    {"sampler", "method"},   {"samples", "trials"},      {"searcher", "method"},
};

// The flags whose value is a list with commas.
constexpr std::string_view kLists[] = {"--measure", "--method", "--objective", "--scheduler",
                                       "--seeds"};

std::vector<std::string> flags_of(const CLI::App& verb) {
  std::vector<std::string> names;
  for (const CLI::Option* option : verb.get_options()) {
    const std::vector<std::string>& more = option->get_lnames();
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

// The flag that `--word=value` is nearly one of, without its dashes.
std::string meant_flag(const CLI::App& verb, const std::string& word) {
  const std::size_t begin = std::min(word.find_first_not_of('-'), word.size());
  const std::string name = word.substr(begin, word.find('=') - begin);
  const std::vector<std::string> names = flags_of(verb);
  for (const auto& [other, flag] : kSynonyms) {
    if (name == other && std::find(names.begin(), names.end(), flag) != names.end()) {
      return std::string(flag);
    }
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  return std::string(nearest_name(name, known));
}

// `--method random grid tpe`: the words behind a flag up to this one, joined as it takes them.
std::string joined_values(const CLI::App& verb, const std::vector<std::string>& words,
                          const std::string& word) {
  const auto end = std::find(words.begin(), words.end(), word);
  auto flag = end;
  while (flag != words.begin() && !flag->starts_with('-')) --flag;
  const bool has_value = flag->find('=') != std::string::npos;
  const std::string name = flag->substr(0, flag->find('='));
  const bool is_list = std::find(std::begin(kLists), std::end(kLists), name) != std::end(kLists);
  if (!is_list || verb.get_option_no_throw(name) == nullptr) return "";
  std::string joined = *flag;
  for (auto value = flag + 1; value <= end; ++value) {
    const bool is_plus = *value == "+" || joined.ends_with('+');
    joined += value == flag + 1 && !has_value ? " " : is_plus ? "" : ",";
    joined += *value;
  }
  return joined;
}

}  // namespace

std::string unexpected_text(const CLI::App& verb, const std::vector<std::string>& words) {
  const std::string word = verb.remaining().front();
  std::string hint = fmt::format("see sweep-bench {} --help", verb.get_name());
  if (word.starts_with('-')) {
    const std::string flag = meant_flag(verb, word);
    if (!flag.empty()) hint = fmt::format("did you mean --{}?", flag);
  } else if (const std::string joined = joined_values(verb, words, word); !joined.empty()) {
    hint = fmt::format("write {}", joined);
  } else if (const auto flag = flag_for(word)) {
    hint = fmt::format("write {}", *flag);
  }
  return fmt::format("{}: {} is not expected here; {}", verb.get_name(), excerpt(word), hint);
}

}  // namespace sweep
