#pragma once

#include <optional>

#include "algorithms/space/count.hpp"

namespace sweep::detail {

/// A distribution whose values are discrete: each has a probability of its own.
template <class D>
concept Countable = requires(const D& d) {
  d.count();
};

template <class D>
Cardinality count_of(const D& d) {
  if constexpr (Countable<D>) return d.count();
  return std::nullopt;
}

template <class D>
std::optional<Count> position_of(const D& d, double x) {
  if constexpr (Countable<D>) return d.position(x);
  return std::nullopt;
}

/// Needs a discrete one with finitely many values.
template <class D>
double value_of(const D& d, Count i) {
  if constexpr (Countable<D>) return d.at(i);
  return 0;
}

}  // namespace sweep::detail
