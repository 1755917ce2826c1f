#include "bench/results/target_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

[[noreturn]] void refuse_targets(std::string_view text) {
  throw SpecError(fmt::format(
      "--targets {}: expected auto, coco, quantiles, or fractions of all cells, each in (0, 1]",
      text));
}

double fraction_of(std::string_view part, std::string_view text) {
  double fraction = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), fraction);
  const bool is_number = error == std::errc{} && end == part.data() + part.size();
  if (!is_number || !(fraction > 0 && fraction <= 1)) refuse_targets(text);
  return fraction;
}

std::vector<double> fractions_of(std::string_view text) {
  std::vector<double> fractions;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::string_view part = text.substr(begin, comma - begin);
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    fractions.push_back(fraction_of(part.substr(0, part.find(' ')), text));
    begin = comma + 1;
  }
  std::sort(fractions.begin(), fractions.end(), std::greater<>());
  fractions.erase(std::unique(fractions.begin(), fractions.end()), fractions.end());
  return fractions;
}

}  // namespace

TargetChoice target_choice(std::string_view text) {
  if (text == "auto") return {};
  if (text == "coco") return {TargetRule::coco};
  if (text == "quantiles") return {TargetRule::quantiles};
  return {TargetRule::quantiles, fractions_of(text)};
}

}  // namespace sweep
