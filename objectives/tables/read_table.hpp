#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "algorithms/space/search_space.hpp"
#include "objectives/tables/table.hpp"

namespace sweep {

/// What a table may cost, in its file and unpacked.
inline constexpr std::size_t kMostTableBytes = std::size_t{1} << 26;

/// Reads a table, packed with gzip or not, whose format objectives/README.md describes. At least
/// one row has a loss at the last step. Throws ConfigError with line and column for what is wrong.
Table read_table(std::string_view bytes, const std::string& file_name, const SearchSpace& space);

}  // namespace sweep
