#include "bench/reports/measures/curves.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sweep {

std::vector<double> curve_places(double first, double last) {
  std::vector<double> places;
  for (int k = 0;; ++k) {
    const double place = first * std::pow(10.0, k / 10.0);
    if (place >= last) break;
    places.push_back(place);
  }
  places.push_back(last);
  return places;
}

std::string title_of(const std::string& name, int dimension) {
  return fmt::format("{}, {}-D", name, dimension);
}

std::string budget_label(Axis axis) {
  const std::string unit(unit_name(axis));
  return axis == Axis::evaluations ? unit + " / dimension" : unit;
}

}  // namespace sweep
