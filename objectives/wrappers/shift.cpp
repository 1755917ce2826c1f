#include "objectives/wrappers/shift.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/text/error.hpp"
#include "objectives/wrappers/relocated.hpp"

namespace sweep {
namespace {

constexpr Interval kUnit{0, 1};

struct Stay {
  static double inward(const Distribution&, double x) { return x; }
  static double outward(const Distribution&, double x) { return x; }
};

struct NativeMove {
  double distance;
  bool folded;

  [[nodiscard]] double inward(const Distribution& distribution, double x) const {
    return folded ? fold(x - distance, support(distribution)) : x - distance;
  }
  [[nodiscard]] double outward(const Distribution&, double x) const { return x + distance; }
};

struct UnitMove {
  double distance;

  [[nodiscard]] double inward(const Distribution& distribution, double x) const {
    return quantile(distribution, fold(to_unit(distribution, x) - distance, kUnit));
  }
  [[nodiscard]] double outward(const Distribution& distribution, double x) const {
    const double u = to_unit(distribution, x) + distance;
    return kUnit.contains(u) ? quantile(distribution, u) : NAN;
  }
};

struct Reorder {
  std::vector<std::size_t> meant;   // by the position given
  std::vector<std::size_t> places;  // the inverse

  [[nodiscard]] double inward(const Distribution& distribution, double x) const {
    return moved(distribution, x, meant);
  }
  [[nodiscard]] double outward(const Distribution& distribution, double x) const {
    return moved(distribution, x, places);
  }

 private:
  static double moved(const Distribution& distribution, double x,
                      const std::vector<std::size_t>& order) {
    const auto i = position(distribution, x);
    return i ? value_at(distribution, order[static_cast<std::size_t>(*i)]) : x;
  }
};

using Move = std::variant<Stay, NativeMove, UnitMove, Reorder>;

class Shift {
 public:
  Shift(SearchSpace space, std::vector<Move> moves)
      : space_(std::move(space)), moves_(std::move(moves)) {}

  void to_inner(std::span<double> row) const {
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = std::visit(
          [&](const auto& move) { return move.inward(space_[i].distribution, row[i]); }, moves_[i]);
    }
  }

  [[nodiscard]] std::optional<Point> to_outer(PointView point) const {
    Point outer;
    for (std::size_t i = 0; i < point.size(); ++i) {
      const Distribution& distribution = space_[i].distribution;
      const double x = std::visit(
          [&](const auto& move) { return move.outward(distribution, point[i]); }, moves_[i]);
      if (!support(distribution).contains(x)) return std::nullopt;
      outer.values.push_back(x);
    }
    return outer;
  }

 private:
  SearchSpace space_;
  std::vector<Move> moves_;
};

double drawn_place(double old_place, Stream stream) {
  const double lo = std::max(0.05, old_place - 0.4);
  const double hi = std::min(0.95, old_place + 0.4);
  return lo + (hi - lo) * stream.uniform();
}

Reorder drawn_order(std::size_t size, Stream stream) {
  Reorder order{std::vector<std::size_t>(size), std::vector<std::size_t>(size)};
  std::iota(order.meant.begin(), order.meant.end(), std::size_t{0});
  for (std::size_t i = size; i > 1; --i) {  // Fisher & Yates 1938
    std::swap(order.meant[i - 1], order.meant[stream.index(i)]);
  }
  for (std::size_t i = 0; i < size; ++i) order.places[order.meant[i]] = i;
  return order;
}

template <class D>
constexpr bool kIsContinuous = std::is_same_v<D, Uniform> || std::is_same_v<D, LogUniform> ||
                               std::is_same_v<D, InvLogUniform> || std::is_same_v<D, Normal> ||
                               std::is_same_v<D, LogNormal> || std::is_same_v<D, Beta>;

/// `x` is where the optimum is; NaN if that is not known.
Move drawn_move(const Distribution& distribution, double x, bool folded, const Stream& stream) {
  return std::visit(
      [&](const auto& d) -> Move {
        using D = std::decay_t<decltype(d)>;
        if constexpr (std::is_same_v<D, Categorical>) {
          return drawn_order(static_cast<std::size_t>(d.count().value()), stream);
        } else if constexpr (kIsContinuous<D>) {
          const double old_u = std::isnan(x) ? 0.5 : d.cdf(x);
          const double new_u = drawn_place(old_u, stream);
          if constexpr (std::is_same_v<D, Uniform> || std::is_same_v<D, Normal>) {
            const double old_x = std::isnan(x) ? d.quantile(0.5) : x;
            return NativeMove{d.quantile(new_u) - old_x, folded && std::is_same_v<D, Uniform>};
          } else {
            return UnitMove{new_u - old_u};
          }
        } else {
          return Stay{};
        }
      },
      distribution);
}

}  // namespace

Objective shifted_by_sine(Objective objective) {
  const SearchSpace& space = objective.space();
  const bool folded = !objective.defined_outside_domain();
  std::vector<Move> moves;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const auto* uniform = std::get_if<Uniform>(&space[i].distribution);
    if (uniform == nullptr) {
      throw SpecError(fmt::format(
          "shift = sine needs parameters that are all uniform; \"{}\" isn't", space[i].name));
    }
    const double wave = std::sin(static_cast<double>(2 * i + 1));
    moves.push_back(NativeMove{0.3 * (uniform->hi - uniform->lo) / 2 * wave, folded});
  }
  Shift shift(space, std::move(moves));
  return Relocated<Shift>(std::move(objective), std::move(shift));
}

Objective shifted_at_random(Objective objective, std::uint64_t seed) {
  const SearchSpace& space = objective.space();
  const std::optional<Optimum> optimum = objective.optimum();
  const bool known = optimum && !optimum->points.empty();
  const bool folded = !objective.defined_outside_domain();
  const Stream stream = Stream{seed}.child("shift");
  std::vector<Move> moves;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const double x = known ? optimum->points.front().values[i] : NAN;
    moves.push_back(drawn_move(space[i].distribution, x, folded, stream.child(i)));
  }
  Shift shift(space, std::move(moves));
  return Relocated<Shift>(std::move(objective), std::move(shift));
}

}  // namespace sweep
