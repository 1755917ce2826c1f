#include "bench/experiment/trial_count.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"
#include "bench/experiment/numbers.hpp"

namespace sweep {

std::uint64_t dimension_of(const SearchSpace& space) {
  const auto count = std::count_if(space.begin(), space.end(), [](const Parameter& parameter) {
    return kind(parameter.distribution) != Kind::constant;
  });
  return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(count));
}

std::uint64_t TrialCount::on(const SearchSpace& space) const {
  return per_dimension ? number * dimension_of(space) : number;
}

std::string to_text(const TrialCount& trials) {
  return fmt::format("{}{}", trials.number, trials.per_dimension ? "D" : "");
}

TrialCount trial_count(std::string_view text) {
  const bool per_dimension = text.ends_with('D');
  const auto number = parse_number<std::uint64_t>(text.substr(0, text.size() - per_dimension));
  if (number && *number >= 1 && *number <= kMostTrials) return {*number, per_dimension};
  const bool is_small = text.ends_with('d');
  const std::string_view digits = text.substr(0, text.size() - (is_small || per_dimension));
  throw SpecError(fmt::format(
      "--trials {}: expected a whole number from 1 to {}, or one per dimension as in 100D{}", text,
      kMostTrials, write_instead(digits, 1, kMostTrials, is_small || per_dimension ? "D" : "")));
}

}  // namespace sweep
