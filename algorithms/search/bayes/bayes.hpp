#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "algorithms/model/explanation.hpp"
#include "algorithms/model/model_view.hpp"
#include "algorithms/search/bayes/curve_losses.hpp"
#include "algorithms/search/bayes/initial_design.hpp"
#include "algorithms/search/bayes/local_turns.hpp"
#include "algorithms/search/bayes/loss_model.hpp"
#include "algorithms/search/bayes/quadratic_step.hpp"
#include "algorithms/search/bayes/trial_table.hpp"
#include "algorithms/search/searcher.hpp"
#include "algorithms/space/encoding.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Bayesian optimisation for few, costly trials: the best of what its parts propose.
///
/// The initial design tries each coordinate (InitialDesign); then comes the point of the highest
/// log expected improvement under a Gaussian process (LossModel) of the losses, warped so that huge
/// ones do not hide the rest, whose kernel is a function of all parameters plus a sum of functions
/// of one each; in turn with quadratic steps from the best trial (QuadraticStep, LocalTurns), which
/// reach the last digits of smooth losses. Categories are equal or not, stepped values count as the
/// values they are. A trial that is paused, stopped or under way counts with what it has shown so
/// far (CurveLosses). No point is proposed twice; a finite space is exhausted in the end. What each
/// part is worth: algorithms/README.md.
///
/// Sources: Jones, Schonlau, Welch 1998, "Efficient global optimization of expensive black-box
/// functions", doi:10.1023/A:1008306431147 (design, model, expected improvement); Ament, Daulton,
/// Eriksson, Balandat, Bakshy 2023, arXiv:2310.20708 (its logarithm); each part names its own.
class Bayes {
 public:
  static constexpr std::string_view kName = "bayes";
  static constexpr std::string_view kTwin = "wandb-bayes";
  static constexpr std::string_view kSummary =
      "a Gaussian process of all and of single parameters, with local quadratic steps";
  static constexpr std::string_view kSource = "this project; its parts are named in bayes.hpp";

  struct Options {
    DesignKind initial_design = DesignKind::coordinates;
    std::uint64_t initial_trials = 0;
    bool warp_output = true;
    bool additive = true;
    bool local = true;
    bool ending = true;

    static constexpr auto fields() {
      return std::tuple{
          Field{"initial_design", &Options::initial_design, 0, 0,
                "points before the first model: the middle, then each coordinate of the best so "
                "far changed to two other places, or a Sobol set",
                "first"},
          Field{"initial_trials", &Options::initial_trials, 0, 1000,
                "how many these are; 0: 2 D + 1 by coordinates, D + 1 by Sobol, for D parameters",
                "first_trials"},
          Field{"warp_output", &Options::warp_output, 0, 1,
                "warp losses towards a logarithm, as far as they ask for it", "bend"},
          Field{"additive", &Options::additive, 0, 1,
                "add to the joint kernel one of each single parameter", "own_effects"},
          Field{"local", &Options::local, 0, 1,
                "take turns with quadratic steps from the best trial"},
          Field{"ending", &Options::ending, 0, 1,
                "explore less in the last trials of a known budget"}};
    }
  };

  Bayes(const SearchTask& task, const Options& options);

  Proposal ask(TrialId id, const Stream& stream);
  void tell(const Trial& ended);
  void observe(const Trial& running);
  [[nodiscard]] const Explanation& explain() const { return explanation_; }
  [[nodiscard]] std::optional<ModelView> model() const;

 private:
  using Row = std::vector<double>;

  [[nodiscard]] bool is_exhausted() const;
  [[nodiscard]] bool is_ending() const;
  std::optional<Row> searched_row(TrialId id, const Stream& stream);
  std::optional<Row> local_row(TrialId id, const std::optional<Row>& chosen);
  [[nodiscard]] bool overlooks_best() const;
  [[nodiscard]] std::vector<Row> elites() const;
  [[nodiscard]] std::optional<Row> unseen_row(const Stream& stream) const;
  [[nodiscard]] Row row_of(const Trial& trial) const;
  void learn(const Trial& trial);
  void revise();

  Encoding columns_;
  std::optional<std::uint64_t> budget_;
  Options options_;
  CurveLosses losses_;
  TrialTable trials_;
  InitialDesign design_;
  LossModel model_;
  QuadraticStep local_;
  LocalTurns turns_;
  Explanation explanation_;
};

}  // namespace sweep
