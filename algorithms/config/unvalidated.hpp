#pragma once

#include "algorithms/config/node.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep {

/// The part of a sweep file that W&B's engine looks at for that use when nobody has checked the
/// file first: an unknown goal or impute counts as absent (quirk 31), so do unknown keys, except
/// in `metric`; random and grid search never look at `metric`. For `validate` all of it.
void keep_what_the_engine_reads(Node& document, SweepUse use);

/// The sections that somebody who asks which runs to stop has to do with.
void keep_what_stops_runs(Node& document);

}  // namespace sweep
