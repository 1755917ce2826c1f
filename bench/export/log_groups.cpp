#include "bench/export/log_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "algorithms/text/error.hpp"
#include "bench/reports/coco/coco.hpp"
#include "bench/results/method_builds.hpp"

namespace sweep {
namespace {

constexpr const char* kOwnSuite = "sweep-bench";
constexpr std::string_view kNoisySuite = "bbob-noisy";

// A member of a family that is not plain is a function of its own, in one dimension and instance.
const std::string& function_name(const ObjectiveInfo& objective) {
  return objective.family.empty() ? objective.function_name : objective.name;
}

using FunctionNumbers = std::map<std::string, int>;

FunctionNumbers numbers_of_others(std::span<const CellResult> cells,
                                  std::span<const ObjectiveInfo> objectives) {
  std::set<std::string> used;
  for (const CellResult& result : cells) used.insert(result.cell.objective);
  FunctionNumbers numbers;
  for (const ObjectiveInfo& objective : objectives) {
    const bool counts = used.contains(objective.name) && objective.is_described();
    if (counts && !is_plain_member(objective)) numbers.emplace(function_name(objective), 0);
  }
  int next = 0;
  for (auto& [name, number] : numbers) number = ++next;
  return numbers;
}

bool is_known(LogFormat format, const ObjectiveInfo& objective) {
  if (format == LogFormat::ioh) return true;
  const auto suites = coco_suites();
  return is_plain_member(objective) &&
         std::find(suites.begin(), suites.end(), objective.family) != suites.end();
}

[[noreturn]] void refuse(const Cell& cell, std::string_view reason) {
  throw SpecError(fmt::format("{} on {}, seed {}: {}; run it with --record trials", cell.method,
                              cell.objective, cell.seed, reason));
}

/// What a cell's objective is to a format, and which of its instances.
struct Problem {
  LoggedProblem problem;
  std::uint64_t instance;
};

Problem problem_of(const ObjectiveInfo& objective, const FunctionNumbers& numbers) {
  const auto dimension = static_cast<std::size_t>(*objective.dimension);
  if (is_plain_member(objective)) {
    return {{objective.family, objective.function, objective.function_name, dimension},
            static_cast<std::uint64_t>(objective.instance)};
  }
  const std::string& name = function_name(objective);
  return {{kOwnSuite, numbers.at(name), name, dimension}, 1};
}

// Nothing is known of one that is not among them.
const ObjectiveInfo& objective_of(const CellResult& result,
                                  std::span<const ObjectiveInfo> objectives) {
  static const ObjectiveInfo unknown;
  const auto found = std::lower_bound(
      objectives.begin(), objectives.end(), result.cell.objective,
      [](const ObjectiveInfo& info, const std::string& name) { return info.name < name; });
  const bool is_there = found != objectives.end() && found->name == result.cell.objective;
  return is_there ? *found : unknown;
}

// True if it was counted as one that is left out.
bool is_left_out(LogFormat format, const CellResult& result, const ObjectiveInfo& objective,
                 LogGroups& all) {
  std::size_t* const reason = !objective.is_described()      ? &all.undescribed
                              : !is_known(format, objective) ? &all.unknown
                              : result.use.stopped > 0       ? &all.stopped
                                                             : nullptr;
  if (reason) ++*reason;
  return reason != nullptr;
}

// The loss to be logged: where one was observed on a noisy objective, that without its noise.
double logged_value(const Record& record, bool is_noisy) {
  return is_noisy && !std::isnan(record.loss) ? record.exact : record.loss;
}

bool by_instance_and_seed(const LogRun& a, const LogRun& b) {
  return std::tie(a.instance, a.seed) < std::tie(b.instance, b.seed);
}

/// What a report calls the methods of cells: with their options, and their builds if need be.
std::vector<std::string> titles_of(std::span<const CellResult> cells,
                                   std::span<const Provenance> provenances) {
  BuildsOfMethods builds;
  std::vector<std::size_t> places;
  for (const CellResult& cell : cells) {
    places.push_back(builds.add(method_of(cell), provenances[cell.provenance]));
  }
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string& method = method_of(cells[i]);
    titles.push_back(method_title(method, builds.name_of(method, places[i])));
  }
  return titles;
}

}  // namespace

bool is_plain_member(const ObjectiveInfo& objective) {
  return !objective.family.empty() && objective.options.empty();
}

LogGroups log_groups(LogFormat format, std::span<const CellResult> cells,
                     std::span<const ObjectiveInfo> objectives,
                     std::span<const Provenance> provenances) {
  const std::vector<std::string> titles = titles_of(cells, provenances);
  const FunctionNumbers numbers = numbers_of_others(cells, objectives);
  std::map<std::tuple<std::string, std::string, int, std::size_t>, LogGroup> by_key;
  LogGroups all;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i].cell;
    const ObjectiveInfo& objective = objective_of(cells[i], objectives);
    if (is_left_out(format, cells[i], objective, all)) continue;
    const auto [problem, instance] = problem_of(objective, numbers);
    LogGroup& group = by_key[{problem.suite, titles[i], problem.function, problem.dimension}];
    group.method = titles[i];
    group.problem = problem;
    group.is_noisy = problem.suite == kNoisySuite;
    group.runs.push_back({instance, cell.seed, i});
  }
  for (auto& [key, group] : by_key) {
    std::stable_sort(group.runs.begin(), group.runs.end(), by_instance_and_seed);
    all.groups.push_back(std::move(group));
  }
  return all;
}

LoggedRun logged_run(const LogRun& run, const CellResult& result, const LogSource& source) {
  const bool has_all = source.record != RecordLevel::best;
  if (!has_all && !source.in_order && !result.is_plain()) {
    refuse(result.cell, "the store holds improvements only, and not the order of the others");
  }
  LoggedRun logged{run.instance, run.seed, std::nullopt, result.trials, {}};
  if (source.is_member) logged.optimum = result.optimum;
  const PointView points = result.points;
  const std::size_t width = result.records.empty() ? 0 : points.size() / result.records.size();
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if (!is_last_of_trial(result.records, i)) continue;
    const std::uint64_t number = has_all ? logged.logged.size() + 1 : result.records[i].trial + 1;
    logged.logged.push_back({number, logged_value(result.records[i], source.is_noisy),
                             points.subspan(i * width, width)});
  }
  if (has_all) logged.evaluations = logged.logged.size();
  const bool has_first = !logged.logged.empty() && logged.logged.front().number == 1;
  if (!has_first) refuse(result.cell, "its first trial failed, and the store does not hold where");
  return logged;
}

}  // namespace sweep
