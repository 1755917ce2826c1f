#pragma once

#include <cstdint>

#include "algorithms/text/options.hpp"
#include "bench/experiment/prepared.hpp"
#include "bench/store/header.hpp"

namespace sweep {

/// What the store of an experiment is told: the experiment, its objectives, and this very program,
/// machine and moment.
StoreContents store_contents(const PreparedExperiment& prepared);

/// Whether the trials of every cell end in the order of their numbers: one perfect worker.
bool trials_end_in_order(std::uint64_t workers, const Settings& settings);

}  // namespace sweep
