#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// The text as a terminal may have it: control characters, and bytes that are no UTF-8, stand as
/// `\x1b`. Anything else stays, backslashes too.
std::string escaped(std::string_view text);

/// What a message repeats of a text from outside: escaped, and cut after some 200 characters.
std::string echoed(std::string_view text);

}  // namespace sweep
