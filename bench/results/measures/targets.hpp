#pragma once

#include <vector>

namespace sweep {

/// Sets of target precisions, hardest last, as COCO's post-processing uses them (Hansen, Auger,
/// Brockhoff, Tušar 2022, doi:10.1109/TEVC.2022.3210897; cocopp).

/// 10^(k/5): COCO's grid of targets, five to a decade.
double grid_target(int k);

/// 51 from 10^2 to 10^-8, uniform in the logarithm: for distributions of run lengths.
std::vector<double> run_length_targets();
/// 10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-7: the columns of tables.
std::vector<double> table_targets();
/// 10, 1, 1e-1, 1e-2, 1e-3, 1e-5, 1e-8: for scaling with the dimension.
std::vector<double> scaling_targets();
/// 10, 1e-1, 1e-4, 1e-8: for distributions at a single target.
std::vector<double> single_targets();
/// 21 from 10^2 to 10^-8, uniform in the logarithm: for scatter plots.
std::vector<double> scatter_targets();

}  // namespace sweep
