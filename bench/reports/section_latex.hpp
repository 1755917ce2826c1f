#pragma once

#include <span>
#include <string>
#include <string_view>

#include "bench/reports/section.hpp"

namespace sweep {

/// A text as LaTeX prints it: what has a meaning there is escaped, control characters and
/// characters that are not seen stand as printable() shows them.
std::string latex_text(std::string_view text);

/// Sections as LaTeX of the packages booktabs, graphicx and longtable: each table with a caption
/// that says what its measure is and who published it, and no wider than the text. The best entry
/// of a problem stands in bold (best_entries()), and a p-value corrected for several tests
/// (`p_holm`) has *, **, *** where it is below 0.05, 0.01, 0.001. Figures are left out.
std::string to_latex(std::span<const Section> sections);

}  // namespace sweep
