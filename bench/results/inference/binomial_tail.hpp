#pragma once

#include <cstddef>

namespace sweep {

/// P(X >= count) where X of `trials` happen, each with a probability of p in (0, 1); 1 for a count
/// of 0.
double binomial_at_least(std::size_t count, std::size_t trials, double p);

}  // namespace sweep
