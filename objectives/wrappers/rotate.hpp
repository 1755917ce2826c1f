#pragma once

#include <cstdint>

#include "objectives/objective.hpp"

namespace sweep {

/// f(c + Q (x - c)) in unit coordinates, for the uniform parameters: c is the centre of the domain
/// and Q a random orthogonal matrix, uniform by Haar's measure (Gaussian columns made orthonormal:
/// Stewart 1980, doi:10.1137/0717034; a reflection is as likely as a rotation).
///
/// Q is drawn with Stream{seed}.child("rotate").child(attempt), anew until the first optimum point
/// stays in the domain; after 1000 attempts the first Q is taken and the optimum is unknown.
/// Points that leave the domain are evaluated there, or folded (reflected) back if the objective
/// isn't defined outside. Throws SpecError for fewer than two uniform parameters.
Objective rotated(Objective objective, std::uint64_t seed);

}  // namespace sweep
