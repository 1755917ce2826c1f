#include "bench/results/measures/equal_time.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "bench/results/inference/bootstrap.hpp"
#include "bench/results/inference/signed_rank.hpp"
#include "bench/results/measures/multiple_tests.hpp"

namespace sweep {
namespace {

// Evaluations are whole: what is a rounding short of the next one has had it.
constexpr double kPlaceTolerance = 1e-9;

double common_seconds(std::span<const TimedMethod> methods, double cost) {
  double seconds = std::numeric_limits<double>::infinity();
  for (const TimedMethod& method : methods) {
    seconds = std::min(seconds, method.length * (cost + method.own_seconds));
  }
  return seconds;
}

std::size_t best_of(const std::vector<double>& qualities) {
  return static_cast<std::size_t>(std::max_element(qualities.begin(), qualities.end()) -
                                  qualities.begin());
}

// Intervals at many costs, each as good as it can be seen in a picture.
constexpr std::size_t kTimeResamples = 2000;

Estimate mean_quality(const std::vector<double>& of_problems) {
  Estimate estimate{of_problems.size(), mean_of(of_problems), {}, {}};
  const Stream stream = Stream(0).child("bootstrap of equal time");
  if (const auto interval =
          bootstrap_interval(of_problems, mean_of, 0.95, stream, kTimeResamples)) {
    estimate.lo = interval->low;
    estimate.hi = interval->high;
  }
  return estimate;
}

/// The qualities of each method, problem by problem.
std::vector<std::vector<double>> qualities_by_method(
    std::span<const std::vector<TimedMethod>> problems, double cost) {
  std::vector<std::vector<double>> by_method(problems.front().size());
  for (const std::vector<TimedMethod>& problem : problems) {
    const std::vector<double> qualities = quality_at_equal_time(problem, cost);
    for (std::size_t m = 0; m < qualities.size(); ++m) by_method[m].push_back(qualities[m]);
  }
  return by_method;
}

// The highest mean leads; the ranks may well speak for its rival.
double p_of_rival(const std::vector<double>& best, const std::vector<double>& rival) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < best.size(); ++i) differences.push_back(best[i] - rival[i]);
  const SignedRank test = signed_rank(shifted(differences, 0), Alternative::two_sided);
  return test.w_plus > test.w_minus ? test.p : 1;
}

EqualTimeStanding standing_at(std::span<const std::vector<TimedMethod>> problems, double cost) {
  const std::vector<std::vector<double>> by_method = qualities_by_method(problems, cost);
  EqualTimeStanding standing;
  standing.cost = cost;
  for (const std::vector<double>& one : by_method) standing.quality.push_back(mean_quality(one));
  const auto best =
      std::max_element(standing.quality.begin(), standing.quality.end(),
                       [](const Estimate& a, const Estimate& b) { return a.value < b.value; });
  standing.best = static_cast<std::size_t>(best - standing.quality.begin());
  standing.p.resize(by_method.size());
  for (std::size_t m = 0; m < by_method.size(); ++m) {
    if (m != standing.best) standing.p[m] = p_of_rival(by_method[standing.best], by_method[m]);
  }
  return standing;
}

void correct_over_costs(std::vector<EqualTimeStanding>& standings) {
  std::vector<double> raw;
  for (const EqualTimeStanding& standing : standings) {
    for (const std::optional<double>& p : standing.p) {
      if (p) raw.push_back(*p);
    }
  }
  const std::vector<double> corrected = holm(raw);
  std::size_t next = 0;
  for (EqualTimeStanding& standing : standings) {
    for (std::optional<double>& p : standing.p) {
      if (p) p = corrected[next++];
    }
  }
}

}  // namespace

std::vector<EqualTimeStanding> standings_over_costs(
    std::span<const std::vector<TimedMethod>> problems, std::span<const double> costs) {
  std::vector<EqualTimeStanding> standings;
  for (const double cost : costs) standings.push_back(standing_at(problems, cost));
  correct_over_costs(standings);
  return standings;
}

std::vector<double> quality_at_equal_time(std::span<const TimedMethod> methods, double cost) {
  const double seconds = common_seconds(methods, cost);
  std::vector<double> qualities;
  for (const TimedMethod& method : methods) {
    const double each = cost + method.own_seconds;
    const double places = each > 0 ? seconds / each : method.length;  // nothing takes any time
    qualities.push_back(method.hits.at(places * (1 + kPlaceTolerance)));
  }
  return qualities;
}

std::vector<Lead> leads_over_costs(std::span<const double> costs,
                                   std::span<const std::vector<double>> qualities, double margin) {
  assert(!costs.empty() && costs.size() == qualities.size());
  std::vector<Lead> leads = {{costs.back(), best_of(qualities.back())}};
  for (std::size_t i = costs.size(); i-- > 0;) {
    const std::size_t best = best_of(qualities[i]);
    if (qualities[i][best] > qualities[i][leads.back().method] + margin) {
      leads.push_back({costs[i], best});
    } else {
      leads.back().from_cost = costs[i];
    }
  }
  std::reverse(leads.begin(), leads.end());
  return leads;
}

}  // namespace sweep
