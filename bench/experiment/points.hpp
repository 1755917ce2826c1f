#pragma once

#include <functional>
#include <string>
#include <vector>

#include "algorithms/config/node.hpp"
#include "algorithms/space/search_space.hpp"

namespace sweep {

/// The points of a JSON list: rows of numbers in the order of the space (native units; a category
/// is its index; may lie outside of the bounds), or configurations {"x": 1, "y": {"value": 3}}.
/// Throws SpecError for an entry that is no point of the space, with its number.
std::vector<Point> read_points(const Node& list, const SearchSpace& space);

/// Reads points for models: the rows are coordinates of the unit cube, one in [0, 1] for each
/// parameter that is no constant, and those of a configuration are what `row_of` says.
std::vector<std::vector<double>> read_unit_rows(
    const Node& list, const SearchSpace& space,
    const std::function<std::vector<double>(const Point&)>& row_of);

}  // namespace sweep
