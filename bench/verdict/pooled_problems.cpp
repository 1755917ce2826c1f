#include "bench/verdict/pooled_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "bench/results/inference/normal.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/inference/stratified_signed_rank.hpp"
#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

using Members = std::vector<const ProblemVerdict*>;

// A problem without variance is one observation, of which no seed says how often it would be so.
bool is_tested(const ProblemVerdict& problem) {
  return !problem.sample.is_identical && problem.sample.has_course &&
         problem.sample.differences.size() > 1;
}

double pooled_z(const Members& members, double tolerances) {
  std::vector<std::vector<double>> strata;
  strata.reserve(members.size());
  for (const ProblemVerdict* member : members) {
    strata.push_back(shifted(member->sample.differences, tolerances * member->tolerance));
  }
  return stratified_signed_rank_z(strata);
}

// The unit of shifts: the baseline's median, where it is a number above 0.
double scale_of(const ProblemVerdict& problem) {
  const double scale = std::abs(problem.sample.base.value);
  return scale > 0 && std::isfinite(scale) ? scale : 1;
}

void add_in_medians(const ProblemVerdict& problem, std::vector<double>& differences) {
  for (const double d : problem.sample.differences) differences.push_back(d / scale_of(problem));
}

std::optional<Shift> median_shift(const Members& members) {
  std::vector<double> shifts;
  for (const ProblemVerdict* member : members) {
    if (!member->shift || member->sample.base.value == 0) continue;
    const double shift = member->shift->estimate / scale_of(*member);
    if (std::isfinite(shift)) shifts.push_back(shift);
  }
  if (shifts.empty()) return std::nullopt;
  return Shift{median(shifts), {}, 0};
}

ProblemVerdict pooled(const std::string& method, const Members& members) {
  ProblemVerdict all;
  all.method = method;
  all.function = fmt::format("{} problems together", members.size());
  all.title = fmt::format("{} on {}", method, all.function);
  all.measure = members.front()->measure;
  for (const ProblemVerdict* member : members) {
    all.sample.cells += member->sample.cells;
    add_in_medians(*member, all.sample.differences);
  }
  all.sample.is_identical = false;
  all.shift = median_shift(members);
  all.sample.base = {members.size(), 1, {}, {}};
  all.sample.candidate = {members.size(), 1 + (all.shift ? all.shift->estimate : 0), {}, {}};
  all.z_worse = pooled_z(members, -1);
  all.z_better = pooled_z(members, 1);
  all.p_worse = normal_below(-all.z_worse);
  all.p_better = normal_below(all.z_better);
  return all;
}

}  // namespace

std::vector<ProblemVerdict> pooled_problems(std::span<const ProblemVerdict> problems) {
  std::map<std::string, Members> methods;
  for (const ProblemVerdict& problem : problems) {
    if (is_tested(problem)) methods[problem.method].push_back(&problem);
  }
  constexpr std::size_t kFewestInAll = 12;
  std::vector<ProblemVerdict> all;
  for (const auto& [method, members] : methods) {
    if (members.size() < 2) continue;
    ProblemVerdict verdict = pooled(method, members);
    if (verdict.sample.differences.size() >= kFewestInAll) all.push_back(std::move(verdict));
  }
  return all;
}

}  // namespace sweep
