#pragma once

#include <span>
#include <vector>

namespace sweep {

/// An empirical cumulative distribution: at(x) is the fraction of the sample that is x or less.
/// Infinite members are never reached, but count in the denominator.
class Ecdf {
 public:
  explicit Ecdf(std::vector<double> sample);
  /// The share of the sample at or below x, in [0, 1]; 0 for an empty sample.
  [[nodiscard]] double at(double x) const;
  [[nodiscard]] std::span<const double> sorted() const { return sorted_; }

 private:
  std::vector<double> sorted_;
};

/// The area under an ECDF between `from` and `to` (0 < from < to) on a logarithmic axis, by its
/// greatest possible value:
///   mean over the sample of clip((log to - log x) / (log to - log from), 0, 1).
/// 1 if everything is reached by `from`; larger is better. 0 for an empty sample.
///
/// Source: Hansen et al. 2022, doi:10.1109/TEVC.2022.3210897.
double area_under_ecdf(std::span<const double> sample, double from, double to);

/// The area on a linear axis, as IOHanalyzer has it.
double linear_area_under_ecdf(std::span<const double> sample, double from, double to);

}  // namespace sweep
