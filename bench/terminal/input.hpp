#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "algorithms/config/json.hpp"
#include "algorithms/config/text_file.hpp"

namespace sweep {

/// Throws SpecError if more than one of these paths is "-": it can be read only once.
void check_standard_input(std::initializer_list<std::string_view> paths);

/// A JSON text given in place ("[[1, 2]]"), in a file, or on the standard input. Throws
/// ConfigError.
Node read_json_argument(const std::string& argument);

}  // namespace sweep
