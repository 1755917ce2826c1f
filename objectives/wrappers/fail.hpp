#pragma once

#include "objectives/wrappers/wrapper.hpp"

namespace sweep {

/// Failures: with the given probability in [0, 1] the loss of a trial is NaN at every step.
class Fail : public Wrapper {
 public:
  Fail(Objective inner, double probability);

  [[nodiscard]] double loss(PointView x, int step, const Stream& noise) const;
  void losses(std::span<const double> rows, TrialId first, const Stream& noise,
              std::span<double> out) const;

 private:
  [[nodiscard]] bool fails(const Stream& noise) const;

  double probability_;
};

}  // namespace sweep
