#pragma once

#include <optional>
#include <vector>

namespace sweep {

/// A place on a cell's axis, and the best precision of the cell from there on.
struct Drop {
  double at = 1;
  double precision = 0;
  bool operator==(const Drop&) const = default;
};

/// How a cell came down along an axis: evaluations, which count from 1, or steps, or virtual
/// seconds; measures speak of evaluations and mean the axis. The precision at t is the lowest loss
/// so far less the optimum; before the first success it is infinite. Where no optimum is known it
/// is the lowest loss itself: then hitting times say nothing.
struct Descent {
  std::vector<Drop> drops;  // places rise strictly, precisions fall strictly
  double length = 0;        // of the axis: all that the cell took, failures included
  bool operator==(const Descent&) const = default;

  /// Takes note of a precision. Nothing happens if it is no better than what is there, NaN is
  /// never; a place before the last one counts as that: what came later was known later.
  void drop_to(double precision, double at);
};

/// The precision at which COCO ends a run: what comes after it is not counted.
inline constexpr double kFinalTarget = 1e-8;

/// The best precision within `evaluations`; infinite if there is none.
double precision_after(const Descent& descent, double evaluations);

/// The evaluations T that it took to a precision of `target` or less; nothing if it did not get
/// there.
std::optional<double> hitting_time(const Descent& descent, double target);

/// The evaluations M that count: all of them, or those to the precision at which a cell is done.
double counted_evaluations(const Descent& descent, double end = kFinalTarget);

}  // namespace sweep
