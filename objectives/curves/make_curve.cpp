#include "objectives/curves/make_curve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "algorithms/text/error.hpp"
#include "objectives/catalog.hpp"
#include "objectives/curves/counting_ones.hpp"
#include "objectives/curves/curve.hpp"
#include "objectives/curves/multi_fidelity.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSteps = 1'000'000;
constexpr std::uint64_t kMostOnes = 1000;
constexpr std::string_view kStandardObjective = "branin";

const OptionRow kSteps{"steps", "81", "a whole number in [1, 1000000]", "length of the curve"};
constexpr std::string_view kRankHelp =
    "Spearman's correlation of the losses at step 1 and the final ones";

int steps_option(const NamedOptions& spec) {
  return static_cast<int>(whole_option(spec, "steps", 81, 1, kMostSteps));
}

CurveShape shape_option(const NamedOptions& spec) {
  constexpr std::array<std::string_view, 3> kWords{"power", "exponential", "mixed"};
  const auto given = spec.options.find("shape");
  if (given == spec.options.end()) return CurveShape::power;
  const auto* const found = std::find(kWords.begin(), kWords.end(), given->second);
  if (found == kWords.end()) refuse_option(spec, "shape", "power, exponential or mixed");
  return static_cast<CurveShape>(found - kWords.begin());
}

Objective final_objective(const NamedOptions& spec) {
  const auto given = spec.options.find("of");
  if (given == spec.options.end()) return make_objective(kStandardObjective);
  try {
    Objective objective = make_objective(from_nested(given->second));
    if (objective.max_step() == 1) return objective;
  } catch (const SpecError& error) {
    throw SpecError(
        fmt::format("objective \"{}\": of = {}: {}", spec.name, given->second, error.what()));
  }
  refuse_option(spec, "of", "an objective without a learning curve of its own");
}

}  // namespace

std::vector<OptionRow> counting_ones_options() {
  const std::string allowed = fmt::format("a whole number in [0, {}]", kMostOnes);
  return {{"categories", "8", allowed, "number of parameters that are 0 or 1"},
          {"continuous", "8", allowed, "number of parameters in [0, 1]"}};
}

Objective make_counting_ones(const NamedOptions& spec) {
  const std::uint64_t categories = whole_option(spec, "categories", 8, 0, kMostOnes);
  const std::uint64_t reals = whole_option(spec, "continuous", 8, 0, kMostOnes);
  if (categories + reals == 0) {
    refuse_option(spec, "categories", "at least 1 where continuous = 0");
  }
  return CountingOnes(categories, reals);
}

std::vector<OptionRow> curve_options() {
  return {{"of", std::string(kStandardObjective), "an objective, as in ackley(dim=5&shift=3)",
           "what the curve comes down to"},
          kSteps,
          {"shape", "power", "power, exponential or mixed", "how the curve comes down"},
          {"crossing", "0.5", "a number in [0, 1]", "how much rates differ from point to point"},
          {"rank-correlation", "0.8", "a number in [0, 1]", kRankHelp},
          {"jitter", "0", "a finite number >= 0",
           "noise that falls as 1/sqrt(step), relative to the spread of the losses"},
          {"diverge", "0", "a number in [0, 1]", "share of the trials that turn to NaN on the way"},
          {"cost-spread", "0", "a number in [0, 3]", "deviation of the log of a step's cost"}};
}

Objective make_curve(const NamedOptions& spec) {
  const CurveOptions standard;
  return Curve(
      final_objective(spec),
      {.steps = steps_option(spec),
       .shape = shape_option(spec),
       .crossing = real_option(spec, "crossing", standard.crossing, 0, 1),
       .rank_correlation = real_option(spec, "rank-correlation", standard.rank_correlation, 0, 1),
       .jitter =
           real_option(spec, "jitter", standard.jitter, 0, std::numeric_limits<double>::infinity()),
       .diverge = real_option(spec, "diverge", standard.diverge, 0, 1),
       .cost_spread = real_option(spec, "cost-spread", standard.cost_spread, 0, 3)});
}

std::vector<OptionRow> fidelity_options() {
  return {
      kSteps,
      {"bias", "1", "a number in [0, 10]", "how far low fidelities are off; 1 as in the source"},
      {"rank-correlation", "", "a number in [0, 1]; the function's own if left out", kRankHelp}};
}

Objective make_multi_fidelity(const NamedOptions& spec) {
  const auto functions = fidelity_functions();
  const auto found = std::find_if(functions.begin(), functions.end(),
                                  [&](const auto& function) { return function.name == spec.name; });
  assert(found != functions.end());
  FidelityOptions options{steps_option(spec), real_option(spec, "bias", 1, 0, 10), {}};
  if (spec.options.count("rank-correlation") != 0) {
    options.rank_correlation = real_option(spec, "rank-correlation", 1, 0, 1);
  }
  return MultiFidelity(*found, options);
}

}  // namespace sweep
