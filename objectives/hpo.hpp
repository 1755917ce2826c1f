#pragma once

#include <optional>
#include <string_view>

#include "objectives/objective.hpp"

namespace sweep {

/// Tuning a network, as a formula: what makes real tuning hard (mixed types, log scales, plateaus,
/// coupled parameters, a deceptive category) with a known optimum of 0. All three are made up.
///
/// Parameters: lr log-uniform [1e-6, 1]; batch, multiples of 8 in [8, 512], log-uniform; opt in
/// {adam, sgd, rmsprop, lamb}; layers 1 .. 8; dropout uniform [0, 0.9]; wd log-uniform [1e-8, 0.1].
/// With a = log10 lr, b = log2 batch, w = log10 wd, L = layers, p = dropout and, by optimiser,
/// lr0 = (-3.4, -1.2, -4.0, -2.2), off = (0, .03, .06, .10), slope = (.25, .5, .25, .5),
/// k = (.35, .8, .45, .2):
///   a* = lr0 + slope log10(2) (b - 5) - 0.10 (L - 3)
///   p* = 0.10 + 0.05 (L - 1),   w* = -5.5 - 2 (p - 0.2),   z = k (a - a*)^2
///   f = off + z/(1 + 0.35 z) + 0.30 max(0, a - a* - 0.9)^2 + 0.020 (L - 3)^2 + 0.012 (b - 5)^2
///       + 0.9 (p - p*)^2 + 0.030 (w - w*)^2/(1 + 0.1 (w - w*)^2)
/// Optimum at adam, L = 3, batch 32, lr = 10^-3.4, dropout 0.2, wd = 10^-5.5. Values off the
/// lattice are rounded and clipped onto it.
class Hpo6 {
 public:
  static constexpr std::string_view kName = "hpo6";
  static constexpr std::string_view kSummary =
      "tuning a network as a formula: 6 parameters, 3 of them discrete";
  static constexpr std::string_view kSource = "sweep-bench";

  Hpo6();
  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] std::optional<Optimum> optimum() const;

 private:
  SearchSpace space_;
};

/// Hpo6 with lr 10^{0.15 (v - 8)} in place of lr, and six parameters more: width, multiples of 16
/// in [16, 1024], log-uniform; warmup uniform [0, 0.3]; sched in {cosine, step, linear, constant};
/// act in {relu, gelu, tanh}; beta1 uniform [0.5, 0.999]; smooth log-uniform [1e-4, 0.5]. v = log2
/// width.
///   f = hpo6 + 0.025 (v - (8 - 0.35 (L - 3)))^2 + so + 4 (warmup - wu)^2 + ao
///       + 0.06 (-log10(1 - beta1) - 1)^2 + 0.03 (log10 smooth + 1)^2
///   so = (0, .04, .02, .12), wu = (.08, .03, .15, 0) by sched; ao = (.02, 0, .08) by act
/// Optimum: that of Hpo6 with width 256, warmup .08, cosine, gelu, beta1 .9, smooth .1.
///
/// `rugged` adds, with the raw a and w,
///   0.04 [2 - cos(1.5 pi ((a + 3.4) + 0.5 (w + 5.5))) - cos(2 pi (3 (p - 0.2) + 5 (warmup -
///   0.08)))]
///   - [opt = sgd] 0.025 exp(-((p - 0.5)/0.2)^2)
/// and keeps the optimum.
class Hpo12 {
 public:
  static constexpr std::string_view kName = "hpo12";
  static constexpr std::string_view kSummary =
      "tuning a network as a formula: 12 parameters, 6 of them discrete";
  static constexpr std::string_view kSource = "sweep-bench";

  enum class Surface { smooth, rugged };

  explicit Hpo12(Surface surface = Surface::smooth);
  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  [[nodiscard]] std::optional<Optimum> optimum() const;

 private:
  Surface surface_;
  SearchSpace space_;
};

/// Hpo12 with its rugged surface.
class Hpo12Rugged : public Hpo12 {
 public:
  static constexpr std::string_view kName = "hpo12r";
  static constexpr std::string_view kSummary = "hpo12 with waves and a deceptive category";

  Hpo12Rugged() : Hpo12(Surface::rugged) {}
};

}  // namespace sweep
