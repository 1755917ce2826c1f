#pragma once

#include <cstdint>
#include <vector>

namespace sweep {

/// How often `from` can be multiplied by eta > 1 without exceeding `to`: floor(log_eta(to/from)),
/// but for the rounding of logarithms; 0 if `from` is not below `to`.
int powers_between(double from, double to, double eta);

/// eta^k as k products, exact for whole numbers below 2^53.
double whole_power(double eta, int k);

/// The steps of ASHA's rungs, ascending: floor(min_step*eta^k) for k = s .. K-1, repeats dropped,
/// and max_step, where K = floor(log_eta(max_step/min_step)). Li et al. 2020, section 3.
std::vector<int> rung_steps(int max_step, double min_step, double eta, int s);

/// A rung of a bracket: so many trials run to this step.
struct RungPlan {
  std::uint64_t trials;
  int step;
  bool operator==(const RungPlan&) const = default;
};
using BracketPlan = std::vector<RungPlan>;

/// Successive halving of n trials over s + 1 rungs: rung i runs to step floor(max_step/eta^(s-i)),
/// and the best floor(n_i/eta) of it, at least one, go on. Rungs of the same step are one.
/// Li et al. 2018, JMLR 18(185), Algorithm 1, lines 4 to 9.
BracketPlan halving_plan(std::uint64_t n, int s, int max_step, double eta);

/// Hyperband's bracket s of s_max .. 0, where s_max = floor(log_eta(max_step)): n = ceil((s_max +
/// 1)/(s + 1) * eta^s) trials at first. The same, lines 1 to 3.
BracketPlan hyperband_plan(int s, int s_max, int max_step, double eta);

}  // namespace sweep
