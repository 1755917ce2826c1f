#pragma once

#include <cstdint>
#include <string>

namespace sweep {

/// Why a scheduler decided as it did: numbers that fill one sentence. Plain, as there are millions.
struct Reason {
  enum class Rule : std::uint8_t {
    none,            // no rule applies at this step
    worse_than,      // at band `rung`, or at `step`, value is above threshold
    as_good_as,      // the same, and value is not above threshold
    among_best,      // value is among the `best` of `of` at rung `rung`
    not_among_best,  // it is not
    awaits_others,   // at rung `rung`, where the `best` of `of` go on
    out_of_bounds,   // value is outside what is allowed; threshold is the bound
    ends_at_rung,    // at rung `rung`, where the `best` of `of` are parents of the next
    no_progress,     // the best of the last `of` values does not improve on threshold
  };

  Rule rule = Rule::none;
  int rung = 0;  // band or rung, counted from 1; 0 for rules that have none
  int step = 0;  // after which it was decided
  double value = 0;
  double threshold = 0;
  std::uint64_t rank = 0;  // counted from 1; 0 where nobody has counted
  std::uint64_t of = 0;
  std::uint64_t best = 0;
  bool operator==(const Reason&) const = default;
};

/// "band 2: 10 is worse than 8", "rung 1: rank 4 of 9, the best 3 go on"; empty for no rule.
std::string to_text(const Reason& reason);

/// The reason in the units of a metric that is maximised: a loss is its negated value.
Reason negated(Reason reason);

}  // namespace sweep
