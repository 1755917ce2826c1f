#include "algorithms/search/bayes/loss_model.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include "algorithms/model/gp/ard_fit.hpp"
#include "algorithms/model/gp/log_improvement.hpp"
#include "algorithms/search/bayes/trial_choice.hpp"

namespace sweep {
namespace {

constexpr int kEvaluations = 30;   // of the evidence, per start
constexpr std::size_t kFresh = 4;  // one fit in this many starts from typical scales too

}  // namespace

struct LossModel::Data {
  RowTable rows;
  std::vector<double> targets;
};

void LossModel::learn(const TrialTable& trials) {
  if (!trials.best()) {
    posterior_.reset();
    next_fit_ = 0;
    return;
  }
  if (posterior_ && trials.revisions() == revisions_) append_new(trials);
  if (posterior_ && (trials.revisions() != revisions_ || is_too_large())) {
    choose_and_learn(trials, ArdScales(posterior_->scales()));
  }
  if (trials.ended().size() >= next_fit_) fit(trials);
}

void LossModel::append_new(const TrialTable& trials) {
  for (; learnt_ < trials.ended().size(); ++learnt_) {
    const auto& trial = trials.ended()[learnt_];
    posterior_->append(trial.row, target_of(trial.loss));
    modelled_.push_back(learnt_);
  }
}

bool LossModel::is_too_large() const {
  constexpr std::size_t kMostAppended = kMostModelled / 8;
  return modelled_.size() > kMostModelled + kMostAppended;
}

void LossModel::fit(const TrialTable& trials) {
  // The bend is that of the trials which the next targets are for.
  if (!posterior_) modelled_ = modelled_trials(trials, kinds_);
  if (posterior_ && modelled_.size() > kMostModelled) {
    choose_and_learn(trials, ArdScales(posterior_->scales()));
  }
  const std::vector<double> losses = modelled_losses(trials);
  warp_ = warp_for(trials, losses);
  worst_target_ = warp_(*std::max_element(losses.begin(), losses.end()));
  choose_and_learn(trials, fitted_scales(trials));
  next_fit_ = learnt_ + std::max<std::size_t>(1, learnt_ / 20);
  ++fits_;
}

// The losses of the trials in the posterior that have one.
std::vector<double> LossModel::modelled_losses(const TrialTable& trials) const {
  std::vector<double> losses;
  for (const std::size_t i : modelled_) {
    const double loss = trials.ended()[i].loss;
    if (!std::isnan(loss)) losses.push_back(loss);
  }
  return losses;
}

void LossModel::choose_and_learn(const TrialTable& trials, const ArdScales& scales) {
  modelled_ = modelled_trials(trials, kinds_);
  Data data = data_of(trials, modelled_);
  posterior_.emplace(kinds_, std::move(data.rows), std::move(data.targets), scales);
  learnt_ = trials.ended().size();
  revisions_ = trials.revisions();
}

OutputWarp LossModel::warp_for(const TrialTable& trials, const std::vector<double>& losses) const {
  if (!traits_.warps_output) return straight_warp(losses);
  return bent_warp(losses, [&](std::span<const double> targets) {
    if (!posterior_) {
      return std::inner_product(targets.begin(), targets.end(), targets.begin(), 0.0);
    }
    const double worst = *std::max_element(targets.begin(), targets.end());
    std::vector<double> all;
    auto next = targets.begin();
    for (const std::size_t i : modelled_) {
      all.push_back(std::isnan(trials.ended()[i].loss) ? worst : *next++);
    }
    return posterior_->misfit(all);
  });
}

double LossModel::target_of(double loss) const {
  // Far below the best loss of the last fit its scale says nothing; the next fit will know better.
  constexpr double kFurthest = 2;  // deviations
  if (std::isnan(loss)) return worst_target_;
  return std::max(warp_(loss), warp_(warp_.best) - kFurthest);
}

ArdScales LossModel::fitted_scales(const TrialTable& trials) const {
  const Data data = data_of(trials, fitted_trials(trials));
  const std::vector<LogPrior> priors = ard_priors(kinds_.width(), traits_.additive);
  std::vector<ArdScales> starts;
  if (posterior_) starts.push_back(posterior_->scales());
  if (fits_ % kFresh == 0) starts.push_back(typical_scales(priors));
  return fit_ard({kinds_, data.rows, data.targets}, priors, starts, kEvaluations).scales;
}

LossModel::Data LossModel::data_of(const TrialTable& trials,
                                   const std::vector<std::size_t>& which) const {
  Data data{RowTable(kinds_.width()), {}};
  for (const std::size_t i : which) {
    data.rows.append(trials.ended()[i].row);
    data.targets.push_back(target_of(trials.ended()[i].loss));
  }
  return data;
}

ArdPosterior LossModel::believing(const TrialTable& trials) const {
  ArdPosterior posterior = *posterior_;
  for (const auto& [id, row] : trials.pending()) posterior.append(row, posterior.at(row).mean);
  return posterior;
}

Explanation LossModel::explanation_of(const Prediction& there, double best) const {
  const double loss = warp_.inverse(there.mean);
  const double gain = best - there.mean;
  const double probability =
      there.sd > 0 ? std::erfc(-gain / there.sd / std::numbers::sqrt2) / 2 : (gain > 0 ? 1.0 : 0.0);
  return {loss, there.sd / warp_.slope(loss), std::exp(log_improvement(best, there).value),
          probability, ""};
}

double best_mean(const ArdPosterior& posterior) {
  const std::vector<double> means = posterior.means_at_rows();
  return *std::min_element(means.begin(), means.end());
}

}  // namespace sweep
