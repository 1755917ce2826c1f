#pragma once

#include <cstddef>

#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// A gate that looks several times while seeds are added, and stops once it is sure.
struct SequentialPlan {
  int looks = 5;
  std::size_t most_seeds = 40;

  /// The seeds that are there at a look, from 1 on.
  [[nodiscard]] std::size_t seeds_at(int look) const {
    return most_seeds * static_cast<std::size_t>(look) / static_cast<std::size_t>(looks);
  }
};

/// The verdict at a look (1 .. plan.looks), of all cells so far. A problem is worse or better if z
/// of the signed ranks of d - t, or d + t, reaches the bound of Wang and Tsiatis (1987,
/// doi:10.2307/2531959) for that look at level alpha / problems: no look is for free, and no other
/// number may be looked at in between. The last look may say same, by the equivalence test.
GateVerdict judge_look(const Side& base, const Side& candidate, const VerdictRule& rule,
                       const SequentialPlan& plan, int look);

/// Whether further seeds could change nothing: a problem is worse, or each is better or identical,
/// or nothing compares.
bool is_settled(const GateVerdict& verdict);

/// Adds the cells of the same methods on the same objectives, with other seeds.
void add_cells(Side& side, const Side& more);

}  // namespace sweep
