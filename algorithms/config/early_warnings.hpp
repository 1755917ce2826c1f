#pragma once

#include <string>

#include "algorithms/space/early_terminate.hpp"

namespace sweep {

/// What early_terminate gives in vain, with the bands that count instead; "" if nothing is.
/// max_iter and s win over min_iter, and s means nothing without max_iter.
std::string ignored_limits(const EarlyTerminate& early);

}  // namespace sweep
