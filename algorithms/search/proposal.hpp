#pragma once

#include <variant>

#include "algorithms/space/point.hpp"

namespace sweep {

/// Results are awaited before there is a next point: a generation must first be told. Only a
/// searcher that has trials under way may say so.
struct NotYet {
  bool operator==(const NotYet&) const = default;
};

/// Nothing is left to try, now or later.
struct Exhausted {
  bool operator==(const Exhausted&) const = default;
};

/// What a searcher answers when it is asked.
using Proposal = std::variant<Point, NotYet, Exhausted>;

}  // namespace sweep
