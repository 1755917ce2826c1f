#pragma once

#include <string>

#include "algorithms/text/value.hpp"

namespace sweep {

/// What an experiment needs of a sweep file, as one line of YAML that reads back as the same
/// values under either rules for scalars: the parameters and what decides how they are read. The
/// goal of the metric and the run_cap are left out: the experiment has them in it already.
std::string space_text(const Map& document);

}  // namespace sweep
