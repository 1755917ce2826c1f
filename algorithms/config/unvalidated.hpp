#pragma once

#include "algorithms/config/node.hpp"

namespace sweep {

/// The part of a sweep file that W&B's engine looks at when nobody validates the file first: an
/// unknown goal or impute counts as absent (quirk 31), and so do unknown keys, except in `metric`.
void keep_what_the_engine_reads(Node& document);

}  // namespace sweep
