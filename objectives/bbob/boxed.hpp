#pragma once

#include <optional>
#include <span>

#include "objectives/bbob/instance.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// A problem of COCO's suite bbob-boxed, also called SBOX-COST (Vermetten et al. 2023,
/// arXiv:2307.01665 for the motive): the bbob function, with its optimum drawn from all of
/// [-5, 5]^D, and +infinity outside of that box. f9, f19, f20 and f24 keep their optima.
class BbobBoxed {
 public:
  /// Asserts the ranges of BbobProblem.
  explicit BbobBoxed(const BbobProblem& problem);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const;
  [[nodiscard]] std::optional<Optimum> optimum() const;

 private:
  SearchSpace space_;
  BbobInstance inside_;
};

}  // namespace sweep
