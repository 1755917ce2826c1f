#include "bench/experiment/param_form.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::string_view kBetween[] = {"..", ",", ":", " - ", "-", " "};

// The two numbers that a range is written with, as a map: "0..1", "0, 1", "0:1".
std::optional<std::string> range_map(std::string_view text) {
  for (const std::string_view mark : kBetween) {
    for (std::size_t at = text.find(mark, 1); at < text.size(); at = text.find(mark, at + 1)) {
      const std::string_view lo = trimmed(text.substr(0, at));
      const std::string_view hi = trimmed(text.substr(at + mark.size()));
      if (!parse_number<double>(lo) || !parse_number<double>(hi)) continue;
      return fmt::format("{{min: {}, max: {}}}", lo, hi);
    }
  }
  return std::nullopt;
}

}  // namespace

void check_param_form(const std::string& text, const Node& value) {
  if (value.map()) return;
  const std::size_t equals = text.find('=');
  const std::string_view name = std::string_view(text).substr(0, equals);
  std::string_view written = trimmed(std::string_view(text).substr(equals + 1));
  if (written.empty()) written = "3";
  const bool is_list = value.list() && written.starts_with('[') && written.ends_with(']');
  const auto range = range_map(is_list ? written.substr(1, written.size() - 2) : written);
  const std::string single = fmt::format("{{{}: {}}}", value.list() ? "values" : "value", written);
  std::string hint = fmt::format("'{}={}'", name, range && !is_list ? *range : single);
  if (range && is_list) hint += fmt::format(", or '{}={}'", name, *range);
  throw SpecError(fmt::format("--param {}: write --param {}", text, hint));
}

}  // namespace sweep
