#include "bench/results/views/median_course.hpp"

#include <cassert>
#include <cmath>
#include <limits>

#include "bench/results/statistics.hpp"

namespace sweep {
namespace {

double finite_quantile(std::span<const double> values, double p) {
  const double value = quantile(values, p);
  return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

MedianCourse median_course(std::span<const Descent* const> cells, std::span<const double> places) {
  MedianCourse course;
  std::vector<double> precisions(cells.size());
  for (const double place : places) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      precisions[i] = precision_after(*cells[i], place);
    }
    course.median.push_back(finite_quantile(precisions, 0.5));
    course.lower.push_back(finite_quantile(precisions, 0.25));
    course.upper.push_back(finite_quantile(precisions, 0.75));
  }
  return course;
}

std::vector<double> course_places(double first, double last, int per_decade, bool is_count) {
  assert(first > 0 && first <= last && per_decade > 0);
  std::vector<double> places = {first};
  for (int k = 1;; ++k) {
    double place = first * std::pow(10.0, static_cast<double>(k) / per_decade);
    if (is_count) place = std::round(place);
    if (place >= last) break;
    if (place > places.back()) places.push_back(place);
  }
  if (last > places.back()) places.push_back(last);
  return places;
}

}  // namespace sweep
