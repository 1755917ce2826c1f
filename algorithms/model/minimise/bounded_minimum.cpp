#include "algorithms/model/minimise/bounded_minimum.hpp"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace sweep {
namespace {

struct Search {
  const SmoothFunction* f;
  BoundedMinimum best;
};

double evaluate(unsigned n, const double* x, double* gradient, void* data) {
  auto& search = *static_cast<Search*>(data);
  std::vector<double> unused;
  if (gradient == nullptr) {
    unused.resize(n);
    gradient = unused.data();
  }
  double value = (*search.f)({x, n}, {gradient, n});
  const bool is_usable = std::isfinite(value) && std::all_of(gradient, gradient + n, [](double g) {
                           return std::isfinite(g);
                         });
  if (!is_usable) {
    std::fill_n(gradient, n, 0.0);
    value = std::numeric_limits<double>::max();
  }
  ++search.best.evaluations;
  if (is_usable && value < search.best.value) {
    search.best.value = value;
    search.best.x.assign(x, x + n);
  }
  return value;
}

}  // namespace

BoundedMinimum bounded_minimum(const SmoothFunction& f, std::vector<double> start,
                               const BoundedSearch& bounds) {
  Search search{&f, {start, std::numeric_limits<double>::infinity(), 0}};
  const auto n = static_cast<unsigned>(start.size());
  const std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)> optimiser(
      nlopt_create(NLOPT_LD_LBFGS, n), &nlopt_destroy);
  nlopt_set_min_objective(optimiser.get(), &evaluate, &search);
  nlopt_set_lower_bounds(optimiser.get(), bounds.lo.data());
  nlopt_set_upper_bounds(optimiser.get(), bounds.hi.data());
  nlopt_set_maxeval(optimiser.get(), bounds.evaluations);
  nlopt_set_ftol_abs(optimiser.get(), bounds.value_tolerance);
  for (std::size_t i = 0; i < start.size(); ++i) {
    start[i] = std::clamp(start[i], bounds.lo[i], bounds.hi[i]);
  }
  double value = 0;
  nlopt_optimize(optimiser.get(), start.data(), &value);  // whatever it says, the best is kept
  return std::move(search.best);
}

}  // namespace sweep
