#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "algorithms/schedule/bracket_queue.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// The brackets of hyperband with trials of its own at each rung: as many as hyperband has there,
/// each from its first step to the rung's, where it ends. Nobody waits and nothing goes on: which
/// points a rung gets, and what they owe to the rung before, is the searcher's to say, which is
/// told the step (evolution).
///
/// Source: Awad, Mallik, Hutter 2021, "DEHB: evolutionary Hyperband for scalable, robust and
/// efficient hyperparameter optimization", IJCAI, arXiv 2105.09821, algorithm 1. Differs from the
/// source in: the trials of a rung begin before all of the rung before have ended, where workers
/// would wait. O(1) a call; 8 bytes for each trial.
class FreshRungs {
 public:
  static constexpr std::string_view kName = "fresh-rungs";
  static constexpr std::string_view kSummary =
      "hyperband's brackets, each rung with trials of its own from their first step on; for dehb";
  static constexpr std::string_view kSource = "Awad, Mallik, Hutter 2021, arXiv 2105.09821";

  struct Options {
    double eta = 3;

    static constexpr auto fields() {
      return std::tuple{
          Field{"eta", &Options::eta, 1.001, 1000,
                "a rung has 1/eta of the trials of the one before; higher stops more"}};
    }
  };

  FreshRungs(const ScheduleTask& task, const Options& options)
      : max_step_(task.max_step),
        plans_(
            BracketCycle{task.max_step, options.eta, powers_between(1, task.max_step, options.eta)}
                .plans()) {}

  [[nodiscard]] Order next(std::optional<TrialId> fresh) {
    if (!fresh) return Wait{};
    if (*fresh >= places_.size()) places_.resize(*fresh + 1);
    places_[*fresh] = next_;
    const RungPlan& rung = plans_[next_.bracket][next_.rung];
    if (++begun_ >= rung.trials) advance();
    return Start{rung.step};
  }

  [[nodiscard]] Decision report(TrialId trial, int step, double loss) {
    const auto [bracket, rung] = places_[trial];
    const BracketPlan& plan = plans_[bracket];
    Decision decision;
    decision.reason.step = step;
    if (step >= max_step_ || step < plan[rung].step) return decision;
    Reason reason{Reason::Rule::ends_at_rung, static_cast<int>(rung) + 1, step, loss};
    reason.of = plan[rung].trials;
    reason.best = plan[rung + 1].trials;
    return {Verdict::stop, reason};
  }

  static void ended(TrialId, TrialState) {}
  [[nodiscard]] std::vector<BracketPlan> brackets() const { return plans_; }
  [[nodiscard]] static bool judges_at_rungs() { return true; }

 private:
  struct Place {
    std::uint32_t bracket = 0;
    std::uint32_t rung = 0;
  };

  void advance() {
    begun_ = 0;
    if (++next_.rung < plans_[next_.bracket].size()) return;
    next_ = {(next_.bracket + 1) % static_cast<std::uint32_t>(plans_.size()), 0};
  }

  int max_step_;
  std::vector<BracketPlan> plans_;
  Place next_;
  std::uint64_t begun_ = 0;    // at this place
  std::vector<Place> places_;  // of each trial
};

}  // namespace sweep
