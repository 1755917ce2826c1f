#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "bench/results/record.hpp"

namespace sweep {

/// From this evaluation on (counted from 1) the best precision of a run is this one.
struct Drop {
  std::uint64_t evaluation = 1;
  double precision = 0;
  bool operator==(const Drop&) const = default;
};

/// How a run came down to the optimum, whose loss is known. The precision after t evaluations is
/// the lowest loss so far less the optimum; before the first one that succeeded it is infinite.
struct Descent {
  std::vector<Drop> drops;        // evaluations rise strictly, precisions fall strictly
  std::uint64_t evaluations = 0;  // of the whole run, failed ones included
};

/// The precision at which COCO ends a run: what comes after it is not counted.
inline constexpr double kFinalTarget = 1e-8;

/// The loss without noise of the point in a row of `records`.
using ExactLoss = std::function<double(std::size_t record)>;

/// A cell as a run. Every trial is an evaluation, those that failed or were stopped too; a loss
/// counts from the number of its trial + 1 on, or from that of a better known one with a higher
/// number. Only trials that ran to their end have a loss. The same for every record level.
///
/// Where losses are noisy, `exact` gives those that count: the lowest of all points so far,
/// whatever was observed of them, as COCO logs its noisy functions (Hansen et al. 2009, INRIA
/// RR-6869). That takes the records of all trials: what improved with noise may not have improved
/// without.
Descent descent_of(const CellResult& result, double optimum, const ExactLoss& exact);
/// Of losses without noise.
Descent descent_of(const CellResult& result, double optimum);

/// The best precision within `evaluations`; infinite if there is none.
double precision_after(const Descent& run, double evaluations);

/// The number of evaluations T that a run took to a precision of `target` or less; nothing if it
/// did not get there.
std::optional<std::uint64_t> hitting_time(const Descent& run, double target);

/// The evaluations M of a run that count: all of them, or those to the final target.
std::uint64_t counted_evaluations(const Descent& run);

}  // namespace sweep
