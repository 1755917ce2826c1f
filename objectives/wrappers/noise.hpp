#pragma once

#include "objectives/wrappers/wrapper.hpp"

namespace sweep {

/// Adds sigma z to the loss, z standard normal, drawn anew for each trial and step from the
/// trial's stream: all methods meet the same noise. sigma is finite and >= 0. The optimum stays
/// that of the noise-free objective.
class Noise : public Wrapper {
 public:
  Noise(Objective inner, double sigma);

  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const;
  [[nodiscard]] bool is_noisy() const { return sigma_ > 0 || inner().is_noisy(); }

 private:
  [[nodiscard]] double draw(int step, const Stream& noise) const;

  double sigma_;
};

}  // namespace sweep
