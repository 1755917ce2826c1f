#pragma once

#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// The sample of a data profile: for each cell the evaluations after which its precision is at most
/// `tolerance` times that of its first evaluation, by D + 1, what a simplex gradient costs;
/// infinite if it never is.
///   f(x_0) - f(x) >= (1 - tolerance) (f(x_0) - f_opt),  0 < tolerance < 1
///
/// Source: Moré, Wild 2009, doi:10.1137/080724083. Differs from it in taking the optimum, which is
/// known here, for the lowest loss that any solver found.
std::vector<double> data_profile_sample(std::span<const Descent> descents, double tolerance,
                                        int dimension);

}  // namespace sweep
