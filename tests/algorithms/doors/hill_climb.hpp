#pragma once

#include <algorithm>

#include "algorithms/search/searcher.hpp"
#include "algorithms/text/options.hpp"

namespace sweep {

/// Steps from the best point so far: every coordinate of the unit cube moves by a normal deviate.
/// Source: Rechenberg 1973, "Evolutionsstrategie", the (1+1) strategy with a step of fixed length.
class HillClimb {
 public:
  static constexpr std::string_view kName = "hill-climb";
  static constexpr std::string_view kSummary = "normal steps from the best point so far";
  static constexpr std::string_view kSource = "Rechenberg 1973";

  struct Options {
    double step = 0.1;

    static constexpr auto fields() {
      return std::tuple{Field{"step", &Options::step, 1e-6, 1,
                              "deviation of a step in the unit cube; higher explores more"}};
    }
  };

  HillClimb(const SearchTask& task, const Options& options)
      : space_(task.space), step_(options.step), best_{std::vector(space_.size(), 0.5)} {}

  Point ask(TrialId, Stream stream) const {
    UnitPoint next = best_;
    for (double& u : next.values) u = std::clamp(u + step_ * stream.normal(), 1e-9, 1 - 1e-9);
    return space_.from_unit(next);
  }

  void tell(const Trial& ended) {
    if (!(ended.loss() < best_loss_)) return;  // nor is NaN, of a trial that failed
    best_loss_ = ended.loss();
    best_ = space_.to_unit(ended.point.values);
  }

 private:
  SearchSpace space_;
  double step_;
  UnitPoint best_;
  double best_loss_ = std::numeric_limits<double>::infinity();
};

}  // namespace sweep
