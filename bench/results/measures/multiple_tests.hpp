#pragma once

#include <span>
#include <vector>

namespace sweep {

/// The p-values of a family of tests, in their order, such that those below a level are wrong, even
/// one of them, with that probability at most.

/// Bonferroni: min(1, n p).
std::vector<double> bonferroni(std::span<const double> p_values);

/// Holm: the k-th smallest (from 1) times n - k + 1, at least as large as the one before it and no
/// larger than 1. Never larger than Bonferroni's. Holm 1979, https://www.jstor.org/stable/4615733.
std::vector<double> holm(std::span<const double> p_values);

}  // namespace sweep
