#include "bench/experiment/unknown_method.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

// What others call the methods that there are.
struct Synonym {
  std::string_view word;
  std::string_view method;
};
constexpr Synonym kSynonyms[] = {
    {"bo", "bayes"},
    {"gp", "bayes"},
    {"gaussian-process", "bayes"},
    {"hyperopt", "tpe"},
    {"kde", "tpe"},
    {"optuna", "tpe"},
    {"parzen", "tpe"},
    {"pruning", "median"},
    {"uniform", "random"},
    {"successive-halving", "sha"},
};

}  // namespace

std::string unknown_method(std::string_view kind, std::string_view name,
                           std::span<const std::string_view> known) {
  for (const auto& [word, method] : kSynonyms) {
    const bool is_there = std::find(known.begin(), known.end(), method) != known.end();
    if (word != name || !is_there) continue;
    return fmt::format("{} \"{}\" is unknown; did you mean \"{}\"? known: {}", kind, name, method,
                       fmt::join(known, ", "));
  }
  return unknown_name(kind, name, known);
}

}  // namespace sweep
