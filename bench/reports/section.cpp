#include "bench/reports/section.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <utility>

namespace sweep {

Shown shown(std::string text) {
  Value value = text;
  return {std::move(text), std::move(value)};
}

Shown shown(std::size_t count) {
  return {fmt::format("{}", count), static_cast<std::int64_t>(count)};
}

Shown shown(double number) { return {fmt::format("{:.4g}", number), number}; }

Shown shown_missing() { return {"-", {}}; }

}  // namespace sweep
