#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sweep {

/// Whether methods differ at all over problems.
struct Friedman {
  std::vector<double> mean_ranks;  // of each method, 1 is best
  double chi_squared = 0;
  double p = 1;
  double f = 0;  // of Iman and Davenport; infinite where each problem ranks alike
  std::size_t df1 = 0;
  std::size_t df2 = 0;
  double p_f = 1;  // the one to report: less conservative
};

/// Friedman's test of N >= 1 rows, the problems, with a number for each of k >= 1 methods, none
/// NaN, smaller is better. Midranks within each row; R_j their sums, A the sum of all squared
/// ranks, C = N k (k + 1)^2/4:
///   chi^2 = (k - 1) [sum R_j^2 - N C] / (A - C),  k - 1 degrees of freedom,
///   F = (N - 1) chi^2 / (N (k - 1) - chi^2),        k - 1 and (k - 1)(N - 1),
/// corrected for ties. Both p are 1 where no row tells methods apart, and p_f for a single row.
///
/// Source: Friedman 1937, doi:10.1080/01621459.1937.10503522; Iman, Davenport 1980,
/// doi:10.1080/03610928008827904.
Friedman friedman(std::span<const std::vector<double>> rows);

}  // namespace sweep
