#include "algorithms/text/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "algorithms/text/excerpt.hpp"

namespace sweep {
namespace {

// Longer names are never suggested: keeps the quadratic table small on hostile input.
constexpr std::size_t kLongestName = 64;

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Capitals are as good as small letters.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

// The letters that both begin with.
std::size_t common_beginning(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && lower(a[i]) == lower(b[i])) ++i;
  return i;
}

// A name that is written longer or shorter than it is: "bayesian" and "baysian" for bayes. Three
// letters and three fifths of the name have to be there, or all of what was written.
std::string_view begins_alike(std::string_view name, std::span<const std::string_view> known) {
  constexpr std::size_t kFewestLetters = 3;
  std::size_t most = kFewestLetters - 1;
  std::string_view best;
  for (const std::string_view candidate : known) {
    const std::size_t alike = common_beginning(name, candidate);
    const bool is_near = 5 * alike >= 3 * candidate.size() || alike == name.size();
    if (!is_near || alike <= most) continue;
    best = candidate;
    most = alike;
  }
  return best;
}

}  // namespace

std::string_view nearest_name(std::string_view name, std::span<const std::string_view> known) {
  if (name.size() > kLongestName) return "";
  // A third of the letters wrong is still a slip; more is another word.
  std::size_t best_distance = std::max<std::size_t>(name.size() / 3, 1) + 1;
  std::string_view best;
  for (const std::string_view candidate : known) {
    if (candidate.size() > kLongestName) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance && distance < std::max(name.size(), candidate.size())) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.empty() ? begins_alike(name, known) : best;
}

std::string unknown_name(std::string_view kind, std::string_view name,
                         std::span<const std::string_view> known) {
  const std::string_view nearest = nearest_name(name, known);
  const std::string hint =
      nearest.empty() ? std::string() : fmt::format("did you mean \"{}\"? ", nearest);
  return fmt::format("{} \"{}\" is unknown; {}known: {}", kind, excerpt(name), hint,
                     fmt::join(known, ", "));
}

}  // namespace sweep
