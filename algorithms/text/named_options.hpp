#pragma once

#include <string>
#include <string_view>

#include "algorithms/text/options.hpp"

namespace sweep {

/// `name?key=value&key=value` taken apart: how methods and objectives are written.
struct NamedOptions {
  std::string name;
  Settings options;
};

/// Reads key=value(&key=value)*. A value may have options of its own, in brackets:
/// key=name(key=value& key=value); it is taken as it stands, brackets and all. Throws SpecError for
/// what is not of that form, and for a repeated key; `owner` (`method "grid"`) begins the message.
Settings parse_option_list(std::string_view text, std::string_view owner);

/// What stands before the first '?' and the options after it. Blanks around the parts are dropped.
/// Throws as parse_option_list does; `kind` ("method") begins the message.
NamedOptions parse_named_options(std::string_view text, std::string_view kind);

/// True if the text is key=value(&key=value)*, with keys of letters, digits, '_' and '-', and with
/// '.', '+' and '/', too, in values; and with options in brackets at the end of a value. The value
/// of `file` is a path, that of `of` may be a formula: any text without '&', which a formula has in
/// brackets.
bool looks_like_options(std::string_view text);

/// The way back, options sorted by name.
std::string to_text(const NamedOptions& named);

}  // namespace sweep
