#pragma once

#include <span>
#include <string>
#include <string_view>

#include "bench/reports/logged_run.hpp"

namespace sweep {

/// The families here that cocopp knows as suites, sorted. It refuses others.
std::span<const std::string_view> coco_suites();

/// What a run adds to each of the four data files of its function and dimension: a header and the
/// lines below it. COCO's data format "bbob-new2":
///   .dat   improvements that reach another target
///   .tdat  given numbers of evaluations
///   .rdat  restarts, and .mdat recommendations: headers only
/// A line is `evaluations 0 best-fopt value best x1 ...`, x in up to 6 dimensions only. A value of
/// NaN stands as 2e21, an infinite one as 3e21; values below the optimum count as it. Where the run
/// does not have an evaluation that .tdat asks for, its line has value and x of the best so far.
///
/// Precondition: the run's first evaluation is logged. Source: COCO, numbbo/coco-experiment e6356d2
/// (Hansen et al. 2021, doi:10.1080/10556788.2020.1808977), read by numbbo/coco-postprocess
/// 2b13ce7.
struct CocoBlocks {
  std::string dat;
  std::string tdat;
  std::string rdat;
  std::string mdat;
};
CocoBlocks coco_blocks(const LoggedRun& run, std::size_t dimension);

/// Where the data of a problem lie below the method's folder, without their endings, and the index
/// that names them.
std::string coco_data_path(const LoggedProblem& problem);
std::string coco_index_path(const LoggedProblem& problem);

/// The three lines of a problem in its index: coco_entry_head() and coco_entry_item() of each run.
std::string coco_entry_head(const LoggedProblem& problem, std::string_view method,
                            std::string_view comment);
std::string coco_entry_item(const LoggedRun& run);

}  // namespace sweep
