#pragma once

#include "algorithms/model/gp/matern_gp.hpp"

namespace sweep {

/// The logarithm of the expected improvement on `best`, and its derivatives:
///   ln EI = ln h(z) + ln sd,  z = (best - mean)/sd,  h(z) = z Phi(z) + phi(z)
/// in a form that stays finite and smooth where EI itself underflows. -inf where sd = 0 and the
/// mean is no better than `best`.
///
/// Source: Ament, Daulton, Eriksson, Balandat, Bakshy 2023, "Unexpected improvements to expected
/// improvement", arXiv:2310.20708, equation 9.
struct LogImprovement {
  double value;
  double by_mean;
  double by_sd;
};
LogImprovement log_improvement(double best, const Prediction& prediction);

/// ln h(z), in the three pieces of the source's equation 9.
double log_h(double z);

/// exp(x^2) erfc(x), for x >= 0: relative error below 1e-13.
double scaled_erfc(double x);

}  // namespace sweep
