#pragma once

#include <span>
#include <string>
#include <string_view>

namespace sweep {

/// The message of unknown_name(), which also knows what others call the methods that there are:
/// `method "gp" is unknown; did you mean "bayes"? known: bayes, grid, random`.
std::string unknown_method(std::string_view kind, std::string_view name,
                           std::span<const std::string_view> known);

}  // namespace sweep
