#include "objectives/wrappers/fail.hpp"

#include <cassert>
#include <limits>
#include <utility>

namespace sweep {
namespace {

constexpr double kNoLoss = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Fail::Fail(Objective inner, double probability)
    : Wrapper(std::move(inner)), probability_(probability) {
  assert(0 <= probability && probability <= 1);
}

double Fail::loss(PointView x, int step, const Stream& noise) const {
  return fails(noise) ? kNoLoss : inner().loss(x, step, noise);
}

void Fail::losses(std::span<const double> rows, TrialId first, const Stream& noise,
                  std::span<double> out) const {
  inner().losses(rows, first, noise, out);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (fails(noise.child(first + i))) out[i] = kNoLoss;
  }
}

bool Fail::fails(const Stream& noise) const { return noise.child("fail").uniform() < probability_; }

}  // namespace sweep
