#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sweep {

/// The known name nearest to `name` by edit distance (Levenshtein 1966; a swap of neighbours
/// counts once, capitals do not), else the one that begins alike ("bayesian" for bayes), or "" if
/// none is near enough to be what was meant. Ties go to the first.
std::string_view nearest_name(std::string_view name, std::span<const std::string_view> known);

/// `searcher "radom" is unknown; did you mean "random"? known: bayes, grid, random`
std::string unknown_name(std::string_view kind, std::string_view name,
                         std::span<const std::string_view> known);

}  // namespace sweep
