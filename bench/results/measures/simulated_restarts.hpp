#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "algorithms/space/stream.hpp"
#include "bench/results/measures/run_length.hpp"

namespace sweep {

/// The run lengths of an algorithm that is restarted until it succeeds: cells are drawn with
/// replacement, each failure costs its budget, until a success costs its T. Their expectation is
/// ERT; all are infinite if no cell succeeded. At least one cell.
///
/// As in COCO, the first draws go through random permutations of the cells, so that with a multiple
/// of N as `count` every cell is drawn first equally often: if all succeeded, the sample is the
/// data. The number of further failures is drawn as a whole, and the time is linear in N and
/// `count`, however rare a success is.
///
/// Source: Hansen, Auger, Brockhoff, Tušar 2022, doi:10.1109/TEVC.2022.3210897; Efron, Tibshirani
/// 1993 for the bootstrap.
std::vector<double> simulated_run_lengths(std::span<const RunLength> lengths, std::size_t count,
                                          Stream stream);

/// The least multiple of the number of cells that is `at_least` or more.
std::size_t balanced_count(std::size_t cells, std::size_t at_least);

/// The dispersion of COCO's tables: half of what lies between the 10 and the 90 percentile of a
/// sample of run lengths; infinite if the upper one is.
double dispersion(std::span<const double> simulated);

}  // namespace sweep
