#include "algorithms/schedule/rungs.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {

int powers_between(double from, double to, double eta) {
  int count = 0;
  for (double x = from * eta; x <= to; x *= eta) ++count;
  return count;
}

double whole_power(double eta, int k) {
  double power = 1;
  for (int i = 0; i < k; ++i) power *= eta;
  return power;
}

std::vector<int> rung_steps(int max_step, double min_step, double eta, int s) {
  std::vector<int> steps;
  double step = min_step * whole_power(eta, s);
  const int last = powers_between(min_step, max_step, eta);
  for (int k = s; k < last; ++k, step *= eta) {
    const int whole = static_cast<int>(step);
    if (whole < max_step && (steps.empty() || whole > steps.back())) steps.push_back(whole);
  }
  steps.push_back(max_step);
  return steps;
}

BracketPlan halving_plan(std::uint64_t n, int s, int max_step, double eta) {
  BracketPlan plan;
  double divisor = whole_power(eta, s);
  for (int i = 0; i <= s; ++i, divisor /= eta) {
    const int step = i == s ? max_step : std::max(static_cast<int>(max_step / divisor), 1);
    if (!plan.empty() && step == plan.back().step) continue;
    const double kept = plan.empty() ? 0 : static_cast<double>(plan.back().trials) / eta;
    plan.push_back(
        {plan.empty() ? n : std::max<std::uint64_t>(static_cast<std::uint64_t>(kept), 1), step});
  }
  return plan;
}

BracketPlan hyperband_plan(int s, int s_max, int max_step, double eta) {
  const double n = std::ceil((s_max + 1) * whole_power(eta, s) / (s + 1));
  return halving_plan(static_cast<std::uint64_t>(n), s, max_step, eta);
}

}  // namespace sweep
