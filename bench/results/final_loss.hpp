#pragma once

#include "bench/results/record.hpp"

namespace sweep {

/// The loss that a cell ends with, as comparisons take it: without noise, of the point of full
/// length that was best as observed; +infinity of a cell that has no such point. Throws SpecError
/// if there is one, and only its noisy loss is known, which is no measure of it: the lowest of many
/// noisy losses is lucky.
double final_loss(const CellResult& result);

}  // namespace sweep
