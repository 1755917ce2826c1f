#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/config/checker.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep {

/// Whether a file must say its method, may, or nobody looks.
enum class MethodUse { required, optional, unread };

/// Checks the keys of the whole file and the type of what only matters to W&B's servers.
/// False if the document is no map.
bool check_top_level(const Node& document, MethodUse method, Checker& checker);

/// True of a key that is one of a whole file's, or is probably meant to be.
bool is_nearly_top_level(const Node& key);

/// What is said of a key of the whole file that is missing, with the line to add, or with the key
/// that was probably meant to be it.
std::string what_to_add(const Node& document, std::string_view key, std::string_view line);

/// Whether somebody needs the metric: then it must be right. Else what is wrong with it is a
/// warning, corrected, and it is read as far as it goes.
enum class MetricUse { needed, optional };

/// `metric`, `metrics`, `early_terminate`, `run_cap` of a document; nothing if absent or wrong.
std::optional<Metric> read_metric(const Node& document, MetricUse use, Checker& checker);
std::vector<Metric> read_metrics(const Node& document, Checker& checker);
std::optional<EarlyTerminate> read_early_terminate(const Node& document, Checker& checker);
std::optional<std::uint64_t> read_run_cap(const Node& document);

/// `scheduler` and `controller`, and what may not stand beside what.
void check_sections_together(const Node& document, Checker& checker);

}  // namespace sweep
