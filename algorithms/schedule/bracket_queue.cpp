#include "algorithms/schedule/bracket_queue.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <iterator>

namespace sweep {

BracketPlan BracketCycle::plan(int s) const {
  return trials == 0 ? hyperband_plan(s, s_max, max_step, eta)
                     : halving_plan(trials, s, max_step, eta);
}

std::vector<BracketPlan> BracketCycle::plans() const {
  std::vector<BracketPlan> plans;
  for (int s = s_max; s >= s_min; --s) plans.push_back(plan(s));
  return plans;
}

Order BracketQueue::next(std::optional<TrialId> fresh) {
  if (auto order = take()) return *order;
  if (!fresh) {
    if (brackets_.empty() || !brackets_.back().is_open()) return Wait{};
    brackets_.back().close();
    note_work(brackets_.size() - 1);
    const auto order = take();
    return order ? *order : Order(Wait{});
  }
  if (brackets_.empty() || !brackets_.back().is_open()) {
    if (!may_begin()) return Wait{};
    brackets_.emplace_back(plan_of_next(), cycle_.eta, *fresh);
    ++begun_;
  }
  return brackets_.back().start();
}

Decision BracketQueue::report(TrialId trial, int step, double loss) {
  if (step >= cycle_.max_step) return {};
  const std::size_t place = place_of(trial);
  const Decision decision = brackets_[place].report(trial, step, loss);
  if (decision.verdict == Verdict::pause) note_work(place);
  return decision;
}

void BracketQueue::ended(TrialId trial) {
  const std::size_t place = place_of(trial);
  brackets_[place].leave();
  note_work(place);
}

BracketPlan BracketQueue::plan_of_next() const {
  const std::uint64_t length = static_cast<std::uint64_t>(cycle_.s_max - cycle_.s_min) + 1;
  return cycle_.plan(cycle_.s_max - static_cast<int>(begun_ % length));
}

// Each bracket has the trials from its first one up to that of the next bracket.
std::size_t BracketQueue::place_of(TrialId trial) const {
  const auto after =
      std::upper_bound(brackets_.begin(), brackets_.end(), trial,
                       [](TrialId id, const Bracket& bracket) { return id < bracket.first(); });
  assert(after != brackets_.begin());
  return static_cast<std::size_t>(after - brackets_.begin()) - 1;
}

std::optional<Order> BracketQueue::take() {
  while (!ready_.empty()) {
    const std::uint64_t oldest = begun_ - brackets_.size();
    if (ready_.front() >= oldest) {
      if (auto order = brackets_[ready_.front() - oldest].take()) return order;
    }
    std::pop_heap(ready_.begin(), ready_.end(), std::greater<>());
    ready_.pop_back();
    while (!brackets_.empty() && brackets_.front().is_finished()) brackets_.pop_front();
  }
  return std::nullopt;
}

bool BracketQueue::may_begin() const {
  return overlap_ || std::all_of(brackets_.begin(), brackets_.end(),
                                 [](const Bracket& bracket) { return bracket.is_finished(); });
}

void BracketQueue::note_work(std::size_t place) {
  if (!brackets_[place].has_news()) return;
  ready_.push_back(begun_ - brackets_.size() + place);
  std::push_heap(ready_.begin(), ready_.end(), std::greater<>());
}

}  // namespace sweep
