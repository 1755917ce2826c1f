#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace sweep {

/// The bound that |z| has to reach at a look (1 .. looks) of a test that looks that many times,
/// after equally many pairs each, so that it is wrong in alpha of all cases, two-sided:
///   C (look / looks)^(-1/4),
/// with C to four decimals from the recursion over looks of Armitage, McPherson and Rowe; one side
/// is wrong in alpha/2. Shape 1/4 stops almost as early as Pocock's where the case is clear, and
/// costs little power where it is not.
///
/// Source: Wang, Tsiatis 1987, doi:10.2307/2531959; Armitage, McPherson, Rowe 1969,
/// doi:10.2307/2343787.
double wang_tsiatis_bound(int look, int looks, double alpha);

/// The first look, from 1 on, at which the signed-rank z of the first look_at[look - 1] differences
/// reaches its bound on either side; nothing if none does. For the golden vectors and the
/// statistical tests, which measure the bounds by it.
std::optional<int> stopping_look(std::span<const double> differences,
                                 std::span<const std::size_t> look_at, double alpha);

/// The probability that the sum of standard normal steps, |S_k|/sqrt(k), reaches
/// constant (k / looks)^(shape - 1/2) at any of the looks: shape 1/4 is the bound above, 0
/// O'Brien and Fleming's, 1/2 Pocock's.
double crossing_probability(double constant, int looks, double shape);

}  // namespace sweep
