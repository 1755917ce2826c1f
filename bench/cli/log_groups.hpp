#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/experiment/experiment.hpp"
#include "bench/reports/logged_run.hpp"
#include "bench/results/record.hpp"
#include "objectives/family.hpp"

namespace sweep {

enum class LogFormat { coco, ioh };

/// A cell as a run of a log.
struct LogRun {
  std::uint64_t instance = 1;
  std::uint64_t seed = 0;
  std::size_t cell = 0;  // its place in the store's cells
};

/// The runs of a method on a problem, by instance and seed: what one data file holds.
struct LogGroup {
  std::string method;
  LoggedProblem problem;
  bool is_noisy = false;  // then values are logged without the noise
  std::vector<LogRun> runs;
};

/// The cells of a store as a log format sees them.
struct LogGroups {
  std::vector<LogGroup> groups;  // by suite, method, function and dimension
  std::size_t unknown = 0;       // cells left out: their suite is none of the format's
  std::size_t stopped = 0;       // cells left out: a scheduler stopped trials before their end
};

/// The member of a family that an objective is, as it stands: a shifted or noisy one is none.
std::optional<FamilyMember> plain_member(const std::string& objective);

/// By objective: the number of its parameters that are no constants. Those of no family are looked
/// up.
using Dimensions = std::map<std::string, std::size_t>;

/// IOH takes any objective. One that is of no family is a function of the suite "sweep-bench", in
/// the dimension of its space: named by its text without `dim`, numbered by the order of the names
/// among those of the store, always instance 1.
LogGroups log_groups(LogFormat format, std::span<const CellResult> cells,
                     const Dimensions& dimensions);

/// A cell, with its records, as the run that log formats want. Throws SpecError, naming the cell,
/// if the store does not hold what they need.
///
/// Evaluations are trials in the order in which they ended, with the loss after their last step.
/// With `record` best, only improvements and their numbers are there; those are in that order only
/// if nothing but one perfect worker was at work (`in_order`).
LoggedRun logged_run(const LogRun& run, const CellResult& result, RecordLevel record,
                     bool in_order);

/// Whether the trials of every cell of this experiment ended in the order of their numbers.
bool trials_end_in_order(const Experiment& experiment);

}  // namespace sweep
