#pragma once

#include "bench/verdict/judgement.hpp"

namespace sweep {

/// How the program ends, as its callers see it. Public: scripts rely on the numbers.
// NOLINTBEGIN(readability-identifier-naming): known everywhere without the enum's name
enum ExitCode : int {
  kDone = 0,
  kFailed = 1,         // while running: the disk is full, a cell failed, results were not equal
  kBadInput = 2,       // one line on the error stream for each thing that is wrong
  kWorse = 3,          // a verdict: the candidate is worse; or a hash is not the expected one
  kInconclusive = 4,   // a verdict: too few cells to be sure
  kInterrupted = 130,  // by Ctrl+C or a termination request; what was finished is kept
};
// NOLINTEND(readability-identifier-naming)

/// How a verb ends that comes to a judgement; the only place that maps one. What does not compare
/// is bad input.
ExitCode exit_code(Judgement judgement);

}  // namespace sweep
