#include "bench/reports/verdict/trackers.hpp"

#include <fmt/format.h>

#include <cmath>

#include "algorithms/text/error.hpp"
#include "algorithms/text/value.hpp"
#include "bench/reports/flat/csv.hpp"

namespace sweep {
namespace {

constexpr std::size_t kLongestName = 1024;  // of a benchmark of Bencher

std::string column_of(const ProblemVerdict& problem) {
  return problem.title.starts_with(problem.measure) ? problem.title
                                                    : problem.title + " " + problem.measure;
}

}  // namespace

std::string bencher_json(const GateVerdict& verdict) {
  Map benchmarks;
  for (const ProblemVerdict& problem : verdict.problems) {
    const Estimate& median = problem.sample.candidate;
    if (!std::isfinite(median.value)) continue;
    Map metric = {{"value", median.value}};
    if (median.lo && std::isfinite(*median.lo)) metric.push_back({"lower_value", *median.lo});
    if (median.hi && std::isfinite(*median.hi)) metric.push_back({"upper_value", *median.hi});
    benchmarks.push_back(
        {problem.title.substr(0, kLongestName), Map{{problem.measure, std::move(metric)}}});
  }
  return to_json(benchmarks) + "\n";
}

OtavaTable otava_table(const GateVerdict& verdict) {
  OtavaTable table{"time,build", csv_text(verdict.time) + "," + csv_text(verdict.build)};
  for (const ProblemVerdict& problem : verdict.problems) {
    const double median = problem.sample.candidate.value;
    if (!std::isfinite(median)) {
      throw SpecError(fmt::format("--otava: the median of {} is {:g}, and a row needs a number",
                                  problem.title, median));
    }
    table.header += "," + csv_text(column_of(problem));
    table.row += "," + to_json(median);
  }
  return table;
}

}  // namespace sweep
