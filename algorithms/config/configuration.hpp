#pragma once

#include <optional>

#include "algorithms/space/point.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// A point as the configuration of a run: `{"x": {"value": 1}, "model": {"value": {"lr": 0.1}}}`,
/// in the order of the space. Below its top level, a nested parameter ("model/lr") is a plain map.
Value to_configuration(const SearchSpace& space, PointView point);

/// Adds a parameter's value where W&B has it. Children of one parent must follow each other.
void put_parameter(Map& configuration, std::string_view name, Value value);

/// The point that a run's configuration stands for; nothing if a parameter is missing or has a
/// value that its distribution cannot take, or if a constant has another value. Other entries do
/// not matter; neither do missing constants, and as W&B no constants at all. In a value that is a
/// map, keys that no listed map has are ignored (first level).
///
/// Also takes the values without their "value" level, `{"x": 1, "model": {"lr": 0.1}}`, nested
/// parameters under their joined name, and values that read as one of the parameter's (see
/// PointReader, which is quicker for many). As W&B, the first is refused with SpecError, as is any
/// path that meets something that is no map.
std::optional<Point> from_configuration(const SearchSpace& space, const Value& configuration);

/// The value that a run's configuration has for one parameter; nullptr if it has none. Corrected,
/// the joined name of a nested one will do.
/// Throws as from_configuration does.
const Value* find_parameter(const Map& configuration, std::string_view name, Behaviour behaviour);

}  // namespace sweep
