#include "algorithms/space/distributions/log_uniform.hpp"

#include <algorithm>
#include <cmath>

namespace sweep {
namespace {

// The exponents whose powers are normal numbers.
constexpr double kLogOfLeast = -708;
constexpr double kLogOfGreatest = 709;

double clamped_if(Behaviour behaviour, double x, double lo, double hi) {
  return behaviour == Behaviour::corrected ? std::clamp(x, lo, hi) : x;
}

std::string log_range_problem(double lo, double hi) {
  const std::string range = range_problem(lo, hi);
  return range.empty() ? above_problem("min", lo, 0) : range;
}

}  // namespace

LogUniform LogUniform::between(double lo, double hi, Behaviour behaviour) {
  return {std::log(lo), std::log(hi), lo, hi, behaviour};
}

LogUniform LogUniform::between_logs(double log_lo, double log_hi, Behaviour behaviour) {
  if (behaviour == Behaviour::corrected) {
    log_lo = std::clamp(log_lo, kLogOfLeast, kLogOfGreatest);
    log_hi = std::clamp(log_hi, kLogOfLeast, kLogOfGreatest);
  }
  return {log_lo, log_hi, std::exp(log_lo), std::exp(log_hi), behaviour};
}

double LogUniform::quantile(double u) const {
  return clamped_if(behaviour, std::exp(u * (log_hi - log_lo) + log_lo), lo, hi);
}

double LogUniform::cdf(double x) const {
  if (behaviour == Behaviour::corrected && x <= 0) return 0;
  return uniform_cdf(std::log(x), log_lo, log_hi - log_lo);
}

double LogUniform::log_probability(double x) const {
  return support().contains(x) ? -std::log(x) - std::log(log_hi - log_lo) : -INFINITY;
}

std::string LogUniform::problem() const { return log_range_problem(lo, hi); }

InvLogUniform InvLogUniform::between(double lo, double hi, Behaviour behaviour) {
  return {{-std::log(hi), -std::log(lo), 1 / hi, 1 / lo, behaviour}, lo, hi};
}

InvLogUniform InvLogUniform::between_logs(double log_lo, double log_hi, Behaviour behaviour) {
  const LogUniform inverse = LogUniform::between_logs(log_lo, log_hi, behaviour);
  return {inverse, std::exp(-inverse.log_hi), std::exp(-inverse.log_lo)};
}

double InvLogUniform::quantile(double u) const {
  const double log_inverse = (1 - u) * (inverse.log_hi - inverse.log_lo) + inverse.log_lo;
  return clamped_if(inverse.behaviour, std::exp(-log_inverse), lo, hi);
}

double InvLogUniform::cdf(double x) const {
  if (inverse.behaviour == Behaviour::corrected && x <= 0) return 0;
  return 1 -
         uniform_cdf(std::log(1 / x), inverse.log_lo, std::abs(inverse.log_hi - inverse.log_lo));
}

double InvLogUniform::log_probability(double x) const {
  if (!support().contains(x)) return -INFINITY;
  return -std::log(x) - std::log(inverse.log_hi - inverse.log_lo);
}

std::string InvLogUniform::problem() const { return log_range_problem(lo, hi); }

}  // namespace sweep
