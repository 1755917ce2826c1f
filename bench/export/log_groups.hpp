#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bench/reports/logged_run.hpp"
#include "bench/results/objective_info.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// The tools whose folders of logs can be written.
enum class LogFormat { coco, ioh };

/// A cell as a run of a log.
struct LogRun {
  std::uint64_t instance = 1;
  std::uint64_t seed = 0;
  std::size_t cell = 0;  // its place in the store's cells
};

/// The runs of a method on a problem, by instance and seed: what one data file holds.
struct LogGroup {
  std::string method;  // as a report calls it: "tpe?candidates=8", "tpe @ 3f2a91c0"
  LoggedProblem problem;
  bool is_noisy = false;  // then values are logged without the noise
  std::vector<LogRun> runs;
};

/// The cells of a store as a log format sees them.
struct LogGroups {
  std::vector<LogGroup> groups;  // by suite, method, function and dimension
  std::size_t unknown = 0;       // cells left out: their suite is none of the format's
  std::size_t undescribed = 0;   // cells left out: nothing is known of their objective
  std::size_t stopped = 0;       // cells left out: a scheduler stopped trials before their end
};

/// Whether an objective is a member of a family as it stands: a shifted or noisy one is none.
bool is_plain_member(const ObjectiveInfo& objective);

/// IOH takes any objective. One that is of no family is a function of the suite "sweep-bench", in
/// the dimension of its space: named by its text without `dim`, numbered by the order of the names
/// among those of the store, always instance 1. `objectives` has those of the cells, sorted by
/// name. Cells that differ in a method's options or in their builds are not of one group.
LogGroups log_groups(LogFormat format, std::span<const CellResult> cells,
                     std::span<const ObjectiveInfo> objectives,
                     std::span<const Provenance> provenances);

/// Facts of a store that a run of a log needs beside its cell.
struct LogSource {
  RecordLevel record = RecordLevel::best;
  bool in_order = false;   // trials ended in the order of their numbers
  bool is_member = false;  // of a family, as it stands: logged relative to the optimum
  bool is_noisy = false;   // logged without the noise
};

/// A cell, with its records, as the run that log formats want. Throws SpecError, naming the cell,
/// if the store does not hold what they need.
///
/// Evaluations are trials in the order in which they ended, with the loss after their last step.
/// With `record` best, only improvements and their numbers are there; those are in that order only
/// if nothing but one perfect worker was at work (`in_order`).
LoggedRun logged_run(const LogRun& run, const CellResult& result, const LogSource& source);

}  // namespace sweep
