#include "objectives/bbob/boxed.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "algorithms/space/real_limits.hpp"
#include "objectives/function.hpp"

namespace sweep {
namespace {

// True of no NaN: its loss is NaN, that of an infinite coordinate is infinite.
bool is_outside(PointView x) {
  return std::any_of(x.begin(), x.end(), [](double value) { return std::abs(value) > 5; });
}

}  // namespace

BbobBoxed::BbobBoxed(const BbobProblem& problem)
    : space_(box_space(cube(static_cast<std::size_t>(problem.dimension), -5, 5))),
      inside_(problem, {.spreads_optima = true}) {}

double BbobBoxed::loss(PointView x, int, const Stream&) const {
  return is_outside(x) ? kInfinity : inside_.value(x);
}

void BbobBoxed::losses(std::span<const double> rows, TrialId, const Stream&,
                       std::span<double> out) const {
  inside_.values(rows, out);
  const std::size_t width = space_.size();
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (is_outside(rows.subspan(i * width, width))) out[i] = kInfinity;
  }
}

std::optional<Optimum> BbobBoxed::optimum() const {
  return Optimum{inside_.best_value(), {Point{inside_.x_opt()}}};
}

}  // namespace sweep
