#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sweep {

/// What a word or a list names: `--method` takes the one, `--objective` the other.
enum class Named { method, objective };

/// The text to write in the place of a list that is nearly one: options behind a comma, a colon or
/// in brackets (`ackley(dim=5)`), names with blanks between them. Nothing for any other text.
std::optional<std::string> better_form(Named kind, std::string_view list);

/// Throws SpecError `--method random grid: write --method random,grid` if there is a better form.
void check_form(Named kind, std::string_view list);

/// The flag that a word of the command line lacks: "--objective branin", "--method grid", or, for
/// `method=grid`, the same. Nothing if the word names none of these.
std::optional<std::string> flag_for(std::string_view word);

/// True if the word, with options or without, is a method or an objective that has a name.
bool names_one(Named kind, std::string_view word);

}  // namespace sweep
