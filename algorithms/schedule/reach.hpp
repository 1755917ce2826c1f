#pragma once

#include <string>

#include "algorithms/text/named_options.hpp"

namespace sweep {

/// Why a scheduler never stops a trial of `max_step` steps: the first step at which its options
/// let it look is the last, or beyond; "" if it may. Its name and its options must be good.
std::string out_of_reach(const NamedOptions& scheduler, int max_step);

/// Which of its options it ignores beside the others; "" if it uses all.
std::string unused_options(const NamedOptions& scheduler);

}  // namespace sweep
