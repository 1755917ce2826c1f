#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "algorithms/space/search_space.hpp"

namespace sweep {

inline constexpr std::uint64_t kMostTrials = 1'000'000'000'000;

/// A dimension is a parameter that is no constant; a space of constants alone counts as one.
std::uint64_t dimension_of(const SearchSpace& space);

/// The trials of a cell: a number, or so many for each dimension of its objective, "100D", as
/// budgets are given where functions come in several dimensions (Hansen et al. 2021, COCO,
/// doi:10.1080/10556788.2020.1808977).
struct TrialCount {
  // NOLINTNEXTLINE(google-explicit-constructor): a plain number is one
  TrialCount(std::uint64_t n, bool each = false) : number(n), per_dimension(each) {}

  /// How many that is on this space.
  [[nodiscard]] std::uint64_t on(const SearchSpace& space) const;
  bool operator==(const TrialCount&) const = default;

  std::uint64_t number;
  bool per_dimension;
};

/// "100" or "100D", and back; throws SpecError `--trials x: expected ...` for anything else, and
/// for numbers beyond 1 to kMostTrials.
std::string to_text(const TrialCount& trials);
TrialCount trial_count(std::string_view text);

}  // namespace sweep
