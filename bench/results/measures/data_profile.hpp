#pragma once

#include <span>
#include <vector>

#include "bench/results/measures/descent.hpp"

namespace sweep {

/// The sample of a data profile: for each cell the evaluations after which its precision is at most
/// `tolerance` times that of its first evaluation, by `unit`: D + 1, what a simplex gradient costs;
/// infinite if it never is.
///   f(x_0) - f(x) >= (1 - tolerance) (f(x_0) - f_lowest),  0 < tolerance < 1
///
/// Source: Moré, Wild 2009, doi:10.1137/080724083, where f_lowest is the lowest loss that any
/// solver found. Precisions have the optimum instead, which is their 0.
std::vector<double> data_profile_sample(std::span<const Descent> descents, double tolerance,
                                        double unit, double lowest = 0);

}  // namespace sweep
