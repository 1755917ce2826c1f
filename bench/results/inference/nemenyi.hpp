#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// The distribution of the range of k >= 2 standard normal numbers: P(largest - smallest <= q), the
/// studentized range with infinitely many degrees of freedom, to 1e-10.
double normal_range_below(double q, std::size_t k);

/// How far mean ranks of k methods over `problems` have to lie apart to differ at level alpha, all
/// pairs together: CD = q sqrt(k (k + 1)/(6 N)), where q sqrt(2) is the (1 - alpha)-quantile of the
/// range. 0 for a single method.
///
/// Source: Nemenyi 1963; Demšar 2006, https://www.jmlr.org/papers/v7/demsar06a.html.
double critical_difference(std::size_t methods, std::size_t problems, double alpha = 0.05);

/// Methods that are not told apart, as a critical-difference diagram draws them: runs in the order
/// of mean rank whose ends differ by less than CD, none of them inside another; each by the places
/// of its methods in the list, best first. A method that differs from all others is a run of one.
std::vector<std::vector<std::size_t>> rank_groups(std::span<const double> mean_ranks,
                                                  double difference);

}  // namespace sweep
