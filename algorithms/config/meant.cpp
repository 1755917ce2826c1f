#include "algorithms/config/meant.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

/// What other programs, or older ones, call a key or a distribution; letters only, in small ones.
struct OtherName {
  std::string_view word;
  std::string_view meant;
};

constexpr OtherName kOtherNames[] = {
    {"algorithm", "method"},
    {"args", "command"},
    {"choice", "categorical"},
    {"choice", "values"},
    {"choices", "categorical"},
    {"choices", "values"},
    {"count", "run_cap"},
    {"direction", "goal"},
    {"discreteuniform", "int_uniform"},
    {"earlystop", "early_terminate"},
    {"earlystopping", "early_terminate"},
    {"earlytermination", "early_terminate"},
    {"entrypoint", "program"},
    {"gaussian", "normal"},
    {"goal", "metric"},
    {"high", "max"},
    {"hyperband", "early_terminate"},
    {"hyperparameters", "parameters"},
    {"hyperparams", "parameters"},
    {"int", "int_uniform"},
    {"integer", "int_uniform"},
    {"intloguniform", "int_log_uniform_values"},
    {"invloguniform", "inv_log_uniform_values"},
    {"log", "log_uniform_values"},
    {"logarithmic", "log_uniform_values"},
    {"loguniform", "log_uniform_values"},
    {"loguniformvalue", "log_uniform_values"},
    {"low", "min"},
    {"maxruns", "run_cap"},
    {"mean", "mu"},
    {"mode", "goal"},
    {"numruns", "run_cap"},
    {"objective", "metric"},
    {"options", "values"},
    {"parameterspace", "parameters"},
    {"params", "parameters"},
    {"pruner", "early_terminate"},
    {"qloguniform", "q_log_uniform_values"},
    {"qrandint", "q_uniform"},
    {"randint", "int_uniform"},
    {"runcount", "run_cap"},
    {"runs", "run_cap"},
    {"script", "program"},
    {"searchalgorithm", "method"},
    {"searchspace", "parameters"},
    {"std", "sigma"},
    {"stddev", "sigma"},
    {"strategy", "method"},
    {"trials", "run_cap"},
};

std::string letters_of(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) != 0) letters += static_cast<char>(std::tolower(letter));
  }
  return letters;
}

}  // namespace

std::string_view name_meant(std::string_view word, std::span<const std::string_view> known) {
  const std::string letters = letters_of(word);
  for (const std::string_view name : known) {
    if (!letters.empty() && letters_of(name) == letters) return name;
  }
  for (const OtherName& other : kOtherNames) {
    if (other.word != letters) continue;
    const auto at = std::find(known.begin(), known.end(), other.meant);
    if (at != known.end()) return *at;
  }
  return nearest_name(word, known);
}

}  // namespace sweep
