#include "algorithms/space/distributions/categorical.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/space/distributions/integer.hpp"

namespace sweep {
namespace {

// The reference accepts sums this far from 1 (numpy's isclose: absolute 1e-8 plus relative 1e-5).
constexpr double kSumTolerance = 1e-8 + 1e-5;

constexpr auto kNowhere = static_cast<std::size_t>(-1);

bool is_index(double x, std::size_t size) {
  return x >= 0 && x < static_cast<double>(size) && x == std::floor(x);
}

double last_possible(const std::vector<double>& probabilities) {
  const auto last =
      std::find_if(probabilities.rbegin(), probabilities.rend(), [](double p) { return p > 0; });
  return static_cast<double>(probabilities.rend() - last - 1);
}

// First u < p_0 + ... + p_i, summed from the left; nothing above the last sum.
std::optional<double> first_above(const std::vector<double>& probabilities, double u) {
  double sum = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    sum += probabilities[i];
    if (u < sum) return static_cast<double>(i);
  }
  return std::nullopt;
}

}  // namespace

double Constant::log_probability(double x) const { return x == 0 ? 0 : -INFINITY; }

std::optional<Count> Constant::position(double x) const {
  return x == 0 ? std::optional<Count>(0) : std::nullopt;
}

Categorical::Categorical(std::vector<Value> values, std::vector<double> probabilities,
                         Behaviour behaviour)
    : values_(std::move(values)), probabilities_(std::move(probabilities)), behaviour_(behaviour) {
  if (behaviour_ == Behaviour::corrected) merge_repeated_values();
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (!is_possible(i)) {
      position_.push_back(kNowhere);
      continue;
    }
    const auto [known, is_new] = position_of_.try_emplace(canonical(values_[i]), first_at_.size());
    position_.push_back(known->second);
    if (is_new) {
      first_at_.push_back(i);
      spelled_at_.push_back(i);
    } else {
      spelled_at_[known->second] = i;
    }
  }
}

void Categorical::merge_repeated_values() {
  if (!probabilities_.empty() && probabilities_.size() != values_.size()) return;  // a problem()
  std::unordered_map<std::string, std::size_t> index_of;
  std::vector<Value> merged;
  std::vector<double> weights;
  const double equal = 1 / static_cast<double>(values_.size());
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const auto [known, is_new] = index_of.try_emplace(canonical(values_[i]), merged.size());
    if (is_new) {
      merged.push_back(values_[i]);
      weights.push_back(0);
    }
    weights[known->second] += probabilities_.empty() ? equal : probabilities_[i];
  }
  if (merged.size() == values_.size()) return;
  values_ = std::move(merged);
  probabilities_ = std::move(weights);
}

bool Categorical::is_possible(std::size_t i) const {
  if (probabilities_.empty() || behaviour_ == Behaviour::as_wandb) return true;
  return i < probabilities_.size() && probabilities_[i] > 0;
}

double Categorical::quantile(double u) const {
  const bool corrected = behaviour_ == Behaviour::corrected;
  const auto n = static_cast<double>(values_.size());
  if (probabilities_.empty()) {
    const double i = discrete_quantile(u, 0, n);
    return i >= 0 ? i : corrected ? 0 : n - 1;
  }
  const double i =
      first_above(probabilities_, u).value_or(corrected ? last_possible(probabilities_) : 0);
  return std::min(i, n - 1);  // W&B lets nested lists of probabilities be longer than their values
}

double Categorical::cdf(double index) const {
  const auto n = static_cast<double>(values_.size());
  if (std::isnan(index)) return index;
  if (index < 0) return 0;
  if (probabilities_.empty()) return std::min(std::floor(index) + 1, n) / n;
  double sum = 0;
  for (std::size_t i = 0; i < probabilities_.size() && static_cast<double>(i) <= index; ++i) {
    sum += probabilities_[i];
  }
  return std::min(sum, 1.0);
}

double Categorical::log_probability(double index) const {
  if (!is_index(index, values_.size())) return -INFINITY;
  const auto i = static_cast<std::size_t>(index);
  if (probabilities_.empty()) return -std::log(static_cast<double>(values_.size()));
  return i < probabilities_.size() ? std::log(probabilities_[i]) : -INFINITY;
}

std::string Categorical::problem() const {
  if (values_.empty()) return "values is an empty list";
  if (probabilities_.empty()) return "";
  if (probabilities_.size() != values_.size()) {
    return fmt::format("{} probabilities for {} values", probabilities_.size(), values_.size());
  }
  double sum = 0;
  for (const double p : probabilities_) {
    if (!(p >= 0)) return fmt::format("probability {} is not a number from 0 to 1", p);
    sum += p;
  }
  if (std::abs(sum - 1) <= kSumTolerance) return "";
  return fmt::format("probabilities add up to {}, not to 1", sum);
}

double Categorical::at(Count i) const {
  return static_cast<double>(spelled_at_[static_cast<std::size_t>(i)]);
}

std::optional<Count> Categorical::position(double index) const {
  if (!is_index(index, values_.size())) return std::nullopt;
  const std::size_t position = position_[static_cast<std::size_t>(index)];
  return position == kNowhere ? std::nullopt : std::optional<Count>(position);
}

std::optional<double> Categorical::index_of(const Value& value) const {
  const auto known = position_of_.find(canonical(value));
  if (known == position_of_.end()) return std::nullopt;
  return static_cast<double>(first_at_[known->second]);
}

}  // namespace sweep
