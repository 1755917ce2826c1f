#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bench/reports/section.hpp"

namespace sweep {

/// A value that an axis names, and how.
struct Tick {
  double value;
  std::string text;
};

/// How values become places on a drawn axis: evenly, or by their logarithms.
class AxisScale {
 public:
  /// Covers the finite values; a logarithmic axis the positive ones, of 16 decades at most, the
  /// largest. Of no such value, or a single one, it covers a bit around it.
  AxisScale(FigureScale scale, const std::vector<double>& values);

  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }
  /// Whether some value lies below all that the axis can show: it is drawn at its foot.
  [[nodiscard]] bool is_cut() const { return is_cut_; }

  /// A place from 0, the foot of the axis, to 1, its head; nothing for a value that is not finite.
  [[nodiscard]] std::optional<double> share(double value) const;
  /// Values worth naming: about `most` of the powers of ten, with 2 and 5 times them where there is
  /// room, or of the multiples of 1, 2 or 5 times one. The foot of an axis that is cut says "<=".
  [[nodiscard]] std::vector<Tick> ticks(std::size_t most) const;

 private:
  void widen();
  [[nodiscard]] double lifted(double value) const;
  [[nodiscard]] std::vector<double> powers(std::size_t most) const;
  [[nodiscard]] std::vector<double> parts_of_powers() const;
  [[nodiscard]] std::vector<double> multiples(std::size_t most) const;

  FigureScale scale_;
  double low_ = 0;
  double high_ = 1;
  bool is_cut_ = false;
};

}  // namespace sweep
