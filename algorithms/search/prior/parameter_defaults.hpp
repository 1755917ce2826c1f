#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "algorithms/space/search_space.hpp"

namespace sweep {

/// Values that somebody believes to be good, as an option: `lr:0.01;optimizer:adam`. Which
/// parameters there are is found out by values_in().
struct ParameterDefaults {
  static constexpr std::string_view kAllowed =
      "a value for some of the parameters, as in lr:0.01;optimizer:adam";
  static std::optional<ParameterDefaults> read(std::string_view text);
  static std::string canonical(std::string_view text) { return std::string(text); }
  [[nodiscard]] std::string text() const;

  /// The value of each parameter of the space, in native units; nothing where none is given.
  /// Throws SpecError for an unknown parameter, or a value that it cannot take.
  [[nodiscard]] std::vector<std::optional<double>> values_in(const SearchSpace& space) const;

  struct Default {
    std::string parameter;
    std::string value;
    bool operator==(const Default&) const = default;
  };
  std::vector<Default> all;
};

}  // namespace sweep
