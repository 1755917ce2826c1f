#include "algorithms/text/option_kinds.hpp"

#include "algorithms/text/text.hpp"

namespace sweep {

std::optional<Seed> Seed::read(std::string_view text) {
  constexpr std::uint64_t kLargest = (std::uint64_t{1} << 63) - 1;
  const auto number = parse_number<std::uint64_t>(text);
  if (!number || *number > kLargest) return std::nullopt;
  return Seed{*number};
}

std::string Seed::text() const { return std::to_string(value); }

}  // namespace sweep
