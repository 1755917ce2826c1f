#pragma once

#include <string>
#include <string_view>

namespace sweep::detail {

/// How two texts of lines `key: value` differ, in one line: `trials: 5 in the store, 6 asked for`,
/// with a semicolon between keys. Long values are cut.
std::string differences(std::string_view stored, std::string_view asked_for);

}  // namespace sweep::detail
