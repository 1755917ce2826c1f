#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/promotion_rung.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Progressive asha: at first the first two rungs only, and one more whenever the ranks of the
/// trials at the highest rung in use are not those that they had a rung earlier, up to noise (see
/// soft_ranking.hpp). Where ranks settle early, nothing runs on to tell apart what is told apart.
/// Once there are no more new trials, the best at the highest rung goes on to its end.
///
/// Source: Bohdal, Balles, Wistuba, Ermis, Archambeau, Zappella 2023, "PASHA: efficient HPO and NAS
/// with progressive resource allocation", ICLR, arXiv 2207.06940, algorithm 1; the last trial is
/// its phase 2. Differs from the source in: rungs as those of asha; the noise is that of the 64
/// newest trials at the highest rung in use. O(log n) a report; one that comes to the highest rung
/// in use O(64^2 steps). 16 bytes a report.
class Pasha {
 public:
  static constexpr std::string_view kName = "pasha";
  static constexpr std::string_view kSummary =
      "asha that begins with two rungs and adds one when ranks still change from rung to rung";
  static constexpr std::string_view kSource = "Bohdal et al. 2023, ICLR, arXiv 2207.06940";

  struct Options {
    double eta = 3;
    std::uint64_t min_step = 1;
    double percentile = 90;

    static constexpr auto fields() {
      return std::tuple{
          Field{"eta", &Options::eta, 1.001, 1000,
                "a share of 1/eta goes on from rung to rung; higher stops more"},
          Field{"min_step", &Options::min_step, 1, 1e9, "the first rung"},
          Field{
              "percentile", &Options::percentile, 0, 100,
              "N of the paper: noise is this percentile of the distances of trials that swap back "
              "and forth; higher adds fewer rungs"}};
    }
  };

  Pasha(const ScheduleTask& task, const Options& options);

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  void ended(TrialId, TrialState) { --running_; }
  [[nodiscard]] static bool pauses() { return true; }
  [[nodiscard]] static bool judges_at_rungs() { return true; }

 private:
  struct Progress {
    std::size_t next = 0;            // the rung that it comes to next
    std::size_t goal = 0;            // that it runs to, or waits at
    std::vector<double> at_rungs;    // losses
    std::vector<Observation> curve;  // all of it
  };
  [[nodiscard]] std::size_t top() const { return rungs_.size(); }
  [[nodiscard]] int step_of(std::size_t rung) const {
    return rung < top() ? rungs_[rung].step() : max_step_;
  }
  [[nodiscard]] Order resume(TrialId trial, std::size_t goal);
  [[nodiscard]] std::optional<Order> finish_best();
  void arrive_at_highest(TrialId trial);
  [[nodiscard]] bool is_settled() const;

  int max_step_;
  double percentile_;
  std::vector<PromotionRung> rungs_;  // but for the last, at max_step
  std::size_t highest_;               // in use; top(): all are
  std::vector<Progress> trials_;
  std::vector<TrialId> at_highest_;  // in the order in which they came
  std::size_t running_ = 0;
  bool is_finishing_ = false;
};

}  // namespace sweep
