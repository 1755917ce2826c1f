#pragma once

#include <string>

namespace sweep::detail {

/// What is wrong with the path of a store before SQLite sees it, which would wait for the other end
/// of a pipe, write over a short file, or not say what it dislikes; empty if nothing is.
std::string problem_of_path(const std::string& path, bool may_be_new);

}  // namespace sweep::detail
