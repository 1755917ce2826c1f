#include "algorithms/model/parzen/parzen_categories.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sweep {

ParzenCategories::ParzenCategories(const ParzenColumn& column, const ParzenOptions& options)
    : prior_(column.probabilities),
      prior_up_to_(prior_.size()),
      options_(options),
      weight_of_(prior_.size(), 0.0) {
  std::partial_sum(prior_.begin(), prior_.end(), prior_up_to_.begin());
}

void ParzenCategories::fit(std::span<const ParzenKernel> observations) {
  for (const std::size_t category : observed_) weight_of_[category] = 0;
  observed_.clear();
  double sum = options_.prior_weight;
  for (const ParzenKernel& seen : observations) {
    const auto category = static_cast<std::size_t>(seen.at);
    if (weight_of_[category] == 0) observed_.push_back(category);
    weight_of_[category] += seen.weight;
    sum += seen.weight;
  }
  std::sort(observed_.begin(), observed_.end());
  const double smoothing = category_smoothing(prior_.size(), observations.size(), options_);
  observed_share_ = 0;
  for (const std::size_t category : observed_) {
    weight_of_[category] /= sum * (1 + smoothing);
    observed_share_ += weight_of_[category];
  }
}

double ParzenCategories::draw(Stream& draws) const {
  double left = draws.uniform();
  for (const std::size_t category : observed_) {
    left -= weight_of_[category];
    if (left < 0) return static_cast<double>(category);
  }
  return category_at(prior_up_to_, draws.uniform());
}

void ParzenCategories::log_densities(std::span<const double> at, std::span<double> out) const {
  for (std::size_t i = 0; i < at.size(); ++i) {
    const auto category = static_cast<std::size_t>(at[i]);
    out[i] = std::log(weight_of_[category] + (1 - observed_share_) * prior_[category]);
  }
}

double category_at(std::span<const double> up_to, double u) {
  const auto found = std::upper_bound(up_to.begin(), up_to.end(), u * up_to.back());
  const auto last = std::lower_bound(up_to.begin(), up_to.end(), up_to.back());
  return static_cast<double>(std::min(found, last) - up_to.begin());
}

}  // namespace sweep
