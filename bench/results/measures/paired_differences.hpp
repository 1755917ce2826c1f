#pragma once

#include <span>
#include <vector>

namespace sweep {

/// The losses of a candidate less those of a baseline, cell by cell, as a paired test takes them;
/// both have as many, and no NaN. Losses that differ by no more than a relative 1e-12 are equal:
/// machines agree to that, and no further; so are two infinite ones. Where neither side varies
/// there is one difference: what draws nothing at random says the same twenty times.
std::vector<double> paired_differences(std::span<const double> base,
                                       std::span<const double> candidate);

}  // namespace sweep
