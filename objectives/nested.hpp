#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "objectives/objective.hpp"

namespace sweep {

/// An objective as the value of an option: its own options stand in brackets, `ackley(dim=5&
/// shift=3)` for `ackley?dim=5&shift=3`; or a formula over a space that is given, `x**2 + y`, in
/// quotes or not. Whether there is such an objective is found out by make().
struct NestedObjective {
  static constexpr std::string_view kAllowed =
      "an objective, as in ackley(dim=5&shift=3), or a formula over the parameters that are given";
  static std::optional<NestedObjective> read(std::string_view text);
  static std::string canonical(std::string_view text);
  [[nodiscard]] std::string text() const { return value; }

  /// Throws SpecError, also for an objective with a space of its own where one is given.
  [[nodiscard]] Objective make(const std::optional<SearchSpace>& space = {}) const;

  std::string value;
};

/// `ackley(dim=5)` as it is written where it stands alone, `ackley?dim=5`; and the way back. A
/// formula is written alike in both places.
std::string from_nested(std::string_view value);
std::string to_nested(std::string_view objective);

}  // namespace sweep
