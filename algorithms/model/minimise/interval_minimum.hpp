#pragma once

#include <functional>

#include "algorithms/model/minimise/more_thuente.hpp"
#include "algorithms/space/distributions/interval.hpp"

namespace sweep {

/// Where a minimiser ended, and the function's value there.
struct Minimum {
  double x;
  double value;
};

/// A local minimum of a smooth function in an interval, from a start in it, as L-BFGS-B goes there
/// (Byrd, Lu, Nocedal, Zhu 1995, doi:10.1137/0916069) with the line search of More and Thuente.
///
/// In one dimension the BFGS matrix is the last secant slope of the derivative, so the quadratic
/// model's minimum is one Newton step by secants, clipped to the interval; the first trial is x
/// less the derivative. Ends when the derivative, projected onto the interval, is at most 1e-5,
/// when a step lowers the value by a part of at most 2.2e-9, or when the line search fails twice in
/// a row. Values and derivatives that are NaN end it where it is.
Minimum interval_minimum(const std::function<Slope(double)>& f, double start, Interval interval);

}  // namespace sweep
