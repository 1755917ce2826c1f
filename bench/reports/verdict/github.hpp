#pragma once

#include <string>

#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// What GitHub Actions reads from a step's output: `::error` for each problem that is worse, or the
/// reason why nothing compares, `::warning` for each that is inconclusive, a `::notice` with the
/// verdict if there is none of these. At most ten of a kind, which is what GitHub shows.
std::string github_annotations(const GateVerdict& verdict);

}  // namespace sweep
