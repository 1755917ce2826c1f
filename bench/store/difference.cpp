#include "bench/store/difference.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <utility>

namespace sweep::detail {
namespace {

using Entries = std::map<std::string_view, std::string_view>;

Entries entries(std::string_view text) {
  constexpr std::string_view kBetween = ": ";
  Entries found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() < text.size() ? line.size() + 1 : line.size());
    const std::size_t colon = line.find(kBetween);
    if (colon == std::string_view::npos) continue;
    found.emplace(line.substr(0, colon), line.substr(colon + kBetween.size()));
  }
  return found;
}

std::string shown(const Entries& from, std::string_view key) {
  constexpr std::size_t kLongest = 60;
  const auto entry = from.find(key);
  if (entry == from.end()) return "none";
  const std::string_view value = entry->second;
  return std::string(value.substr(0, kLongest)) + (value.size() > kLongest ? "..." : "");
}

}  // namespace

std::string differences(std::string_view stored, std::string_view asked_for) {
  const Entries old_entries = entries(stored);
  const Entries new_entries = entries(asked_for);
  Entries all = old_entries;
  all.insert(new_entries.begin(), new_entries.end());
  std::string text;
  for (const auto& [key, value] : all) {
    const auto old_entry = old_entries.find(key);
    const auto new_entry = new_entries.find(key);
    if (old_entry != old_entries.end() && new_entry != new_entries.end() &&
        old_entry->second == new_entry->second) {
      continue;
    }
    text += fmt::format("{}{}: {} in the store, {} asked for", text.empty() ? "" : "; ", key,
                        shown(old_entries, key), shown(new_entries, key));
  }
  return text;
}

}  // namespace sweep::detail
