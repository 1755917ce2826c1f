#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/schedule/ranked_trial.hpp"
#include "algorithms/schedule/scheduler.hpp"
#include "algorithms/schedule/split_values.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Whether a trial that is not among the best pauses, and may be promoted later, or stops.
enum class AshaForm : std::uint8_t { promotion, stopping };
constexpr std::array<std::string_view, 2> kAshaForms = {"promotion", "stopping"};
inline std::span<const std::string_view> choice_names(AshaForm) { return kAshaForms; }

/// Asynchronous successive halving: rungs at steps min_step*eta^s, min_step*eta^(s+1), .. max_step.
/// A free worker takes a trial that is among the best floor(n/eta) of the n at its rung on to the
/// next rung, the highest rung first; if there is none, it starts a new trial. Nobody waits.
///
/// `stopping` never pauses: a trial that reaches a rung goes on if it is among the best
/// floor(n/eta) of those there so far, itself included (one at least, ties kept), else it stops for
/// good.
///
/// Source: Li et al. 2020, "A system for massively parallel hyperparameter tuning", MLSys, arXiv
/// 1810.05934, Algorithm 2. Differs from the source in: the top rung is max_step, also where
/// max_step/min_step is no power of eta; eta is 3 instead of 4, as in hyperband, so that both have
/// the same rungs. The stopping form is that of Optuna's SuccessiveHalvingPruner.
/// O(log n) a report; 16 bytes for each trial of a rung and 4 for each trial.
class Asha {
 public:
  static constexpr std::string_view kName = "asha";
  static constexpr std::string_view kSummary =
      "asynchronous successive halving: the best 1/eta of a rung so far go on at once";
  static constexpr std::string_view kSource = "Li et al. 2020, arXiv 1810.05934, Algorithm 2";

  struct Options {
    AshaForm form = AshaForm::promotion;
    double eta = 3;
    std::uint64_t min_step = 1;
    std::uint64_t s = 0;

    static constexpr auto fields() {
      return std::tuple{
          Field{"form", &Options::form, 0, 0,
                "pause trials at rungs and promote the best later; or stop the others for good"},
          Field{"eta", &Options::eta, 1.001, 1000,
                "a share of 1/eta goes on from rung to rung; higher stops more"},
          Field{"min_step", &Options::min_step, 1, 1e9, "the first rung, where s is 0"},
          Field{"s", &Options::s, 0, 1000,
                "early-stopping rate: how many of the lowest rungs are left out"}};
    }
  };

  /// Throws SpecError if s leaves no rung.
  Asha(const ScheduleTask& task, const Options& options);

  [[nodiscard]] Order next(std::optional<TrialId> fresh);
  [[nodiscard]] Decision report(TrialId trial, int step, double loss);
  static void ended(TrialId, TrialState) {}
  [[nodiscard]] bool pauses() const { return form_ == AshaForm::promotion; }
  [[nodiscard]] static bool judges_at_rungs() { return true; }

 private:
  struct Rung {
    int step = 0;
    SplitValues<RankedTrial> trials;  // the low ones are those that may go on
    std::vector<RankedTrial> ready;   // of these, the paused ones; the best in front, some stale
  };

  [[nodiscard]] std::optional<TrialId> take_promotable(int rung);
  void enter(int rung, const RankedTrial& trial);
  void offer(int rung, const RankedTrial& trial);
  [[nodiscard]] Decision paused_at(int rung, const RankedTrial& trial);
  [[nodiscard]] Decision judged_at(int rung, const RankedTrial& trial);
  [[nodiscard]] Reason reason_at(int rung, Reason::Rule rule, double loss) const;

  int max_step_;
  AshaForm form_;
  double eta_;
  std::vector<Rung> rungs_;  // but for the last, at max_step
  std::vector<int> goals_;   // of each trial: the rung that it runs to, or waits at
};

}  // namespace sweep
