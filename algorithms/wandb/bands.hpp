#pragma once

#include <cstddef>
#include <vector>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/early_terminate.hpp"

namespace sweep {

/// The bands of W&B's early termination, in ascending order, repeats kept. With max_iter:
/// floor(max_iter/eta^k) for k = 1 .. s, those from 1 up (without s, as many as there are); else
/// floor(min_iter*eta^k) for k = 0 .. 99. Whole numbers, too large for integers in the end. Throws
/// SpecError if there is none, or more than 100,000.
std::vector<double> wandb_bands(const EarlyTerminate& rule);

/// Which element, counted from 0, of n > 0 values in ascending order is a band's threshold. As
/// W&B, floor(r*n) for r = 1/eta, both rounded; corrected, floor(n/eta) with one rounding, so that
/// a whole n/eta is met.
std::size_t threshold_element(std::size_t n, double eta, Behaviour behaviour);

}  // namespace sweep
