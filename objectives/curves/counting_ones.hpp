#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "objectives/objective.hpp"

namespace sweep {

/// How many of `draws` come out 1 if each does with probability p in [0, 1], from one uniform u in
/// (0, 1): by inversion in the order of the distance from the mode. `log_factorials` are ln 0!, ln
/// 1!, ..., ln draws!. Source: Kemp 1986, "A modal method for generating binomial variables".
std::size_t binomial(std::size_t draws, double p, double u,
                     const std::vector<double>& log_factorials);

/// Minus the number of ones among N categories cat0, cat1, ... in {0, 1} and M reals x0, x1, ... in
/// [0, 1]; -(N + M) where all are 1. A real is seen only as the mean of 9 k draws that are 1 with
/// probability x, after step k of 81: from 9 to 729 draws, taken anew at each step. Never below the
/// optimum, whatever is drawn. Source: Falkner, Klein, Hutter 2018 (ICML), section 5.1, arXiv:
/// 1807.01774. Differs from the source in: the budget is 9 k, of which it has 9, 27, 81, ...
class CountingOnes {
 public:
  /// Takes two counts, of which at least one is positive.
  CountingOnes(std::size_t categories, std::size_t reals);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] double exact_loss(PointView x) const;
  [[nodiscard]] bool is_noisy() const { return space_.size() > categories_; }
  [[nodiscard]] int max_step() const { return kSteps; }
  [[nodiscard]] std::optional<Optimum> optimum() const;

 private:
  static constexpr int kSteps = 81;
  static constexpr std::size_t kDrawsPerStep = 9;

  [[nodiscard]] double ones_of_categories(PointView x) const;

  std::size_t categories_;
  SearchSpace space_;
  std::vector<double> log_factorials_;
};

}  // namespace sweep
