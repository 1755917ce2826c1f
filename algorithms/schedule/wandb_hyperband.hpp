#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/schedule/split_values.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// The early termination of W&B Sweeps, which it calls hyperband: a trial is stopped when its
/// value at the last band it passed is above the element floor(n * (1/eta)) of the n values that
/// trials have had there so far. Bands are as in wandb_bands.hpp; positions count finite losses.
///
/// A trial is judged at each of its reports, by thresholds that have moved since it passed.
/// Differs from the reference, which judges all running runs whenever it is asked (stop_runs.hpp
/// does), only in that; and where runs that happened are replayed: bands are steps then, a run has
/// there what it reported last, and it stops if that is NaN or infinite. O(log n) at a band, O(1)
/// elsewhere; 40 bytes a trial and 8 a band passed.
class WandbHyperband {
 public:
  static constexpr std::string_view kName = "wandb-hyperband";
  static constexpr std::string_view kSummary =
      "stops what is worse than the best share of the values at a band, as W&B Sweeps";
  static constexpr std::string_view kSource = "the reference engine of W&B Sweeps";

  struct Options {
    std::uint64_t min_iter = 0;
    std::uint64_t max_iter = 0;
    std::uint64_t s = 0;
    double eta = 3;
    bool strict = true;

    static constexpr auto fields() {
      return std::tuple{
          Field{"min_iter", &Options::min_iter, 0, 1e9,
                "the first band; those after it are eta times as far; 0: bands by max_iter"},
          Field{"max_iter", &Options::max_iter, 0, 1e9,
                "bands at max_iter/eta, max_iter/eta^2, ..; wins over min_iter; 0: the length of "
                "a trial, unless there is min_iter"},
          Field{"s", &Options::s, 0, 100'000, "bands below max_iter; 0: as many as there are"},
          Field{"eta", &Options::eta, 1.001, 1000,
                "a share of 1/eta goes on at a band; higher stops more"},
          Field{"strict", &Options::strict, 0, 1,
                "compare the value at the band; else the best of the trial so far"}};
    }
  };

  /// Throws SpecError if bands are asked for and there is none.
  WandbHyperband(const ScheduleTask& task, const Options& options);

  [[nodiscard]] Order next(std::optional<TrialId> fresh) const {
    return fresh ? Order(Start{max_step_}) : Order(Wait{});
  }
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  static void ended(TrialId, TrialState) {}

 private:
  struct Progress {
    double best;
    double at_band;
    double latest;
    int values = 0;
    int band = 0;            // counted from 1; 0 before the first
    bool is_judged = false;  // it had a value at that band
  };

  void pass_bands(Progress& progress, int position, double loss);
  void enter(int band, double loss);

  int max_step_;
  double eta_;
  bool strict_;
  bool is_replay_;
  std::vector<int> bands_;
  std::vector<SplitValues<double>> values_;  // of each band; the greatest low one is the threshold
  std::vector<Progress> trials_;
};

}  // namespace sweep
