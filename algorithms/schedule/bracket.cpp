#include "algorithms/schedule/bracket.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

namespace sweep {

Bracket::Bracket(BracketPlan plan, double eta, TrialId first)
    : plan_(std::move(plan)), eta_(eta), first_(first), target_(plan_.front().trials) {}

Start Bracket::start() {
  assert(is_open());
  ++entered_;
  ++running_;
  return Start{plan_.front().step};
}

void Bracket::close() {
  if (!is_open()) return;
  target_ = entered_;
  finish_rung_if_done();
}

std::optional<Order> Bracket::take() {
  if (!losers_.empty()) {
    Reason reason = loss_;
    reason.value = losers_.back().loss;
    ++loss_.rank;
    const TrialId trial = losers_.back().trial;
    losers_.pop_back();
    return GiveUp{trial, reason};
  }
  if (survivors_.empty()) return std::nullopt;
  const TrialId trial = survivors_.back().trial;
  survivors_.pop_back();
  ++entered_;
  ++running_;
  return Resume{trial, plan_[rung_].step};
}

Decision Bracket::report(TrialId trial, int step, double loss) {
  if (rung_ + 1 >= plan_.size() || step < plan_[rung_].step) return {};
  Decision decision{Verdict::pause,
                    {Reason::Rule::awaits_others, static_cast<int>(rung_) + 1, step, loss}};
  decision.reason.of = target_;
  decision.reason.best = best_of(target_);
  paused_.push_back({orderable(loss), trial});
  leave();
  return decision;
}

void Bracket::leave() {
  --running_;
  finish_rung_if_done();
}

std::uint64_t Bracket::best_of(std::uint64_t n) const {
  return std::max<std::uint64_t>(static_cast<std::uint64_t>(static_cast<double>(n) / eta_), 1);
}

void Bracket::finish_rung_if_done() {
  if (running_ > 0 || entered_ < target_) return;
  keep_best(std::min<std::uint64_t>(best_of(target_), paused_.size()));
  target_ = survivors_.size();
  entered_ = 0;
  rung_ = survivors_.empty() ? plan_.size() : rung_ + 1;
}

void Bracket::keep_best(std::uint64_t best) {
  std::sort(paused_.begin(), paused_.end(), std::greater<>());
  const auto split = paused_.end() - static_cast<std::ptrdiff_t>(best);
  loss_ = {Reason::Rule::not_among_best, static_cast<int>(rung_) + 1, plan_[rung_].step};
  if (best > 0) loss_.threshold = split->loss;
  loss_.rank = best + 1;
  loss_.of = paused_.size();
  loss_.best = best;
  losers_.assign(paused_.begin(), split);
  survivors_.assign(split, paused_.end());
  paused_.clear();
}

}  // namespace sweep
