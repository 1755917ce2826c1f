#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "algorithms/text/options.hpp"
#include "objectives/objective.hpp"

namespace sweep {

/// What the catalogue and the wrappers need to know of a classic test function.
struct FunctionInfo {
  std::string_view name;
  std::string_view formula;  // one line of plain text
  std::string_view source;   // author and year
  std::size_t min_dim;
  std::size_t max_dim;  // equal to min_dim where the dimension is fixed
  std::size_t default_dim;
  /// False where values outside the domain undercut the optimum, or mean nothing.
  bool defined_outside_domain = true;
};

/// The box of a test function: one pair of bounds per coordinate.
using Box = std::vector<Interval>;

inline Box cube(std::size_t dim, double lo, double hi) { return Box(dim, Interval{lo, hi}); }

/// Real parameters x0, x1, ..., uniform on the box.
inline SearchSpace box_space(const Box& box) {
  std::vector<Parameter> parameters;
  for (std::size_t i = 0; i < box.size(); ++i) {
    parameters.push_back({"x" + std::to_string(i), Uniform{box[i].lo, box[i].hi}});
  }
  return SearchSpace(std::move(parameters));
}

/// A classic test function.
template <class F>
concept TestFunction = requires(PointView x, std::size_t dim) {
  { F::kInfo } -> std::convertible_to<FunctionInfo>;
  { F::domain(dim) } -> std::same_as<Box>;
  { F::value(x) } -> std::same_as<double>;
  { F::optimum(dim) } -> std::convertible_to<std::optional<Optimum>>;
};

/// The option of a test function of any dimension.
template <TestFunction F>
struct Dimension {
  std::uint64_t dim = F::kInfo.default_dim;

  static constexpr auto fields() {
    return std::tuple{Field{"dim", &Dimension::dim, static_cast<double>(F::kInfo.min_dim),
                            static_cast<double>(F::kInfo.max_dim), "number of parameters"}};
  }
};

/// A test function as an objective: real parameters x0, x1, ..., uniform on the domain.
template <TestFunction F>
class Function {
 public:
  static constexpr std::string_view kName = F::kInfo.name;
  static constexpr std::string_view kSummary = F::kInfo.formula;
  static constexpr std::string_view kSource = F::kInfo.source;
  static constexpr bool kHasAnyDimension = F::kInfo.min_dim < F::kInfo.max_dim;
  using Options = std::conditional_t<kHasAnyDimension, Dimension<F>, NoOptions>;

  Function() : Function(Dimension<F>{}) {}
  explicit Function(const Dimension<F>& of)
      : space_(box_space(F::domain(of.dim))), optimum_(F::optimum(of.dim)) {}

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int, const Stream&) const { return F::value(x); }
  void losses(std::span<const double> rows, TrialId, const Stream&, std::span<double> out) const {
    const std::size_t width = space_.size();
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = F::value(rows.subspan(i * width, width));
  }
  [[nodiscard]] std::optional<Optimum> optimum() const { return optimum_; }
  [[nodiscard]] bool defined_outside_domain() const { return F::kInfo.defined_outside_domain; }

 private:
  SearchSpace space_;
  std::optional<Optimum> optimum_;
};

}  // namespace sweep
