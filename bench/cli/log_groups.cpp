#include "bench/cli/log_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "algorithms/text/error.hpp"
#include "bench/reports/coco/coco.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

constexpr const char* kOwnSuite = "sweep-bench";
constexpr std::string_view kNoisySuite = "bbob-noisy";

// The same function in any dimension has one name.
std::string function_name(const std::string& objective) {
  NamedOptions spec = parse_objective(objective);
  spec.options.erase("dim");
  return to_text(spec);
}

using FunctionNumbers = std::map<std::string, int>;

FunctionNumbers numbers_of_others(std::span<const CellResult> cells) {
  std::set<std::string> objectives;
  for (const CellResult& result : cells) objectives.insert(result.cell.objective);
  FunctionNumbers numbers;
  for (const std::string& objective : objectives) {
    if (!plain_member(objective)) numbers.emplace(function_name(objective), 0);
  }
  int next = 0;
  for (auto& [name, number] : numbers) number = ++next;
  return numbers;
}

LoggedProblem problem_of(const FamilyMember& member) {
  const auto name = find_family(member.family)->function_name(member.function);
  return {member.family, member.function, std::string(name),
          static_cast<std::size_t>(member.dimension)};
}

bool is_known(LogFormat format, const std::optional<FamilyMember>& member) {
  if (format == LogFormat::ioh) return true;
  const auto suites = coco_suites();
  return member && std::find(suites.begin(), suites.end(), member->family) != suites.end();
}

[[noreturn]] void refuse(const Cell& cell, std::string_view reason) {
  throw SpecError(fmt::format("{} on {}, seed {}: {}; run it with --record trials", cell.method,
                              cell.objective, cell.seed, reason));
}

// Of several steps of a trial, which follow one another, the last one counts.
bool is_last_of_trial(std::span<const Record> records, std::size_t i) {
  return i + 1 == records.size() || records[i + 1].trial != records[i].trial;
}

/// What a cell's objective is to a format, and which of its instances.
struct Problem {
  LoggedProblem problem;
  std::uint64_t instance;
};

Problem problem_of(const std::string& objective, const std::optional<FamilyMember>& member,
                   const FunctionNumbers& numbers, const Dimensions& dimensions) {
  if (member) return {problem_of(*member), static_cast<std::uint64_t>(member->instance)};
  const std::string name = function_name(objective);
  return {{kOwnSuite, numbers.at(name), name, dimensions.at(objective)}, 1};
}

bool by_instance_and_seed(const LogRun& a, const LogRun& b) {
  return std::tie(a.instance, a.seed) < std::tie(b.instance, b.seed);
}

}  // namespace

std::optional<FamilyMember> plain_member(const std::string& objective) {
  if (objective.find('?') != std::string::npos) return std::nullopt;
  return family_member(objective);
}

LogGroups log_groups(LogFormat format, std::span<const CellResult> cells,
                     const Dimensions& dimensions) {
  const FunctionNumbers numbers = numbers_of_others(cells);
  std::map<std::tuple<std::string, std::string, int, std::size_t>, LogGroup> by_key;
  LogGroups all;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i].cell;
    const auto member = plain_member(cell.objective);
    const bool is_left_out = !is_known(format, member) || cells[i].use.stopped > 0;
    if (is_left_out) {
      ++(is_known(format, member) ? all.stopped : all.unknown);
      continue;
    }
    const auto [problem, instance] = problem_of(cell.objective, member, numbers, dimensions);
    LogGroup& group = by_key[{problem.suite, cell.method, problem.function, problem.dimension}];
    group.method = cell.method;
    group.problem = problem;
    group.is_noisy = problem.suite == kNoisySuite;
    group.runs.push_back({instance, cell.seed, i});
  }
  for (auto& [key, group] : by_key) {
    std::sort(group.runs.begin(), group.runs.end(), by_instance_and_seed);
    all.groups.push_back(std::move(group));
  }
  return all;
}

LoggedRun logged_run(const LogRun& run, const CellResult& result, RecordLevel record,
                     bool in_order) {
  const bool has_all = record != RecordLevel::best;
  if (!has_all && !in_order && !result.is_plain()) {
    refuse(result.cell, "the store holds improvements only, and not the order of the others");
  }
  LoggedRun logged{run.instance, run.seed, std::nullopt, result.trials, {}};
  if (plain_member(result.cell.objective)) logged.optimum = result.optimum;
  const PointView points = result.points;
  const std::size_t width = result.records.empty() ? 0 : points.size() / result.records.size();
  for (std::size_t i = 0; i < result.records.size(); ++i) {
    if (!is_last_of_trial(result.records, i)) continue;
    const std::uint64_t number = has_all ? logged.logged.size() + 1 : result.records[i].trial + 1;
    logged.logged.push_back({number, result.records[i].loss, points.subspan(i * width, width)});
  }
  if (has_all) logged.evaluations = logged.logged.size();
  const bool has_first = !logged.logged.empty() && logged.logged.front().number == 1;
  if (!has_first) refuse(result.cell, "its first trial failed, and the store does not hold where");
  return logged;
}

bool trials_end_in_order(const Experiment& experiment) {
  const auto is_of_cluster = [](const auto& setting) {
    return setting.first.starts_with("cluster.");
  };
  return experiment.workers == 1 &&
         std::none_of(experiment.settings.begin(), experiment.settings.end(), is_of_cluster);
}

}  // namespace sweep
