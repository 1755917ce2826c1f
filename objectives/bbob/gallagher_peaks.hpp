#pragma once

#include <vector>

#include "objectives/bbob/setting.hpp"

namespace sweep::detail {

/// The hills of f21 and f22: w exp(-(0.5/D) sum_j C_j (y_j - c_j)^2) at y = Q x.
struct GallagherPeaks {
  struct Peak {
    double height;               // w
    std::vector<double> shape;   // C
    std::vector<double> centre;  // c
  };
  std::vector<Peak> peaks;    // the highest first
  std::vector<double> x_opt;  // of the first peak
};

GallagherPeaks gallagher_peaks(const BbobSetting& setting);

}  // namespace sweep::detail
