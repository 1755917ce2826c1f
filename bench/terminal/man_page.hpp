#pragma once

#include <span>
#include <string>

#include "bench/terminal/verb.hpp"

namespace sweep {

/// The manual page in roff's man macros, of what the verbs say of themselves.
std::string man_page(std::span<const Verb> verbs);

}  // namespace sweep
