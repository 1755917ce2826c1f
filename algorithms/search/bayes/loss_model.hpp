#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/model/gp/ard_kernel.hpp"
#include "algorithms/model/gp/ard_posterior.hpp"
#include "algorithms/model/gp/output_warp.hpp"
#include "algorithms/search/bayes/trial_table.hpp"

namespace sweep {

/// Losses as a Gaussian process of the rows of a trial table, kept up to date.
///
/// A failed trial counts as the worst loss seen, so that its surroundings are avoided. The bend of
/// the losses, then the scales, are fitted anew whenever the trials have grown by a twentieth, from
/// the last scales and at times from typical ones; in between new trials are appended, and all
/// are learnt anew where a loss was revised. Beyond kMostModelled trials (trial_choice.hpp) the
/// process holds that many of them, chosen anew whenever an eighth more has been appended, so that
/// the process costs no more however many there are; to choose among n rows of d columns takes
/// O(kMostModelled n d). Beyond kMostFitted its scales are those of some of them.
/// Sources: Snelson, Rasmussen, Ghahramani 2003, "Warped Gaussian processes", NIPS 16 (OutputWarp);
/// those of ArdEvidence and ard_priors.
class LossModel {
 public:
  struct Traits {
    bool warps_output = true;  // OutputWarp
    bool additive = true;      // the kernel's sum over columns
  };

  LossModel(ColumnKinds kinds, const Traits& traits) : kinds_(std::move(kinds)), traits_(traits) {}

  void learn(const TrialTable& trials);
  /// False until a trial has ended with a loss; the following need it.
  [[nodiscard]] bool is_ready() const { return posterior_.has_value(); }
  [[nodiscard]] const ArdPosterior& posterior() const { return *posterior_; }
  /// Which of the ended trials the posterior's rows are, in their order, the best one among them.
  [[nodiscard]] const std::vector<std::size_t>& modelled() const { return modelled_; }
  /// The posterior if the pending trials had ended as it expects (the "kriging believer" of
  /// Ginsbourger, Le Riche, Carraro 2010, doi:10.1007/978-3-642-10701-6_6).
  [[nodiscard]] ArdPosterior believing(const TrialTable& trials) const;

  /// A prediction in units of losses: the median, and the deviation to first order. The improvement
  /// on `best`, a target, is in the units of the targets.
  [[nodiscard]] Explanation explanation_of(const Prediction& there, double best) const;

 private:
  struct Data;
  void append_new(const TrialTable& trials);
  void fit(const TrialTable& trials);
  void choose_and_learn(const TrialTable& trials, const ArdScales& scales);
  [[nodiscard]] bool is_too_large() const;
  [[nodiscard]] std::vector<double> modelled_losses(const TrialTable& trials) const;
  [[nodiscard]] OutputWarp warp_for(const TrialTable& trials,
                                    const std::vector<double>& losses) const;
  [[nodiscard]] double target_of(double loss) const;
  [[nodiscard]] ArdScales fitted_scales(const TrialTable& trials) const;
  [[nodiscard]] Data data_of(const TrialTable& trials, const std::vector<std::size_t>& which) const;

  ColumnKinds kinds_;
  Traits traits_;
  OutputWarp warp_;
  double worst_target_ = 0;
  std::optional<ArdPosterior> posterior_;
  std::vector<std::size_t> modelled_;
  std::size_t learnt_ = 0;    // ended trials that the posterior has seen, or has left out
  std::size_t next_fit_ = 0;  // number of ended trials at which to fit
  std::size_t fits_ = 0;
  std::size_t revisions_ = 0;  // of the trials' losses, as the posterior has seen them
};

/// The lowest mean at a row that the posterior learnt from: the best loss without the noise.
double best_mean(const ArdPosterior& posterior);

}  // namespace sweep
