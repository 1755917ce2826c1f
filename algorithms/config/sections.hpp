#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "algorithms/config/checker.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep {

/// Checks the keys of the whole file and the type of what only matters to W&B's servers.
/// False if the document is no map.
bool check_top_level(const Node& document, bool is_method_required, Checker& checker);

/// `metric`, `metrics`, `early_terminate`, `run_cap` of a document; nothing if absent or wrong.
std::optional<Metric> read_metric(const Node& document, Checker& checker);
std::vector<Metric> read_metrics(const Node& document, Checker& checker);
std::optional<EarlyTerminate> read_early_terminate(const Node& document, Checker& checker);
std::optional<std::uint64_t> read_run_cap(const Node& document);

/// `scheduler` and `controller`, and what may not stand beside what.
void check_sections_together(const Node& document, Checker& checker);

}  // namespace sweep
