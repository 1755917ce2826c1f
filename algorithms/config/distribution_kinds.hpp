#pragma once

#include <span>
#include <string>
#include <string_view>

#include "algorithms/config/checker.hpp"
#include "algorithms/space/distribution.hpp"

namespace sweep {

/// The keys of one parameter, already checked, and what decides how they are taken.
struct ParameterFields {
  const Node& map;
  Behaviour behaviour;
  bool is_grid;
};

/// A kind of distribution as sweep files name it.
struct DistributionKind {
  std::string_view name;
  std::span<const KeyRule> keys;                         // besides `distribution`
  Distribution (*build)(const ParameterFields& fields);  // null for zero_or, which holds another
  std::string_view replacement = "";                     // of a retired kind
  bool is_extra = false;                                 // W&B does not have it; corrected only
};

std::span<const DistributionKind> distribution_kinds();
/// nullptr if there is no such kind.
const DistributionKind* find_kind(std::string_view name, Behaviour behaviour);

}  // namespace sweep
