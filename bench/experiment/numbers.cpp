#include "bench/experiment/numbers.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "algorithms/text/error.hpp"
#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSeeds = 10'000'000;
constexpr std::string_view kSeedsHelp =
    "expected a count (20), a range (3..7), or several joined with commas (1,5,10..20)";

// "1-5", "1:5" and "1...5" are ranges elsewhere, and blanks stand between the items of lists.
std::string meant_seeds(std::string_view text) {
  std::string meant;
  for (const char c : trimmed(text)) {
    const bool is_dash = c == '-' || c == ':';
    if (is_dash && meant.find("..") == std::string::npos) {
      meant += "..";
    } else if (c == ' ' || c == ';') {
      if (!meant.ends_with(',')) meant += ',';
    } else if (c != '[' && c != ']') {
      meant += c;
    }
  }
  return meant;
}

[[noreturn]] void throw_bad_seeds(std::string_view text) {
  throw SpecError(fmt::format("--seeds {}: {}", text, kSeedsHelp));
}

std::vector<std::uint64_t> seeds_of(std::string_view text);

// Says what to write if that can be told.
[[noreturn]] void throw_meant_seeds(std::string_view text) {
  const std::string meant = meant_seeds(text);
  bool is_better = false;
  try {
    is_better = meant != trimmed(text) && !seeds_of(meant).empty();
  } catch (const SpecError&) {  // nor is that what was meant
  }
  if (!is_better) throw_bad_seeds(text);
  throw SpecError(fmt::format("--seeds {}: write --seeds {}", text, meant));
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

std::vector<std::uint64_t> seeds_of(std::string_view text) {
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

// The whole number that was written otherwise: 1e3, 1,000, 1_000; nothing if it is none.
std::optional<std::uint64_t> meant_count(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return c == ',' || c == '_' || c == ' ' || c == '\''; });
  const auto real = parse_number<double>(digits);
  constexpr double kLargest = 1e15;
  if (!real || *real < 0 || *real > kLargest || *real != std::floor(*real)) return std::nullopt;
  return static_cast<std::uint64_t>(*real);
}

}  // namespace

std::string write_instead(std::string_view text, std::uint64_t lo, std::uint64_t hi,
                          std::string_view unit) {
  const auto meant = meant_count(text);
  return meant && *meant >= lo && *meant <= hi ? fmt::format("; write {}{}", *meant, unit) : "";
}

std::uint64_t parse_count(std::string_view flag, std::string_view text, std::uint64_t lo,
                          std::uint64_t hi) {
  const auto value = parse_number<std::uint64_t>(text);
  if (value && *value >= lo && *value <= hi) return *value;
  throw SpecError(fmt::format("{} {}: expected a whole number from {} to {}{}", flag, text, lo, hi,
                              write_instead(text, lo, hi)));
}

std::uint32_t parse_numpy_seed(std::string_view text) {
  constexpr std::uint32_t kLargest = 0xffffffff;
  return static_cast<std::uint32_t>(parse_count("--seed", text, 0, kLargest));
}

double parse_positive(std::string_view flag, std::string_view text, std::string_view example) {
  const auto number = parse_number<double>(text);
  if (number && *number > 0 && *number < 1e300) return *number;
  throw SpecError(fmt::format("{} {}: expected a number above 0, as in {}", flag, text, example));
}

double parse_price(std::string_view text) {
  const std::string_view number = text.ends_with("/h") ? text.substr(0, text.size() - 2) : text;
  return parse_positive("--price", number, "2.5/h, of one worker");
}

double parse_real(std::string_view flag, std::string_view text) {
  const auto value = parse_number<double>(text);
  if (value) return *value;
  throw SpecError(fmt::format("{} {}: expected a number", flag, text));
}

std::vector<std::uint64_t> parse_seeds(std::string_view text) {
  constexpr std::string_view kOfOtherForms = "-:; []";
  const bool is_other = trimmed(text).find_first_of(kOfOtherForms) != std::string_view::npos &&
                        text.find(", ") == std::string_view::npos && !text.starts_with('-');
  if (is_other) throw_meant_seeds(text);
  return seeds_of(text);
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, ',')) parts.emplace_back(trimmed(part));
  return parts;
}

}  // namespace sweep
