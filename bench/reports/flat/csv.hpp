#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// Whether a spreadsheet takes the text for a formula, which can then read files and send what it
/// finds: it begins with = + - @, a tab or a carriage return (OWASP, CSV injection). Others, such
/// as pandas, take every field as it is.
bool looks_like_formula(std::string_view text);

/// A text as a field of a CSV file, in quotes where a reader could misunderstand it (RFC 4180).
std::string csv_text(std::string_view text);

/// A field of csv_text(), with an apostrophe in front of what looks like a formula.
std::string safe_csv_text(std::string_view text);

}  // namespace sweep
