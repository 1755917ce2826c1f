#pragma once

#include <string>

#include "bench/experiment/prepared.hpp"
#include "bench/session/session_results.hpp"
#include "bench/store/store.hpp"

namespace sweep {

/// The hash of what decides an experiment's results.
std::string experiment_hash(const Experiment& experiment);

/// Puts the finished cells of a store into their places, and counts those that another build than
/// `own` has computed. Those that broke are left to be run again. Throws SpecError for a cell that
/// is not of this experiment.
void take_stored(const Store& store, const std::string& path, const PreparedExperiment& prepared,
                 const Provenance& own, SessionResults& results);

}  // namespace sweep
