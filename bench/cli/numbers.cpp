#include "bench/cli/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "algorithms/space/error.hpp"

namespace sweep {
namespace {

constexpr std::uint64_t kMostSeeds = 10'000'000;
constexpr std::string_view kSeedsHelp =
    "expected a count (20), a range (3..7), or several joined with commas (1,5,10..20)";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

template <class T>
bool parse_all(std::string_view text, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

[[noreturn]] void throw_bad_seeds(std::string_view text) {
  throw SpecError(fmt::format("--seeds {}: {}", text, kSeedsHelp));
}

// Appends the seeds of one part: "5", or "10..20".
void append_seeds(std::string_view text, std::string_view part, std::vector<std::uint64_t>& seeds) {
  const auto dots = part.find("..");
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  if (!parse_all(part.substr(0, dots), first)) throw_bad_seeds(text);
  last = first;
  if (dots != std::string_view::npos && !parse_all(part.substr(dots + 2), last)) {
    throw_bad_seeds(text);
  }
  if (last < first || last > kLargestSeed) throw_bad_seeds(text);
  if (last - first >= kMostSeeds - seeds.size()) {
    throw SpecError(fmt::format("--seeds {}: more than {} seeds", text, kMostSeeds));
  }
  for (std::uint64_t seed = first; seed <= last; ++seed) seeds.push_back(seed);
}

}  // namespace

std::uint64_t parse_count(std::string_view flag, std::string_view text, std::uint64_t lo,
                          std::uint64_t hi) {
  std::uint64_t value = 0;
  if (parse_all(text, value) && value >= lo && value <= hi) return value;
  throw SpecError(fmt::format("{} {}: expected a whole number from {} to {}", flag, text, lo, hi));
}

double parse_real(std::string_view flag, std::string_view text) {
  double value = 0;
  if (parse_all(text, value)) return value;
  throw SpecError(fmt::format("{} {}: expected a number", flag, text));
}

std::vector<std::uint64_t> parse_seeds(std::string_view text) {
  const std::vector<std::string> parts = split(text, ',');
  std::vector<std::uint64_t> seeds;
  if (parts.size() == 1 && parts[0].find("..") == std::string::npos) {
    append_seeds(text, fmt::format("1..{}", parse_count("--seeds", parts[0], 1, kMostSeeds)),
                 seeds);
    return seeds;
  }
  for (const std::string& part : parts) append_seeds(text, part, seeds);
  return seeds;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

}  // namespace sweep
