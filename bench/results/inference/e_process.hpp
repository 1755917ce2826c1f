#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sweep {

/// The evidence, after each pair, that differences lie above 0 and below it.
struct Evidence {
  std::vector<double> above;
  std::vector<double> below;
};

/// A test that may be looked at after every pair, without a plan. With r_i the midrank of |d_i|
/// among the sizes so far, over i, and g_i = (1 + r_i)/2, the evidence is
///   M+- = mean over l in {.3, .6, .9} of the product of (1 +- l g_i sign(d_i)),
/// a martingale if differences are symmetric about 0, so that P(M ever >= 1/alpha) <= alpha: one
/// side at 5 % stops at 20, each of two at 40. Weaker than looks that are planned, which is why
/// gates plan theirs; for the golden vectors and the statistical tests, which compare the two.
///
/// Source: Ramdas, Grünwald, Vovk, Shafer 2023, doi:10.1214/23-STS894, arXiv 2210.01948.
Evidence e_process(std::span<const double> differences);

/// The number of pairs, from 1 on, after which evidence first reached a level; nothing if it never
/// did. For the same tests.
std::optional<std::size_t> first_at_least(std::span<const double> evidence, double level);

}  // namespace sweep
