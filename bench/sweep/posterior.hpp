#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "algorithms/config/run_list.hpp"
#include "algorithms/config/sweep_config.hpp"
#include "algorithms/model/model_view.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// The model of W&B's engine after these runs. `seed` names its draw of 100 of them where there are
/// more; a length scale that is given takes the place of the fitted one. Throws SpecError for a run
/// that the reference fails at.
ModelView reference_model(const SweepConfig& config, const std::vector<Run>& runs,
                          const Settings& settings, std::uint32_t seed,
                          std::optional<double> length_scale);

/// The model of the sweep's own searcher, and what there is to say of the runs.
struct SearcherModel {
  ModelView model;
  std::vector<std::string> warnings;
};

/// Throws SpecError, naming the list of runs, unless it has two to learn from.
SearcherModel searcher_model(const SweepConfig& config, const std::vector<Run>& runs,
                             const Settings& settings, const std::string& runs_name);

/// Where the models place a point: as a run of W&B's, or at the middle of its values' cells.
std::vector<double> reference_row(const Point& point, const SearchSpace& space);
std::vector<double> unit_row(const Point& point, const SearchSpace& space);

}  // namespace sweep
