#include "algorithms/search/prior/prior.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/model/parzen/normal_mass.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

// What a category that is believed to be good has before its own probability's share.
constexpr double kCategoryBelief = 0.5;
// The share of all points for a prior that no trial has borne out yet.
constexpr double kMostUnproven = 0.5;
const double kRootTwoPi = std::sqrt(2 * 3.14159265358979323846);

}  // namespace

Prior::Prior(const SearchTask& task, const Options& options)
    : space_(task.space), encoding_(space_), options_(options), centres_(encoding_.width()) {
  const std::vector<std::optional<double>> defaults = options.defaults.values_in(space_);
  for (std::size_t k = 0; k < centres_.size(); ++k) {
    const std::size_t parameter = encoding_[k].parameter;
    const std::optional<double>& x = defaults[parameter];
    if (!x) continue;
    centres_[k] = encoding_.is_category(k) ? *x : to_unit(space_[parameter].distribution, *x);
  }
}

// The rung is log_eta of its step: hyperband's rungs are at max_step/eta^s.
double Prior::random_share() const {
  const double rung = std::floor(std::log(first_step_) / std::log(options_.eta) + 1e-9);
  return 1 / (1 + std::pow(options_.eta, rung));
}

Point Prior::ask(TrialId, Stream stream) {
  explanation_ = {kNaN, kNaN, kNaN, kNaN, "", "chance"};
  if (encoding_.width() == 0) return random_point(stream);
  const Shares share = shares(random_share());
  const double u = stream.uniform();
  if (u >= share.prior + share.best) return random_point(stream);
  const bool is_prior = u < share.prior;
  explanation_.chosen_by = is_prior ? "design" : "local";
  return is_prior ? prior_point(stream) : near_best(stream);
}

Prior::Shares Prior::shares(double random) {
  if (!is_judged_) judged_ = judged();
  is_judged_ = true;
  if (!judged_) return {std::min(1 - random, kMostUnproven), 0};
  return {(1 - random) * judged_->prior, (1 - random) * judged_->best};
}

// How much of the probability of the best trials is the prior's, and the best one's
// neighbourhood's.
std::optional<Prior::Shares> Prior::judged() const {
  const auto enough = static_cast<std::size_t>(std::ceil(2 * options_.eta));
  const BudgetLosses::Ranking ranking = losses_.ranking(enough);
  if (ranking.rows.empty()) return std::nullopt;
  const auto ranked = static_cast<double>(ranking.rows.size() - ranking.failed);
  const auto best = static_cast<std::size_t>(ranked / options_.eta);
  double random = 0;
  Shares sum;
  for (std::size_t i = 0; i < best; ++i) {
    const std::vector<double>& row = rows_[ranking.rows[i]];
    const auto weight = static_cast<double>(best - i);
    random += weight * random_density(row);
    sum.prior += weight * prior_density(row);
    if (!best_.empty()) sum.best += weight * best_density(row);
  }
  const double all = random + sum.prior + sum.best;
  return all > 0 ? std::optional(Shares{sum.prior / all, sum.best / all}) : std::nullopt;
}

Point Prior::random_point(Stream& stream) const {
  Point point{std::vector<double>(space_.size())};
  stream.fill_uniform(point.values);
  space_.from_unit(point.values);
  return point;
}

Point Prior::prior_point(Stream& stream) const {
  std::vector<double> row(encoding_.width());
  for (std::size_t k = 0; k < row.size(); ++k) {
    row[k] = centres_[k] ? drawn_about(k, *centres_[k], stream)
                         : encoding_.coordinate(k, stream.uniform());
  }
  encoding_.snap(row);
  return encoding_.point_of(row);
}

Point Prior::near_best(Stream& stream) const {
  std::vector<double> row = best_;
  const std::size_t always = stream.index(row.size());
  for (std::size_t k = 0; k < row.size(); ++k) {
    const bool changes = stream.uniform() < options_.mutation || k == always;
    if (!changes) continue;
    row[k] = encoding_.is_category(k) ? encoding_.other_category(k, row[k], stream)
                                      : drawn_about(k, row[k], stream);
  }
  encoding_.snap(row);
  return encoding_.point_of(row);
}

double Prior::drawn_about(std::size_t k, double centre, Stream& stream) const {
  const double u = stream.uniform();
  if (encoding_.is_category(k)) {
    return u < kCategoryBelief ? centre : encoding_.coordinate(k, stream.uniform());
  }
  const double width = options_.deviation;
  const double z = confined_normal_quantile(u, -centre / width, (1 - centre) / width);
  return std::clamp(centre + width * z, 0.0, 1.0);
}

// The density of a parameter's own distribution: coordinates are its probabilities.
double Prior::own_density(std::size_t k, double at) const {
  if (!encoding_.is_category(k)) return 1;
  return std::exp(log_probability(space_[encoding_[k].parameter].distribution, at));
}

double Prior::density(std::size_t k, double centre, double at) const {
  if (encoding_.is_category(k)) {
    return (1 - kCategoryBelief) * own_density(k, at) + (at == centre ? kCategoryBelief : 0);
  }
  const double width = options_.deviation;
  const double z = (at - centre) / width;
  return std::exp(-0.5 * z * z) / (width * kRootTwoPi * mass_inside(centre, width));
}

double Prior::random_density(std::span<const double> row) const {
  double product = 1;
  for (std::size_t k = 0; k < row.size(); ++k) product *= own_density(k, row[k]);
  return product;
}

double Prior::prior_density(std::span<const double> row) const {
  double product = 1;
  for (std::size_t k = 0; k < row.size(); ++k) {
    product *= centres_[k] ? density(k, *centres_[k], row[k]) : own_density(k, row[k]);
  }
  return product;
}

double Prior::best_density(std::span<const double> row) const {
  double product = 1;
  for (std::size_t k = 0; k < row.size(); ++k) product *= density(k, best_[k], row[k]);
  return product;
}

void Prior::learn(const Trial& trial) {
  if (!encoding_.has_row_for(trial.point.values)) return;
  const auto [known, is_new] = row_of_.emplace(trial.id, rows_.size());
  if (is_new) rows_.push_back(encoding_.row_of(trial.point.values));
  losses_.record(trial, known->second);
  is_judged_ = false;
  if (trial.state != TrialState::completed || std::isnan(trial.loss())) return;
  if (!best_.empty() && !(trial.loss() < best_loss_)) return;
  best_ = rows_[known->second];
  best_loss_ = trial.loss();
}

}  // namespace sweep
