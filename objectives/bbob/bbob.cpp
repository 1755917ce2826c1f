#include "objectives/bbob/bbob.hpp"

#include <array>
#include <cassert>
#include <utility>

#include "objectives/function.hpp"

namespace sweep {
namespace {

constexpr std::array<std::string_view, 24> kNames{
    "Sphere",           "Ellipsoid",     "Rastrigin",     "BuecheRastrigin",    "LinearSlope",
    "AttractiveSector", "StepEllipsoid", "Rosenbrock",    "RosenbrockRotated",  "EllipsoidRotated",
    "Discus",           "BentCigar",     "SharpRidge",    "DifferentPowers",    "RastriginRotated",
    "Weierstrass",      "Schaffers10",   "Schaffers1000", "GriewankRosenbrock", "Schwefel",
    "Gallagher101",     "Gallagher21",   "Katsuura",      "LunacekBiRastrigin"};

class BbobObjective {
 public:
  explicit BbobObjective(const BbobProblem& problem)
      : instance_(problem), space_(box_space(cube(instance_.x_opt().size(), -5, 5))) {}

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] double loss(PointView x, int, const Stream&) const { return instance_.value(x); }
  void losses(std::span<const double> rows, TrialId, const Stream&, std::span<double> out) const {
    instance_.values(rows, out);
  }
  [[nodiscard]] std::optional<Optimum> optimum() const {
    return Optimum{instance_.best_value(), {Point{instance_.x_opt()}}};
  }
  [[nodiscard]] bool defined_outside_domain() const { return true; }

 private:
  BbobInstance instance_;
  SearchSpace space_;
};

}  // namespace

Objective make_bbob(const BbobProblem& problem) { return BbobObjective(problem); }

std::string_view bbob_function_name(int function) {
  assert(function >= 1 && function <= 24);
  return kNames[static_cast<std::size_t>(function - 1)];
}

}  // namespace sweep
