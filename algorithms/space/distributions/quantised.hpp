#pragma once

#include <optional>
#include <string>
#include <variant>

#include "algorithms/space/behaviour.hpp"
#include "algorithms/space/count.hpp"
#include "algorithms/space/distributions/beta.hpp"
#include "algorithms/space/distributions/interval.hpp"
#include "algorithms/space/distributions/log_uniform.hpp"
#include "algorithms/space/distributions/normal.hpp"
#include "algorithms/space/distributions/uniform.hpp"

namespace sweep {

using Continuous = std::variant<Uniform, LogUniform, InvLogUniform, Normal, LogNormal, Beta>;

/// A continuous distribution rounded to the nearest multiple of q (halves to even).
///
/// Corrected: clamped to the multiples inside the support, so the outermost ones take the
/// probability beyond them; cdf is that of the rounded values. As W&B: not clamped, so values
/// reach up to q/2 outside; cdf is that of the continuous base; and the values that grid search
/// counts for a uniform base are min, min + q, ... below max.
struct Quantised {
  Continuous base;
  double q = 1;
  bool integer = false;  // written with an integer q: its values are integers
  Behaviour behaviour = Behaviour::corrected;

  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double log_probability(double x) const;
  [[nodiscard]] Interval support() const;
  [[nodiscard]] std::string problem() const;

  /// True if x is one of the values, however unlikely.
  [[nodiscard]] bool contains(double x) const;
  /// Infinitely many when the support is unbounded; at and position need a finite count.
  [[nodiscard]] Cardinality count() const;
  [[nodiscard]] double at(Count i) const;
  [[nodiscard]] std::optional<Count> position(double x) const;

 private:
  [[nodiscard]] Interval lattice() const;  // the lowest and the highest k of k q
  [[nodiscard]] double multiple(double k) const;
  [[nodiscard]] std::string lattice_problem() const;
  /// The range that the reference's grid walks in steps of q; nullptr where it has none.
  [[nodiscard]] const Uniform* reference_sequence() const;
};

}  // namespace sweep
