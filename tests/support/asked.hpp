#pragma once

#include <optional>
#include <variant>

#include "algorithms/search/proposal.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// The point that a searcher proposes; nothing if it has none, now or for good.
template <class S>
std::optional<Point> asked(S& searcher, TrialId id, const Stream& stream) {
  const Proposal proposal = searcher.ask(id, stream);
  const Point* point = std::get_if<Point>(&proposal);
  return point ? std::optional(*point) : std::nullopt;
}

}  // namespace sweep
