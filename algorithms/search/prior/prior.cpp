#include "algorithms/search/prior/prior.hpp"

#include <algorithm>
#include <cmath>

#include "algorithms/model/parzen/normal_mass.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

// What a category that is believed to be good has before its own probability's share.
constexpr double kCategoryBelief = 0.5;
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
  const double u = stream.uniform();
  const double random = random_share();
  if (u < random || encoding_.width() == 0) return random_point(stream);
  const bool is_prior = u < random + (1 - random) * prior_share();
  explanation_.chosen_by = is_prior ? "design" : "local";
  return is_prior ? prior_point(stream) : near_best(stream);
}

// The prior's share of what is not random.
double Prior::prior_share() {
  if (best_.empty()) return 1;
  if (share_of_prior_) return *share_of_prior_;
  const auto enough = static_cast<std::size_t>(std::ceil(options_.eta));
  const BudgetLosses::Ranking ranking = losses_.ranking(enough);
  const auto ranked = static_cast<double>(ranking.rows.size() - ranking.failed);
  const auto best = static_cast<std::size_t>(ranked / options_.eta);
  double of_prior = 0;
  double of_best = 0;
  for (std::size_t i = 0; i < best; ++i) {
    const std::vector<double>& row = rows_[ranking.rows[i]];
    const auto weight = static_cast<double>(best - i);
    of_prior += weight * prior_density(row);
    of_best += weight * best_density(row);
  }
  const double sum = of_prior + of_best;
  share_of_prior_ = sum > 0 ? of_prior / sum : 1;
  return *share_of_prior_;
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

// By the measure in which a parameter's own distribution has density 1, or its own probabilities.
double Prior::density(std::size_t k, double centre, double at) const {
  if (encoding_.is_category(k)) {
    const double own = std::exp(log_probability(space_[encoding_[k].parameter].distribution, at));
    return (1 - kCategoryBelief) * own + (at == centre ? kCategoryBelief : 0);
  }
  const double width = options_.deviation;
  const double z = (at - centre) / width;
  return std::exp(-0.5 * z * z) / (width * kRootTwoPi * mass_inside(centre, width));
}

double Prior::prior_density(std::span<const double> row) const {
  double product = 1;
  for (std::size_t k = 0; k < row.size(); ++k) {
    if (centres_[k]) {
      product *= density(k, *centres_[k], row[k]);
    } else if (encoding_.is_category(k)) {
      product *= std::exp(log_probability(space_[encoding_[k].parameter].distribution, row[k]));
    }
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
  share_of_prior_.reset();
  if (trial.state != TrialState::completed || std::isnan(trial.loss())) return;
  if (!best_.empty() && !(trial.loss() < best_loss_)) return;
  best_ = rows_[known->second];
  best_loss_ = trial.loss();
}

}  // namespace sweep
