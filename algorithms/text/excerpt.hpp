#pragma once

#include <string>
#include <string_view>

namespace sweep {

/// The text as a message repeats it: all of it, or "..." behind its first 200 bytes (less what is
/// cut off of a UTF-8 sequence at the end); line breaks as blanks.
std::string excerpt(std::string_view text);

}  // namespace sweep
