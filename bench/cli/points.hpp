#pragma once

#include <string>
#include <vector>

#include "algorithms/config/node.hpp"
#include "algorithms/space/search_space.hpp"

namespace sweep {

/// The points of a JSON list: rows of numbers in the order of the space (native units; a category
/// is its index), or configurations {"x": 1, "y": {"value": 3}}. Throws SpecError for an entry that
/// is no point of the space, with its number.
std::vector<Point> read_points(const Node& list, const SearchSpace& space);

}  // namespace sweep
