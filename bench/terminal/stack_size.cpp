#include "bench/terminal/stack_size.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kKilobyte = 1024;
constexpr std::uint64_t kLeast = 1024 * kKilobyte;  // several times what was seen to be used
constexpr std::uint64_t kMost = std::uint64_t{1} << 40;

// The exponent of 1024 that a unit of OpenMP stands for; without one, kilobytes.
std::optional<int> power_of(std::string_view unit) {
  if (unit.empty()) return 1;
  if (unit.size() > 1) return std::nullopt;
  constexpr std::string_view kUnits = "bkmg";
  const std::size_t power =
      kUnits.find(static_cast<char>(std::tolower(static_cast<unsigned char>(unit[0]))));
  return power == std::string_view::npos ? std::nullopt : std::optional(static_cast<int>(power));
}

// The bytes of "64k"; nothing for what OpenMP itself warns of and ignores.
std::optional<std::uint64_t> bytes_of(std::string_view text) {
  text = trimmed(text);
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = parse_number<std::uint64_t>(text.substr(0, end));
  const auto power = power_of(trimmed(text.substr(end)));
  if (!number || !power) return std::nullopt;
  std::uint64_t bytes = *number;
  for (int i = 0; i < *power; ++i) bytes = bytes > kMost ? bytes : bytes * kKilobyte;
  return bytes;
}

}  // namespace

void check_stack_size() {
  for (const char* const name : {"OMP_STACKSIZE", "GOMP_STACKSIZE"}) {
    const char* const given = std::getenv(name);
    if (given == nullptr) continue;
    const auto bytes = bytes_of(given);
    if (!bytes || (kLeast <= *bytes && *bytes <= kMost)) continue;
    throw SpecError(fmt::format("{}={}: expected 1M to 1024G of stack for each thread, or no {}",
                                name, excerpt(given), name));
  }
  rlimit limit = {};
  if (::getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= kLeast) return;
  throw SpecError(fmt::format("the stack is limited to {} kB (ulimit -s), expected at least {}",
                              limit.rlim_cur / kKilobyte, kLeast / kKilobyte));
}

}  // namespace sweep
