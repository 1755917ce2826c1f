#pragma once

#include <string>

#include "bench/experiment/prepared.hpp"
#include "bench/session/session_results.hpp"
#include "bench/store/store.hpp"

namespace sweep {

/// The hash of what decides an experiment's results.
std::string experiment_hash(const Experiment& experiment);

/// The store of an experiment at this path: created, or continued if it has the same experiment of
/// the same build. Throws as Store::open.
Store open_store(const PreparedExperiment& prepared, const std::string& path);

/// Puts the finished cells of a store into their places. Those that broke are left to be run again.
/// Throws SpecError for a cell that is not of this experiment.
void take_stored(const Store& store, const std::string& path, const PreparedExperiment& prepared,
                 SessionResults& results);

}  // namespace sweep
