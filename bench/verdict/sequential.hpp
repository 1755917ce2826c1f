#pragma once

#include <cstddef>
#include <string_view>

#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// A gate that looks several times while seeds, or pairs, are added, and stops once it is sure.
struct SequentialPlan {
  std::string_view unit = "seeds";
  std::size_t most = 40;
  int looks = 5;

  /// How many are there at a look, from 1 on.
  [[nodiscard]] std::size_t most_at(int look) const {
    return most * static_cast<std::size_t>(look) / static_cast<std::size_t>(looks);
  }
};

/// Judges the problems of a verdict anew, as is right at a look (1 .. plan.looks). What needs no
/// test is judged as by untested_judgement(). Else a problem is worse or better if z of the signed
/// ranks of d - t, or d + t, reaches the bound of Wang and Tsiatis (1987, doi:10.2307/2531959) for
/// that look at level alpha / tests: no look is for free, and no other number may be looked at in
/// between. The tests are all problems, and all methods that have several, settled or not: the
/// bounds must not move while seeds are added. It is the same if both z reach, each towards 0, the
/// bound of one side at alpha: the equivalence test, looked at as often.
void apply_look(GateVerdict& verdict, const SequentialPlan& plan, int look);

/// The verdict at a look, of all cells so far.
GateVerdict judge_look(const Side& base, const Side& candidate, const VerdictRule& rule,
                       const SequentialPlan& plan, int look);

/// Whether no more need be added: a problem is worse, or none is open, or nothing compares.
bool is_settled(const GateVerdict& verdict);

/// Adds the cells of the same methods on the same objectives, with other seeds.
void add_cells(Side& side, const Side& more);

}  // namespace sweep
