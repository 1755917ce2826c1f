#pragma once

#include <string>

#include "bench/reports/section.hpp"
#include "bench/verdict/comparison.hpp"

namespace sweep {

/// The key of a comparison's tables in JSON.
inline constexpr const char* kComparisonKey = "comparison";

/// What the verb `compare` answers with: a sentence, the mean ranks, then for each opponent of the
/// first contender its changes by group of objectives, what differs and what is open.
Sections comparison_sections(const Comparison& comparison);

/// The verdict in a sentence.
std::string sentence_of(const Comparison& comparison);

}  // namespace sweep
