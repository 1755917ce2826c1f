#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/schedule/reason.hpp"
#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/early_terminate.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// A run as early termination sees it: what it has reported, steps ascending; as W&B, no loss but
/// finite ones.
struct RunCurve {
  bool is_running = false;  // only these are judged; all shape the thresholds
  std::vector<Observation> reports;
};

/// What is said of a running run. Its reason's rung is the band, 0 if it has reached none.
struct RunVerdict {
  std::size_t run = 0;  // its place in the list
  bool stops = false;
  Reason reason;
};

/// The verdicts on all running runs, with the bands and thresholds that they follow from.
struct StopAnswer {
  std::vector<double> bands;       // see wandb_bands
  std::vector<double> thresholds;  // the loss not to exceed at each band; inf if no run is as long
  bool has_values = false;         // whether any run has a value at any band
  std::vector<RunVerdict> verdicts;  // of the running runs, in the order of the list
};

/// Which runs W&B's early termination stops now. It remembers nothing: a run may be stopped at a
/// band that it passed before.
///
/// The threshold of a band is the element floor(n/eta) of the n values there, in ascending order;
/// a run at its last band stops if it is above. Equal is kept, so n/eta + 1 survive.
///
/// As W&B, the value at band b is the b-th reported (steps must count 1, 2, ..), and a run is
/// judged by it, or, not strict, by the best of all its values. Corrected (quirks 44, 46, 47, 48
/// of the reference), it is the best up to step b for all runs; a run without one is not judged. A
/// run whose last loss up to its band is NaN or infinite has diverged: it stops, and counts among
/// the n as the worst.
///
/// Throws SpecError if there is no band.
StopAnswer stop_runs(const EarlyTerminate& rule, std::span<const RunCurve> runs,
                     Behaviour behaviour);

}  // namespace sweep
