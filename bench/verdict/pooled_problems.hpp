#pragma once

#include <span>
#include <vector>

#include "bench/verdict/problem_verdict.hpp"

namespace sweep {

/// What the problems of a method say together, for each method that has several with a test: a
/// change that is small on each of them shows on all. Their z are those of the stratified
/// signed-rank test of d - t and d + t, each problem with its own tolerance t; p is normal. The
/// shift is the median of the problems' shifts, each in units of the baseline's median there.
/// Methods with fewer than a dozen pairs in all are left out: too few for a normal p.
std::vector<ProblemVerdict> pooled_problems(std::span<const ProblemVerdict> problems);

}  // namespace sweep
