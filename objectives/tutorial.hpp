#pragma once

#include <optional>

#include "objectives/expression.hpp"

namespace sweep {

/// x**3 + y, the example of the W&B sweeps tutorial: x uniform in [0.01, 0.1], y in {1, 3, 7};
/// 1.000001 at x = 0.01, y = 1.
class Tutorial : public Expression {
 public:
  static constexpr std::string_view kText = "x**3 + y";
  static constexpr std::string_view kName = kText;
  static constexpr std::string_view kSummary = "x uniform in [0.01, 0.1], y in {1, 3, 7}";
  static constexpr std::string_view kSource = "W&B sweeps tutorial";

  Tutorial()
      : Expression(kText, SearchSpace({{"x", Uniform{0.01, 0.1}},
                                       {"y", Categorical(std::vector<Value>{1, 3, 7})}})) {}

  [[nodiscard]] std::optional<Optimum> optimum() const {
    const Point best{{0.01, 0}};
    return Optimum{loss(best.values, 1, Stream{0}), {best}};
  }
};

}  // namespace sweep
