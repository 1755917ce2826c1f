#pragma once

#include <optional>
#include <string>

namespace sweep {

/// How many values or points there are, or which one of them; exact below 2^127.
__extension__ using Count = unsigned __int128;

/// A number of values or points; nothing means infinitely many.
using Cardinality = std::optional<Count>;

/// Products beyond this are not told apart; it is the largest grid that can be walked.
inline constexpr Count kLargestCount = Count{1} << 127;

/// a * b, or kLargestCount if that is less.
constexpr Count saturating_product(Count a, Count b) {
  return a != 0 && b > kLargestCount / a ? kLargestCount : a * b;
}

/// The number of values that a difference of doubles gives: 0 for less than one or NaN, infinitely
/// many for infinity, at most kLargestCount.
Cardinality count_from(double n);

/// The decimal digits, "infinite", or ">= 2^127".
std::string to_text(const Cardinality& cardinality);

}  // namespace sweep
