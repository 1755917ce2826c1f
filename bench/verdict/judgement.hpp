#pragma once

#include <string_view>

namespace sweep {

/// What a comparison of a candidate with a baseline comes to. `not_comparable` also stands for a
/// comparison that measured nothing.
enum class Judgement { same, better, worse, inconclusive, not_comparable };

/// "same", "better", "worse", "inconclusive" or "not comparable": the one name in texts and JSON.
std::string_view to_text(Judgement judgement);

}  // namespace sweep
