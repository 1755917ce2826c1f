#pragma once

#include <span>
#include <string_view>

namespace sweep {

/// The known name that another word stands for: the same letters written otherwise
/// ("loguniform", "Q-Uniform"), what other programs call it ("early_stopping", "randint"), or the
/// nearest by spelling; "" if there is none.
std::string_view name_meant(std::string_view word, std::span<const std::string_view> known);

}  // namespace sweep
