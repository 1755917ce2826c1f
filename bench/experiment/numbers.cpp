#include "bench/experiment/numbers.hpp"

#include <fmt/format.h>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSeeds = 10'000'000;
constexpr std::string_view kSeedsHelp =
    "expected a count (20), a range (3..7), or several joined with commas (1,5,10..20)";

[[noreturn]] void throw_bad_seeds(std::string_view text) {
  throw SpecError(fmt::format("--seeds {}: {}", text, kSeedsHelp));
}

// Appends the seeds of one part: "5", or "10..20".
void append_seeds(std::string_view text, std::string_view part, std::vector<std::uint64_t>& seeds) {
  const auto dots = part.find("..");
  const auto first = parse_number<std::uint64_t>(part.substr(0, dots));
  const auto last =
      dots == std::string_view::npos ? first : parse_number<std::uint64_t>(part.substr(dots + 2));
  if (!first || !last || *last < *first || *last > kLargestSeed) throw_bad_seeds(text);
  if (*last - *first >= kMostSeeds - seeds.size()) {
    throw SpecError(fmt::format("--seeds {}: more than {} seeds", text, kMostSeeds));
  }
  for (std::uint64_t seed = *first; seed <= *last; ++seed) seeds.push_back(seed);
}

}  // namespace

std::uint64_t parse_count(std::string_view flag, std::string_view text, std::uint64_t lo,
                          std::uint64_t hi) {
  const auto value = parse_number<std::uint64_t>(text);
  if (value && *value >= lo && *value <= hi) return *value;
  throw SpecError(fmt::format("{} {}: expected a whole number from {} to {}", flag, text, lo, hi));
}

std::uint32_t parse_numpy_seed(std::string_view text) {
  constexpr std::uint32_t kLargest = 0xffffffff;
  return static_cast<std::uint32_t>(parse_count("--seed", text, 0, kLargest));
}

double parse_real(std::string_view flag, std::string_view text) {
  const auto value = parse_number<double>(text);
  if (value) return *value;
  throw SpecError(fmt::format("{} {}: expected a number", flag, text));
}

std::vector<std::uint64_t> parse_seeds(std::string_view text) {
  const std::vector<std::string> parts = split_list(text);
  std::vector<std::uint64_t> seeds;
  if (parts.size() == 1 && parts[0].find("..") == std::string::npos) {
    append_seeds(text, fmt::format("1..{}", parse_count("--seeds", parts[0], 1, kMostSeeds)),
                 seeds);
    return seeds;
  }
  for (const std::string& part : parts) append_seeds(text, part, seeds);
  return seeds;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, ',')) parts.emplace_back(trimmed(part));
  return parts;
}

}  // namespace sweep
