#pragma once

#include <string>
#include <string_view>

#include "bench/reports/logged_run.hpp"

namespace sweep {

/// IOHprofiler's name of a suite: "BBOB" for bbob, any other as it is.
std::string ioh_suite(std::string_view suite);

/// What a run adds to the data file of its function and dimension: a header, `evaluations raw_y`,
/// and below it a line for the first evaluation, every one that is strictly better than all before,
/// and the last one; if that is not logged, its value is the best. Values are relative to the
/// optimum where the run has one, and have ten decimals. NaN stands as 2e21, infinity as 3e21 with
/// its sign, a finite value beyond 1e21 as that with its sign: the format's readers want numbers.
/// NaN improves on nothing.
///
/// Precondition: the run's first evaluation is logged. Source: IOHexperimenter 0.3.23, logger
/// Analyzer (de Nobel et al. 2024, doi:10.1162/evco_a_00342), version 2 of the format.
std::string ioh_block(const LoggedRun& run);

/// The path below the method's folder. A function's name takes part as plain_name().
std::string ioh_data_path(const LoggedProblem& problem);
std::string ioh_index_path(const LoggedProblem& problem);

/// The index of one function, in JSON, while its dimensions and runs come in.
class IohIndex {
 public:
  IohIndex(const LoggedProblem& problem, std::string_view method, std::string_view comment);

  /// The runs to come are in this problem's dimension.
  void begin(const LoggedProblem& problem);
  void add(const LoggedRun& run);
  /// The whole file.
  [[nodiscard]] std::string to_json() const;

 private:
  std::string text_;
  std::size_t scenarios_ = 0;
  std::size_t runs_ = 0;  // of the last scenario
};

}  // namespace sweep
