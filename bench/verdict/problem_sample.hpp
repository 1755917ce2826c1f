#pragma once

#include <cstddef>
#include <vector>

#include "bench/results/statistics.hpp"
#include "bench/verdict/pairing.hpp"

namespace sweep {

/// What the pairs of a problem say, as a test takes it.
struct ProblemSample {
  std::vector<double> differences;  // candidate less baseline, of each observation
  std::size_t cells = 0;            // pairs of cells; at least as many as observations
  std::size_t distinct = 0;         // different outcomes among them
  Estimate base;                    // median regret, or median loss where no optimum is known
  Estimate candidate;
  bool is_regret = true;
  bool is_identical = true;  // all digests are equal
  bool has_course = true;    // else losses after equally many steps are not recorded
};

/// The differences are paired_differences() of each objective: cells whose outcomes do not vary
/// over the seeds, on both sides, are one observation.
ProblemSample sample_of(const PairedProblem& problem);

}  // namespace sweep
