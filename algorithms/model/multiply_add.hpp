#pragma once

#include <cmath>

namespace sweep {

/// a b + c, in one instruction if the machine has one.
inline double multiply_add(double a, double b, double c) {
#ifdef __FP_FAST_FMA
  return std::fma(a, b, c);
#else
  return a * b + c;
#endif
}

}  // namespace sweep
