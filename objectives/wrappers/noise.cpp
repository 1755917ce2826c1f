#include "objectives/wrappers/noise.hpp"

#include <cassert>
#include <cmath>
#include <cstdint>
#include <utility>

namespace sweep {

Noise::Noise(Objective inner, double sigma) : Wrapper(std::move(inner)), sigma_(sigma) {
  assert(std::isfinite(sigma) && sigma >= 0);
}

double Noise::loss(PointView x, int step, const Stream& noise) const {
  return inner().loss(x, step, noise) + draw(step, noise);
}

void Noise::losses(std::span<const double> rows, TrialId first, const Stream& noise,
                   std::span<double> out) const {
  inner().losses(rows, first, noise, out);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += draw(max_step(), noise.child(first + i));
}

double Noise::draw(int step, const Stream& noise) const {
  return sigma_ * noise.child("noise").child(static_cast<std::uint64_t>(step)).normal();
}

}  // namespace sweep
