#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "objectives/objective.hpp"

namespace sweep {

/// A formula over the parameters of a space: "x**3 + y", "log(model.lr)**2 + (layers > 4 ? 1 : 0)".
///
/// Operators, the tightest first: ** or ^ (from the right; 2**3**2 is 512, -2**2 is -4), sign,
/// * /, + -, comparisons, &&, ||, ?:. Functions: expression_functions(); log is natural. Constants
/// pi and e, unless a parameter has that name. Parameters go by their names; those with '/'
/// (nested) are written with '.', and those whose names have other characters can't be used.
/// Categories enter as their numbers, booleans as 0 and 1. Where the formula has no finite value
/// the loss is NaN: failed. No optimum is known.
///
/// Safe on all threads: each evaluation borrows an interpreter from a pool.
class Expression {
 public:
  /// Throws SpecError for a wrong spelling, an unknown name, or a category without numbers.
  Expression(std::string_view text, SearchSpace space);

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const;

 private:
  class Program;

  SearchSpace space_;
  std::shared_ptr<const Program> program_;
};

}  // namespace sweep
