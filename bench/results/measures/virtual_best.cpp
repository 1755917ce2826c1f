#include "bench/results/measures/virtual_best.hpp"

#include <iterator>

namespace sweep {
namespace {

/// The three numbers that are published for a dimension.
struct BestErts {
  double coarse;  // 1e-1, solvers of 2009
  double fine;    // 1e-8, solvers of 2009
  double latest;  // 1e-8, solvers of 2009 to 2016
};

struct Row {
  BestErts in_5d;
  BestErts in_20d;
};

constexpr Row kRows[] = {
    {{12, 12, 12}, {43, 43, 43}},                                   // f1 sphere
    {{88, 95, 87}, {387, 412, 412}},                                // f2 ellipsoid
    {{1637, 1657, 316}, {7635, 7653, 1572}},                        // f3 Rastrigin
    {{1688, 11463, 764}, {7666, 141065, 3392}},                     // f4 Bueche-Rastrigin
    {{10, 10, 9}, {41, 41, 27}},                                    // f5 linear slope
    {{281, 1475, 1011}, {3413, 9378, 6914}},                        // f6 attractive sector
    {{1171, 1738, 1298}, {9503, 17823, 9710}},                      // f7 step ellipsoid
    {{336, 424, 372}, {4040, 4540, 3504}},                          // f8 Rosenbrock
    {{214, 373, 175}, {3277, 3784, 1267}},                          // f9 rotated Rosenbrock
    {{574, 902, 488}, {10735, 17685, 2377}},                        // f10 rotated ellipsoid
    {{763, 1776, 505}, {6278, 15666, 2340}},                        // f11 discus
    {{371, 1607, 1605}, {2740, 14586, 7695}},                       // f12 bent cigar
    {{250, 2476, 835}, {2751, 32856, 6984}},                        // f13 sharp ridge
    {{58, 545, 545}, {304, 17870, 3449}},                           // f14 different powers
    {{19369, 21712, 14121}, {311548, 463854, 168607}},              // f15 rotated Rastrigin
    {{2662, 12255, 6767}, {77015, 222194, 82494}},                  // f16 Weierstrass
    {{899, 8255, 7691}, {4005, 94580, 56430}},                      // f17 Schaffer F7
    {{3968, 12803, 9087}, {19561, 151042, 112403}},                 // f18 ill-conditioned Schaffer
    {{242, 122401, 84627}, {343210, 6757514, 2170181}},             // f19 Griewank-Rosenbrock
    {{38111, 55406, 9958}, {3098892, 5659389, 423074}},             // f20 Schwefel
    {{1674, 1946, 1946}, {14103, 17731, 17731}},                    // f21 Gallagher 101
    {{938, 1080, 1080}, {23491, 135136, 135136}},                   // f22 Gallagher 21
    {{14249, 34887, 18971}, {67457, 850695, 439185}},               // f23 Katsuura
    {{6357439, 12835902, 131362}, {51938681, 52059210, 18169038}},  // f24 Lunacek bi-Rastrigin
};

}  // namespace

std::optional<double> virtual_best_ert(int function, int dimension, double target,
                                       Archive archive) {
  const bool has_function = function >= 1 && function <= static_cast<int>(std::size(kRows));
  if (!has_function || (dimension != 5 && dimension != 20)) return std::nullopt;
  const Row& row = kRows[function - 1];
  const BestErts& erts = dimension == 5 ? row.in_5d : row.in_20d;
  const bool is_2009 = archive == Archive::solvers_2009;
  if (target == 1e-8) return is_2009 ? erts.fine : erts.latest;
  if (target == 1e-1 && is_2009) return erts.coarse;
  return std::nullopt;
}

}  // namespace sweep
