#pragma once

namespace sweep {

/// What a test holds against "no difference": that the differences, or the first sample, lie
/// elsewhere, lower or higher.
enum class Alternative { two_sided, less, greater };

/// The p-value of an alternative from both tails: that of what is at most, and at least, as large
/// as what was seen. Two-sided it is twice the smaller one, at most 1.
double p_of_tails(double at_most, double at_least, Alternative alternative);

/// A whole-numbered statistic's distance from its mean as a continuous one of the same tail has it:
/// half a step, or `by`, nearer to what the alternative calls less extreme. Two-sided that is
/// towards 0, and never beyond.
double continuity_corrected(double distance, double by, Alternative alternative);

}  // namespace sweep
