#include "objectives/bbob/mixint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>

namespace sweep {
namespace {

constexpr std::array kValues = {2, 4, 8, 16};  // of the integers in each group; the fifth is real

// Scales of the values, by function.
constexpr std::array kScales = {1.0,  1e-3, 1e-1, 1e-1, 1.0,  1e-2, 1.0,  1e-2,
                                1e-2, 1e-3, 1e-2, 1e-4, 1e-1, 1.0,  1e-1, 1.0,
                                10.0, 1.0,  10.0, 1e-1, 1.0,  1.0,  10.0, 1e-1};

std::size_t group_size(const BbobProblem& problem) {
  assert(problem.dimension % 5 == 0);
  return static_cast<std::size_t>(problem.dimension) / 5;
}

SearchSpace mixed_space(std::size_t size) {
  std::vector<Parameter> parameters;
  const auto add = [&](const Distribution& distribution) {
    for (std::size_t i = 0; i < size; ++i) {
      parameters.push_back({fmt::format("x{}", parameters.size()), distribution});
    }
  };
  for (const int values : kValues) add(IntUniform{0, static_cast<double>(values - 1)});
  add(Uniform{-5, 5});
  return SearchSpace(std::move(parameters));
}

double nearest(double x, double last) { return std::clamp(std::floor(x + 0.5), 0.0, last); }

}  // namespace

// What is not finite goes on as it is: the function inside knows what to make of it.
double BbobMixint::Grid::inner(double x) const {
  if (!std::isfinite(x)) return x;
  return (lo + (hi - lo) * nearest(x, last) / last) - offset;
}

BbobMixint::Grid::Grid(int values, double x_opt)
    : lo(-4 + 8.0 / (values + 1)), hi(4 - 8.0 / (values + 1)), last(values - 1) {
  // 1e-7: where the optimum is halfway between two values but for rounding, it gets the upper one.
  best = nearest(last * (x_opt - lo) / (hi - lo) + 1e-7, last);
  offset = inner(best) - x_opt;
}

BbobMixint::BbobMixint(const BbobProblem& problem)
    : space_(mixed_space(group_size(problem))),
      base_(problem),
      scale_(kScales.at(static_cast<std::size_t>(problem.function - 1))),
      optimum_{scale_ * base_.best_value(), {Point{base_.x_opt()}}} {
  std::vector<double>& best = optimum_.points.front().values;
  for (const int values : kValues) {
    for (std::size_t i = 0; i < group_size(problem); ++i) {
      grids_.emplace_back(values, best[grids_.size()]);
    }
  }
  for (std::size_t i = 0; i < grids_.size(); ++i) best[i] = grids_[i].best;
}

double BbobMixint::loss(PointView x, int, const Stream&) const {
  std::vector<double> inner(x.size());
  to_inner(x, inner);
  return scale_ * base_.value(inner);
}

void BbobMixint::losses(std::span<const double> rows, TrialId, const Stream&,
                        std::span<double> out) const {
  std::vector<double> inner(rows.size());
  const std::size_t width = space_.size();
  for (std::size_t i = 0; i < out.size(); ++i) {
    to_inner(rows.subspan(i * width, width), std::span(inner).subspan(i * width, width));
  }
  base_.values(inner, out);
  for (double& value : out) value *= scale_;
}

void BbobMixint::to_inner(PointView x, std::span<double> inner) const {
  std::copy(x.begin(), x.end(), inner.begin());
  for (std::size_t i = 0; i < grids_.size(); ++i) inner[i] = grids_[i].inner(x[i]);
}

}  // namespace sweep
