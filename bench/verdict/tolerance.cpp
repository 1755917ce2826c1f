#include "bench/verdict/tolerance.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {

Tolerance parse_tolerance(std::string_view text) {
  const bool is_relative = text.ends_with('%');
  const std::string_view digits = trimmed(is_relative ? text.substr(0, text.size() - 1) : text);
  const std::optional<double> number = parse_number<double>(digits);
  if (!number || !std::isfinite(*number) || *number < 0) {
    throw SpecError(fmt::format(
        "--tolerance {}: expected a share of the baseline, 5%, or a difference of losses, 0.01",
        text));
  }
  return {is_relative ? *number / 100 : *number, is_relative};
}

std::string to_text(const Tolerance& tolerance) {
  return tolerance.is_relative ? fmt::format("{:g} %", tolerance.value * 100)
                               : fmt::format("{:g}", tolerance.value);
}

}  // namespace sweep
