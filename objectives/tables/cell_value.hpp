#pragma once

#include <optional>
#include <string>

#include "algorithms/space/distribution.hpp"
#include "objectives/tables/csv.hpp"

namespace sweep {

/// The native value that a cell stands for; nothing if the parameter cannot take it. A category or
/// constant may be written as a plain YAML scalar (`true`, `16`, `adam`), as its text in quotes, or
/// as JSON in quotes (`"[1, 2]"`).
std::optional<double> cell_value(const CsvCell& cell, const Distribution& distribution);

/// What cell_value takes: "a number in [0, 1]", "one of adam, sgd".
std::string allowed_values(const Distribution& distribution);

}  // namespace sweep
