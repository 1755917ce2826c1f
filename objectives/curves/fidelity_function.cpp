#include "objectives/curves/fidelity_function.hpp"

#include "objectives/curves/borehole.hpp"
#include "objectives/curves/currin.hpp"
#include "objectives/functions/branin.hpp"
#include "objectives/functions/hartmann3.hpp"
#include "objectives/functions/hartmann6.hpp"

namespace sweep {
namespace {

template <class F>
Box domain_of() {
  return F::domain(F::kInfo.default_dim);
}

template <class F>
Optimum optimum_of() {
  return *F::optimum(F::kInfo.default_dim);
}

/// The heights of all four bumps are lowered by 0.1 lack: Kandasamy's alpha' with one z.
template <class F>
FidelityFunction hartmann_with_fidelity(std::string_view name) {
  return {.name = name,
          .formula = "-sum_k (h_k - 0.1 bias (1 - z)) exp(-sum_i A_ki (x_i - P_ki)^2)",
          .source = "Kandasamy et al. 2017",
          .domain = domain_of<F>,
          .value = F::lowered,
          .optimum = optimum_of<F>,
          .least_cost = 0.05,
          .cost_power = 2,
          .defined_outside_domain = true};
}

double branin_value(PointView x, double lack) {
  using std::numbers::pi;
  return Branin::shape(x, 5.1 / (4 * pi * pi) - 0.01 * lack, 5 / pi - 0.1 * lack,
                       1 / (8 * pi) + 0.005 * lack);
}

}  // namespace

std::span<const FidelityFunction> fidelity_functions() {
  static const std::vector<FidelityFunction> functions{
      {.name = "mf-borehole",
       .formula = "flow through a borehole, two versions mixed by z",
       .source = "Xiong, Qian, Wu 2013; Kandasamy et al. 2017",
       .domain = Borehole::domain,
       .value = Borehole::value,
       .optimum = Borehole::optimum,
       .least_cost = 1 / 11.0,  // lambda = 0.1 + z^1.5, made 1 at z = 1
       .cost_power = 1.5,
       .defined_outside_domain = false},
      {.name = "mf-branin",
       .formula = "branin with 5.1/(4 pi^2) - 0.01 d, 5/pi - 0.1 d, 1/(8 pi) + 0.005 d, "
                  "d = bias (1 - z)",
       .source = "Kandasamy et al. 2017",
       .domain = domain_of<Branin>,
       .value = branin_value,
       .optimum = optimum_of<Branin>,
       .least_cost = 0.05,
       .cost_power = 1.5,
       .defined_outside_domain = true},
      {.name = "mf-currin",
       .formula = "Currin's exponential function, two versions mixed by z",
       .source = "Xiong, Qian, Wu 2013; Kandasamy et al. 2017",
       .domain = Currin::domain,
       .value = Currin::value,
       .optimum = Currin::optimum,
       .least_cost = 1 / 11.0,  // lambda = 0.1 + z^2, made 1 at z = 1
       .cost_power = 2,
       .defined_outside_domain = false},
      hartmann_with_fidelity<Hartmann3>("mf-hartmann3"),
      hartmann_with_fidelity<Hartmann6>("mf-hartmann6")};
  return functions;
}

}  // namespace sweep
