#pragma once

namespace sweep {

/// P(a < Z <= b) of a standard normal Z, a <= b, from the side where nothing cancels: relative
/// error below 1e-13 unless a and b are within 1e-2 of each other.
double normal_mass(double a, double b);

/// Its logarithm, finite where the mass itself underflows.
double log_normal_mass(double a, double b);

/// The quantile at u in [0, 1] of a standard normal that is confined to [a, b], where a <= 0 <= b.
double confined_normal_quantile(double u, double a, double b);

}  // namespace sweep
