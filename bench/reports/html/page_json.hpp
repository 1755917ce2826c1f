#pragma once

#include <span>
#include <string>

#include "bench/reports/section.hpp"

namespace sweep {

/// Sections in their order, as the page reads them: a list of objects that each have a `type`,
/// "heading", "prose", "table", "figure" or "note". Numbers of figures are cut to six significant
/// digits, one that is not finite is null; a series whose `x` is that of the series before has
/// none.
std::string page_json(std::span<const Section> sections);

/// The JSON as it may stand inside a <script>: no "<", and no line separator that ends a text.
std::string script_safe(std::string_view json);

}  // namespace sweep
