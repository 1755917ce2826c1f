#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/verdict/problem_verdict.hpp"
#include "bench/verdict/side.hpp"

namespace sweep {

/// How often a gate found a regression that was planted: losses of the candidate that are higher by
/// a share of the median regret, or loss, on every problem.
struct Canary {
  double share = 0;
  std::size_t found = 0;
};

/// What a gate does where the truth is known.
struct SelfTest {
  std::size_t gates = 0;   // of A against A
  std::size_t cells = 0;   // of each side in each
  std::size_t worse = 0;   // false alarms
  std::size_t better = 0;  // false the other way
  std::size_t inconclusive = 0;
  std::size_t not_comparable = 0;  // they measured nothing
  std::string reason;              // why the first one of these did not
  std::size_t canary_gates = 0;    // of each planted regression
  std::vector<Canary> canaries;    // shares rise
  std::size_t stated = 0;  // gates on one problem of which as much was planted as another says
  std::size_t stated_found = 0;  // that it would have shown

  /// The chance of so many false verdicts, or more, among the gates that compared something, if
  /// each has one with probability alpha.
  [[nodiscard]] double p_of_alarms(double alpha) const;

  /// Judges the gate: not comparable if none compared anything, worse if the alarms are above alpha
  /// at p <= 0.01, else the same: it keeps its level.
  [[nodiscard]] Judgement judgement(double alpha) const;

  /// The smallest share that was found in 95 of 100 gates or more, and so were all larger ones.
  [[nodiscard]] std::optional<double> smallest_found() const;
};

/// Tries the gate on the cells of one method and objective after the other, split at random into
/// two sides of equal size. Draws come from streams keyed by the number of the gate. Plants nothing
/// where no gate compares anything.
SelfTest self_test(const Side& pool, const VerdictRule& rule, std::size_t gates);

}  // namespace sweep
