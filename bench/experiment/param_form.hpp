#pragma once

#include <string>

#include "algorithms/config/node.hpp"

namespace sweep {

/// Refuses what `--param` gives for a map, with the map that was meant: throws SpecError
/// `--param x=0..1: write --param 'x={min: 0, max: 1}'` for a range, a list and a single value.
/// `text` has the form NAME=VALUE, and `value` is what it says.
void check_param_form(const std::string& text, const Node& value);

}  // namespace sweep
