#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/promotion_rung.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Asynchronous successive halving that finds out how early a loss tells trials apart. Some trials,
/// `checks`, run to their ends whatever they report, so that their losses at a rung and at the end
/// are a fair sample; the trials that a rung let through are not. A rung is trusted if
///   (n r + k r_0) / (n + k) >= trust,  k = 3, r_0 = 0.6,
/// r being Spearman's correlation of the losses there and at the end, over the n checks so far. New
/// trials run to the lowest rung that is trusted, or to their ends if none is, and from there on it
/// is asha. Trials that wait below that rung go on to it, the best first, before new ones begin.
///
/// Before three checks have ended trials begin at the second rung, not at the first: a step eta
/// times as long costs little, and after one step most curves say next to nothing. The first trial
/// is a check, and a new one whenever all of them together have less than `check_share` of the
/// steps; 64 at most, which know a correlation to 0.1.
///
/// Source: the rungs and promotions are those of asha (Li et al. 2020, arXiv 1810.05934, Algorithm
/// 2). That the correlation between fidelities decides where trials begin is in Li et al. 2022,
/// "Hyper-Tune", VLDB 15(6), doi:10.14778/3514061.3514071, section 4.1; the rule is ours. It is a
/// scheduler of its own, not an option of asha, whose name stands for the paper.
/// O(log n) a report; a few bytes for each trial and 16 for each at a rung.
class CheckedAsha {
 public:
  static constexpr std::string_view kName = "checked-asha";
  static constexpr std::string_view kSummary =
      "asha from the lowest rung whose ranks agree with those at the end";
  static constexpr std::string_view kSource =
      "sweep-bench; rungs of Li et al. 2020, arXiv 1810.05934";

  struct Options {
    double eta = 3;
    std::uint64_t min_step = 1;
    double check_share = 0.1;
    double trust = 0.5;

    static constexpr auto fields() {
      return std::tuple{
          Field{"eta", &Options::eta, 1.001, 1000,
                "a share of 1/eta goes on from rung to rung; higher stops more"},
          Field{"min_step", &Options::min_step, 1, 1e9, "the first rung"},
          Field{"check_share", &Options::check_share, 0, 1,
                "of the steps that go to trials which nothing stops; higher finds out sooner"},
          Field{"trust", &Options::trust, -1, 1,
                "least rank correlation of a rung with the end; higher stops later and less"}};
    }
  };

  CheckedAsha(const ScheduleTask& task, const Options& options);

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  void ended(TrialId trial, TrialState) { checks_.erase(trial); }
  [[nodiscard]] static bool pauses() { return true; }
  [[nodiscard]] static bool judges_at_rungs() { return true; }

 private:
  /// Where a trial is: the next rung that it comes to, and the one that it runs to, or waits at.
  struct Place {
    std::size_t next = 0;
    std::size_t goal = 0;
  };
  [[nodiscard]] std::size_t top() const { return rungs_.size(); }
  [[nodiscard]] int step_of(std::size_t rung) const {
    return rung < top() ? rungs_[rung].step() : max_step_;
  }
  [[nodiscard]] Order begin(TrialId trial);
  [[nodiscard]] bool wants_check() const;
  void note_check(TrialId trial, int step, double loss);
  void choose_lowest();
  [[nodiscard]] double agreement(std::size_t rung) const;

  int max_step_;
  double check_share_;
  double trust_;
  std::vector<PromotionRung> rungs_;               // but for the last, at max_step
  std::size_t lowest_ = 0;                         // where new trials pause first; top(): nowhere
  std::vector<Place> places_;                      // of each trial
  std::map<TrialId, std::vector<double>> checks_;  // under way: their losses at rungs so far
  std::vector<std::vector<double>> checked_;       // for each rung, and the end: losses of checks
  std::size_t begun_checks_ = 0;
  double steps_ = 0;  // that were reported
};

}  // namespace sweep
