#include "algorithms/model/gp/ard_priors.hpp"

#include <cmath>

namespace sweep {
namespace {

constexpr double kNormal = 1e6;  // degrees of freedom

const LogPrior kOwnLength = {-0.5, 0.8, 2, std::log(0.005), std::log(100.0)};
const LogPrior kJointVariance = {0, 1, kNormal, -14, 7};
const LogPrior kAdditiveVariance = {0.5, 2, kNormal, -14, 7};
const LogPrior kNoAdditiveVariance = {-14, 1, kNormal, -14, -14};
const LogPrior kNoise = {-12, 4, kNormal, std::log(1e-9), std::log(2.0)};

}  // namespace

double LogPrior::log_density(double x) const {
  const double z = (x - mean) / deviation;
  return -(degrees + 1) / 2 * std::log1p(z * z / degrees);
}

double LogPrior::slope(double x) const {
  const double z = (x - mean) / deviation;
  return -(degrees + 1) / (degrees + z * z) * z / deviation;
}

std::vector<LogPrior> ard_priors(std::size_t columns, bool additive) {
  const double mean = std::log(static_cast<double>(columns)) / 2 - 1.2;
  const LogPrior joint_length = {mean, 0.6, kNormal, std::log(0.01), std::log(100.0)};
  std::vector<LogPrior> priors(columns, joint_length);
  priors.insert(priors.end(), columns, kOwnLength);
  priors.push_back(kJointVariance);
  // With one column, what is its own is what is joint.
  priors.push_back(additive && columns > 1 ? kAdditiveVariance : kNoAdditiveVariance);
  priors.push_back(kNoise);
  return priors;
}

}  // namespace sweep
