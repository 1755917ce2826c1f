#include "bench/reports/measures/curves.hpp"

#include <fmt/format.h>

#include <cmath>

namespace sweep {

std::vector<double> curve_places(double last) {
  std::vector<double> places;
  for (int k = 0;; ++k) {
    const double place = std::pow(10.0, k / 10.0);
    if (place >= last) break;
    places.push_back(place);
  }
  places.push_back(last);
  return places;
}

std::string title_of(const std::string& name, int dimension) {
  return fmt::format("{}, {}-D", name, dimension);
}

}  // namespace sweep
