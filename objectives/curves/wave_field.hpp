#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "algorithms/space/search_space.hpp"
#include "algorithms/space/stream.hpp"

namespace sweep {

/// A smooth function of a point that has nothing to do with any objective:
///   g(x) = sqrt(2/m) sum_{j < m} cos(w_j u + phi_j)
/// with u the unit coordinates of at most four parameters drawn by chance, m = 6, phases phi_j
/// uniform and frequencies w_j of a uniform direction and a length in [1, 2] waves. Over points of
/// the space its mean is about 0 and its variance about 1; |g| <= sqrt(2 m). Source: random Fourier
/// features, Rahimi, Recht 2007, "Random features for large-scale kernel machines".
class WaveField {
 public:
  WaveField(SearchSpace space, const Stream& stream);

  [[nodiscard]] double value(PointView x) const;
  /// Phi(value): in (0, 1), spread about evenly.
  [[nodiscard]] double share(PointView x) const;

 private:
  static constexpr std::size_t kMostPlaces = 4;
  static constexpr std::size_t kWaves = 6;

  struct Wave {
    std::array<double, kMostPlaces> frequency{};  // radians across the unit range
    double phase = 0;
  };

  SearchSpace space_;
  std::vector<std::size_t> places_;
  std::array<Wave, kWaves> waves_;
};

/// The fixed stream behind a part of every curve: what is drawn from it is part of the objective.
inline Stream curve_stream(std::string_view part) { return Stream(0).child("curve").child(part); }

/// The distribution function of the standard normal.
double normal_share(double z);

}  // namespace sweep
