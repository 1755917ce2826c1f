#include "algorithms/search/bayes/bayes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/search/bayes/acquisition.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

Explanation unexplained(std::string_view chosen_by) {
  return {kNaN, kNaN, kNaN, kNaN, "", chosen_by};
}

}  // namespace

Bayes::Bayes(const SearchTask& task, const Options& options)
    : columns_(task.space),
      budget_(task.budget_trials),
      options_(options),
      trials_([columns = columns_](const Row& row) { return columns.point_of(row).values; }),
      design_(columns_, {options.initial_design, options.initial_trials}),
      model_(columns_.kinds(), {options.warp_output, options.additive}),
      local_(columns_) {}

bool Bayes::is_exhausted() const {
  return columns_.cardinality() && Count{trials_.rows_seen()} >= *columns_.cardinality();
}

bool Bayes::is_ending() const {
  if (!options_.ending || !budget_) return false;
  const double last = std::ceil(std::sqrt(static_cast<double>(*budget_)));
  return static_cast<double>(trials_.trials()) + last >= static_cast<double>(*budget_);
}

Proposal Bayes::ask(TrialId id, const Stream& stream) {
  explanation_ = unexplained("design");
  if (is_exhausted()) return Exhausted{};
  std::optional<Row> row = design_.next(columns_, trials_, stream);
  if (!row) row = searched_row(id, stream);
  if (!row) {
    explanation_ = unexplained("chance");
    explanation_.fallback = trials_.best() ? "random: the model found no point that is new"
                                           : "random: no trial has a loss yet";
    row = unseen_row(stream);
  }
  if (!row) return Exhausted{};
  Point point = columns_.point_of(*row);
  trials_.mark_seen(point.values);
  trials_.start(id, *row);
  return point;
}

// The point by the model: the loop of EGO (Jones, Schonlau, Welch 1998), with a local step in
// its place where that is due.
std::optional<Bayes::Row> Bayes::searched_row(TrialId id, const Stream& stream) {
  // The model of the losses, its scales by maximum a posteriori (ArdEvidence).
  model_.learn(trials_);
  if (!model_.is_ready()) return std::nullopt;
  // The kriging believer (Ginsbourger, Le Riche, Carraro 2010): trials under way end as expected.
  std::optional<ArdPosterior> believed;
  if (!trials_.pending().empty()) believed = model_.believing(trials_);
  const ArdPosterior& posterior = believed ? *believed : model_.posterior();
  // The target to improve on is the plug-in of Picheny, Wagner, Ginsbourger 2013
  // (doi:10.1007/s00158-013-0919-4): the lowest mean at a trial, not the lowest noisy loss.
  const double best = best_mean(posterior);
  // The maximum of the log expected improvement (Ament et al. 2023, equation 9).
  std::optional<Row> row = best_acquisition({columns_, trials_, posterior, best, elites()}, stream);
  std::string_view chosen_by = "model";
  if (std::optional<Row> step = local_row(id, row)) {
    row = std::move(step);
    chosen_by = "local";
  }
  if (!row) return row;
  explanation_ = model_.explanation_of(posterior.at(*row), best);
  explanation_.chosen_by = chosen_by;
  return row;
}

// A quadratic step to take instead of what the model has chosen; nothing if it is not the local
// search's turn.
std::optional<Bayes::Row> Bayes::local_row(TrialId id, const std::optional<Row>& chosen) {
  if (!options_.local || local_.is_waiting()) return std::nullopt;
  const bool is_long = !budget_ || trials_.trials() + 2 * columns_.width() < *budget_;
  if (is_long && turns_.is_stuck() && overlooks_best()) local_.look_closely(trials_);
  const bool is_near = chosen && local_.is_near(trials_, *chosen);
  const bool is_its_turn = !chosen || local_.is_looking() || turns_.is_local(is_near, is_ending());
  if (!is_its_turn) return std::nullopt;
  turns_.local_began();
  std::optional<Row> step = local_.propose(columns_, trials_);
  if (step) {
    local_.taken_as(id);
  } else {
    turns_.local_ended(false);
  }
  return step;
}

// Whether the model takes what is special about the best trial for noise: its residual is above
// the noise's deviation.
bool Bayes::overlooks_best() const {
  const ArdPosterior& posterior = model_.posterior();
  const std::vector<std::size_t>& modelled = model_.modelled();
  const auto place = std::find(modelled.begin(), modelled.end(), *trials_.best());
  const auto best = static_cast<std::size_t>(place - modelled.begin());
  const double residual = posterior.means_at_rows()[best] - posterior.targets()[best];
  return residual > std::sqrt(posterior.scales().noise());
}

// The rows of the best trials by the model's means, which noise does not mislead.
std::vector<Bayes::Row> Bayes::elites() const {
  constexpr std::size_t kElites = 4;
  const std::vector<double> means = model_.posterior().means_at_rows();
  const auto trial = [&](std::size_t i) -> const TrialTable::Ended& {
    return trials_.ended()[model_.modelled()[i]];
  };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (!std::isnan(trial(i).loss)) order.push_back(i);
  }
  const std::size_t n = std::min(kElites, order.size());
  std::partial_sort(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n), order.end(),
      [&](auto a, auto b) { return std::pair(means[a], a) < std::pair(means[b], b); });
  std::vector<Row> rows;
  for (std::size_t i = 0; i < n; ++i) rows.push_back(trial(order[i]).row);
  return rows;
}

// A random row that no trial has had; where draws find none soon, the first such row in a finite
// space's order, and nothing if there is none after all: values far out in a tail may share a row.
std::optional<Bayes::Row> Bayes::unseen_row(const Stream& stream) const {
  constexpr int kDraws = 1000;
  Stream draws = stream.child("unmet");
  Row row(columns_.width());
  for (int i = 0; i < kDraws; ++i) {
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = columns_.coordinate(k, draws.uniform());
    if (!trials_.has_seen(row)) return row;
  }
  if (!columns_.cardinality()) return row;
  for (Count number = 0; number < *columns_.cardinality(); ++number) {
    row = columns_.row_at(number);
    if (!trials_.has_seen(row)) return row;
  }
  return std::nullopt;
}

// The row that was proposed, if the trial is a proposal (native values do not hold all its digits),
// else the row of its point.
Bayes::Row Bayes::row_of(const Trial& trial) const {
  const auto pending = trials_.pending().find(trial.id);
  const bool is_proposal =
      pending != trials_.pending().end() && columns_.point_of(pending->second) == trial.point;
  if (is_proposal) return pending->second;
  Row row = columns_.row_of(trial.point.values);
  columns_.snap(row);
  return row;
}

void Bayes::tell(const Trial& ended) {
  if (!columns_.has_row_for(ended.point.values)) return;
  trials_.mark_seen(ended.point.values);
  losses_.record(ended);
  learn(ended);
}

void Bayes::observe(const Trial& running) {
  if (!columns_.has_row_for(running.point.values)) return;
  trials_.mark_seen(running.point.values);
  losses_.record(running);
  if (std::isnan(losses_.loss(running.id))) {
    trials_.start(running.id, row_of(running));
  } else {
    learn(running);
  }
}

// Takes in a trial's first result, or one more.
void Bayes::learn(const Trial& trial) {
  const double loss = losses_.loss(trial.id);
  const auto best = trials_.best();
  const bool is_first = !trials_.has_ended(trial.id);
  if (is_first) trials_.end(trial.id, row_of(trial), loss);
  if (!is_first || losses_.are_unequal()) revise();
  const bool is_better = trials_.best() != best;
  if (local_.awaits(trial.id)) {
    local_.end(loss);
    if (!local_.is_looking()) turns_.local_ended(is_better);
  } else {
    if (is_better) local_.restart();
    if (is_first) turns_.model_ended(is_better);
  }
}

void Bayes::revise() {
  for (std::size_t i = 0; i < trials_.ended().size(); ++i) {
    trials_.revise(i, losses_.loss(trials_.ended()[i].id));
  }
}

std::optional<ModelView> Bayes::model() const {
  if (columns_.width() == 0) return std::nullopt;
  LossModel model = model_;
  model.learn(trials_);
  if (!model.is_ready()) return std::nullopt;
  const ArdPosterior& posterior = model.posterior();
  ModelView view;
  for (const std::size_t i : model.modelled()) {
    view.rows.push_back(columns_.unit_row(trials_.ended()[i].row));
  }
  for (const auto& [id, row] : trials_.pending()) {
    view.running_rows.push_back(columns_.unit_row(row));
  }
  view.targets.assign(posterior.targets().begin(), posterior.targets().end());
  for (std::size_t k = 0; k < columns_.width(); ++k) {
    view.length_scales.push_back(posterior.scales().joint_length(k));
  }
  view.noise = posterior.scales().noise();
  view.log_likelihood = posterior.log_likelihood();
  ArdPosterior believed = model.believing(trials_);
  view.jitter = believed.jitter() * believed.scales().variance();
  const double best = best_mean(believed);
  view.at = [columns = columns_, model, believed = std::move(believed),
             best](std::span<const double> units) {
    Row row(units.begin(), units.end());
    for (std::size_t k = 0; k < row.size(); ++k) row[k] = columns.coordinate(k, row[k]);
    return model.explanation_of(believed.at(row), best);
  };
  return view;
}

}  // namespace sweep
