#pragma once

#include <cstddef>
#include <vector>

namespace sweep {

/// Training runs as numbers: one row each, in the order of the file.
struct Table {
  std::size_t rows = 0;
  std::size_t steps = 0;        // length of each learning curve, from 1
  std::size_t costs_a_row = 0;  // 0: not measured; 1: the same at each step; else `steps`
  std::vector<double> points;   // rows x parameters, native values
  std::vector<double> losses;   // rows x steps; NaN: failed
  std::vector<double> costs;    // rows x costs_a_row, seconds
};

}  // namespace sweep
