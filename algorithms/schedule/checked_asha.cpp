#include "algorithms/schedule/checked_asha.hpp"

#include <algorithm>
#include <utility>

#include "algorithms/schedule/rungs.hpp"
#include "algorithms/space/rank_correlation.hpp"

namespace sweep {
namespace {

constexpr std::size_t kFewestChecks = 3;
constexpr std::size_t kMostChecks = 64;
// What a rung is taken for before it is known, and how many checks that weighs.
constexpr double kPriorAgreement = 0.6;
constexpr double kPriorChecks = 3;

}  // namespace

CheckedAsha::CheckedAsha(const ScheduleTask& task, const Options& options)
    : max_step_(task.max_step), check_share_(options.check_share), trust_(options.trust) {
  std::vector<int> steps =
      rung_steps(max_step_, static_cast<double>(options.min_step), options.eta, 0);
  steps.pop_back();
  for (const int step : steps) rungs_.emplace_back(step, options.eta);
  lowest_ = top() > 1 ? 1 : 0;
  checked_.resize(top() + 1);
}

Order CheckedAsha::next(std::optional<TrialId> fresh) {
  for (std::size_t rung = top(); rung-- > 0;) {
    // Without new trials those below would all go on, and nothing would be spared.
    const bool is_below = rung < lowest_ && fresh;
    const auto trial = is_below ? rungs_[rung].take_any() : rungs_[rung].take_best();
    if (!trial) continue;
    places_[*trial] = {rung + 1, std::max(rung + 1, lowest_)};
    return Resume{*trial, step_of(places_[*trial].goal)};
  }
  return fresh ? begin(*fresh) : Wait{};
}

Order CheckedAsha::begin(TrialId trial) {
  if (trial >= places_.size()) places_.resize(trial + 1);
  const bool is_check = wants_check();
  if (is_check) {
    checks_.emplace(trial, std::vector<double>());
    ++begun_checks_;
  }
  places_[trial] = {0, is_check ? top() : lowest_};
  return Start{step_of(places_[trial].goal)};
}

bool CheckedAsha::wants_check() const {
  if (top() == 0 || check_share_ == 0 || begun_checks_ >= kMostChecks) return false;
  return static_cast<double>(begun_checks_) * max_step_ < check_share_ * steps_ ||
         begun_checks_ == 0;
}

Decision CheckedAsha::report(TrialId trial, int step, double loss) {
  ++steps_;
  if (checks_.contains(trial)) note_check(trial, step, loss);
  const RankedTrial ranked{orderable(loss), trial};
  Place& place = places_[trial];
  Decision decision;
  decision.reason.step = step;
  for (; step < max_step_ && place.next < top() && step >= rungs_[place.next].step();
       ++place.next) {
    PromotionRung& rung = rungs_[place.next];
    rung.rank(ranked);
    if (place.next < place.goal) continue;
    rung.hold(ranked);
    return {Verdict::pause, rung.why_paused(static_cast<int>(place.next) + 1, ranked)};
  }
  return decision;
}

// A check is of use once it has come to the end; one that fails on the way is not.
void CheckedAsha::note_check(TrialId trial, int step, double loss) {
  std::vector<double>& losses = checks_[trial];
  while (losses.size() < top() && step >= rungs_[losses.size()].step()) {
    losses.push_back(orderable(loss));
  }
  if (step < max_step_) return;
  losses.push_back(orderable(loss));
  for (std::size_t i = 0; i < losses.size(); ++i) checked_[i].push_back(losses[i]);
  checks_.erase(trial);
  choose_lowest();
}

void CheckedAsha::choose_lowest() {
  if (checked_.back().size() < kFewestChecks) return;
  for (lowest_ = 0; lowest_ < top(); ++lowest_) {
    if (agreement(lowest_) >= trust_) return;
  }
}

double CheckedAsha::agreement(std::size_t rung) const {
  const auto n = static_cast<double>(checked_.back().size());
  const double r = rank_correlation(checked_[rung], checked_.back());
  return (n * r + kPriorChecks * kPriorAgreement) / (n + kPriorChecks);
}

}  // namespace sweep
