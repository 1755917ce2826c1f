#include "algorithms/search/bayes/initial_design.hpp"

#include <algorithm>

#include "algorithms/model/sobol.hpp"

namespace sweep {
namespace {

using Row = std::vector<double>;

std::uint64_t trials_of(DesignKind kind, std::uint64_t columns) {
  return kind == DesignKind::coordinates ? 2 * columns + 1 : columns + 1;
}

Row middle(const Encoding& columns) {
  Row row;
  for (std::size_t k = 0; k < columns.width(); ++k) row.push_back(columns.coordinate(k, 0.5));
  return row;
}

// A place near the middle of the upper or the lower third of a column.
double in_third(const Encoding& columns, std::size_t k, bool upper, Stream draws) {
  const double u = (0.75 + draws.uniform() / 2) / 6;
  const Interval range = columns[k].range;
  return columns.coordinate(k, std::clamp(upper ? 1 - u : u, range.lo, range.hi));
}

// The best point so far, else the middle, with one coordinate changed.
Row changed(const Encoding& columns, const TrialTable& trials, std::size_t turn, Stream draws) {
  Row row = trials.best() ? trials.ended()[*trials.best()].row : middle(columns);
  const std::size_t k = turn / 2 % columns.width();
  row[k] = columns.is_category(k) ? columns.other_category(k, row[k], draws)
                                  : in_third(columns, k, (turn + k) % 2 == 0, draws);
  return row;
}

// A row of a Sobol set without a stream of its own: whoever replays a history, as `next` does,
// meets the same set.
Row spread(const Encoding& columns, std::size_t turn) {
  SobolSet set(columns.width(), Stream(0).child("first"));
  Row row = set.next();
  for (std::size_t i = 0; i < turn; ++i) row = set.next();
  for (std::size_t k = 0; k < row.size(); ++k) row[k] = columns.coordinate(k, row[k]);
  return row;
}

}  // namespace

std::span<const std::string_view> choice_names(DesignKind) {
  static constexpr std::string_view kNames[] = {"coordinates", "sobol"};
  return kNames;
}

InitialDesign::InitialDesign(const Encoding& columns, const Plan& plan)
    : kind_(plan.kind),
      trials_(plan.trials > 0 ? plan.trials : trials_of(plan.kind, columns.width())) {}

std::optional<std::vector<double>> InitialDesign::next(const Encoding& columns,
                                                       const TrialTable& trials,
                                                       const Stream& stream) {
  const std::size_t begin = trials.trials();
  if (begin >= trials_) return std::nullopt;
  if (begin == 0) return middle(columns);
  constexpr std::size_t kAttempts = 64;  // spaces of few values repeat themselves
  for (std::size_t turn = begin - 1; turn < begin + kAttempts; ++turn) {
    Row row = kind_ == DesignKind::sobol
                  ? spread(columns, turn)
                  : changed(columns, trials, turn, stream.child("change").child(turn));
    if (!trials.has_seen(row)) return row;
  }
  return std::nullopt;
}

}  // namespace sweep
