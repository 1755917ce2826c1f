#include "objectives/curves/wave_field.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace sweep {
namespace {

std::vector<std::size_t> drawn_places(std::size_t size, std::size_t most, Stream stream) {
  std::vector<std::size_t> places(size);
  std::iota(places.begin(), places.end(), std::size_t{0});
  const std::size_t wanted = std::min(size, most);
  for (std::size_t i = 0; i < wanted; ++i) std::swap(places[i], places[i + stream.index(size - i)]);
  places.resize(wanted);
  return places;
}

}  // namespace

WaveField::WaveField(SearchSpace space, const Stream& stream)
    : space_(std::move(space)),
      places_(drawn_places(space_.size(), kMostPlaces, stream.child("places"))) {
  using std::numbers::pi;
  Stream draws = stream.child("waves");
  for (Wave& wave : waves_) {
    double squares = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      wave.frequency[i] = draws.normal();
      squares += wave.frequency[i] * wave.frequency[i];
    }
    const double length = 2 * pi * (1 + draws.uniform());
    for (double& f : wave.frequency) f *= length / std::sqrt(squares);
    wave.phase = 2 * pi * draws.uniform();
  }
}

double WaveField::value(PointView x) const {
  std::array<double, kMostPlaces> u{};
  for (std::size_t i = 0; i < places_.size(); ++i) {
    u[i] = to_unit(space_[places_[i]].distribution, x[places_[i]]);
  }
  double sum = 0;
  for (const Wave& wave : waves_) {
    double angle = wave.phase;
    for (std::size_t i = 0; i < places_.size(); ++i) angle += wave.frequency[i] * u[i];
    sum += std::cos(angle);
  }
  return sum * std::sqrt(2.0 / kWaves);
}

double WaveField::share(PointView x) const { return normal_share(value(x)); }

double normal_share(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

}  // namespace sweep
