#pragma once

namespace sweep {

/// How the program ends, as its callers see it. Public: scripts rely on the numbers.
// NOLINTBEGIN(readability-identifier-naming): known everywhere without the enum's name
enum ExitCode : int {
  kDone = 0,
  kFailed = 1,         // while running: the disk is full, a cell failed, results were not equal
  kBadInput = 2,       // one line on the error stream for each thing that is wrong
  kInterrupted = 130,  // by Ctrl+C or a termination request; what was finished is kept
};
// NOLINTEND(readability-identifier-naming)

}  // namespace sweep
