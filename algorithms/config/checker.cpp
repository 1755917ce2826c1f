#include "algorithms/config/checker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "algorithms/config/meant.hpp"
#include "algorithms/config/scalar.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

constexpr std::size_t kLongestShown = 60;

/// The text without control characters, and cut between two characters if it is long.
std::string on_one_line(std::string text) {
  if (text.size() > kLongestShown) {
    std::size_t end = kLongestShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end) + "...";
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

bool is_whole(const Node& node) {
  const auto value = number(node);
  return value && std::isfinite(*value) && *value == std::floor(*value);
}

// NaN passes these comparisons, as it does at W&B; corrected, the distributions refuse it.
bool is_above_zero(const Node& node) {
  const auto value = number(node);
  return value && !(*value <= 0);
}
bool is_zero_or_above(const Node& node) {
  const auto value = number(node);
  return value && !(*value < 0);
}

bool is_one_of(const Node& node, std::span<const std::string_view> words) {
  const auto* word = node.as<std::string>();
  return word && std::find(words.begin(), words.end(), *word) != words.end();
}

/// `"latest", "best" or "worst"`
std::string alternatives(const ValueRule& rule) {
  std::string all(rule.expected);
  for (std::size_t i = 0; i < rule.words.size(); ++i) {
    const bool is_last = i + 1 == rule.words.size();
    if (!all.empty()) all += is_last ? " or " : ", ";
    all += fmt::format("\"{}\"", rule.words[i]);
  }
  return all;
}

/// What may have gone wrong with a value that does not fit.
std::string hint(const Node& node, const ValueRule& rule) {
  const auto* text = node.as<std::string>();
  if (!text) return "";
  const std::string_view nearest = nearest_name(*text, rule.words);
  if (!nearest.empty()) return fmt::format("; did you mean \"{}\"?", nearest);
  if (!node.is_plain || !rule.words.empty()) return "";
  const Value value = resolve_plain(*text, ScalarRules::lenient).value;
  if (!value.as<double>()) return "";
  return fmt::format("; W&B reads {} as text, write {}", *text,
                     format_yaml_real(sweep::number(value)));
}

}  // namespace

const std::string_view kIgnoredByWandb = "; W&B warns of it and runs the sweep";

const ValueRule kAnything{[](const Node&) { return true; }, "anything", {}};
const ValueRule kText{[](const Node& n) { return n.as<std::string>() != nullptr; }, "text", {}};
const ValueRule kBoolean{
    [](const Node& n) { return n.as<bool>() != nullptr; }, "true or false", {}};
const ValueRule kList{[](const Node& n) { return n.list() != nullptr; }, "a list", {}};
const ValueRule kFilledList{[](const Node& n) { return n.list() && !n.list()->empty(); },
                            "a list with at least one value",
                            {}};
const ValueRule kMap{[](const Node& n) { return n.map() != nullptr; }, "a map", {}};
const ValueRule kFilledMap{[](const Node& n) { return n.map() && !n.map()->empty(); },
                           "a map with at least one entry",
                           {}};
const ValueRule kNumber{[](const Node& n) { return number(n).has_value(); }, "a number", {}};
const ValueRule kInteger{
    [](const Node& n) { return n.as<std::int64_t>() != nullptr; }, "an integer", {}};
const ValueRule kWhole{is_whole, "a whole number", {}};
const ValueRule kWholeAboveZero{
    [](const Node& n) { return is_whole(n) && *number(n) > 0; }, "a whole number above 0", {}};
const ValueRule kAboveZero{is_above_zero, "a number above 0", {}};
const ValueRule kZeroOrAbove{is_zero_or_above, "a number >= 0", {}};

std::optional<double> number(const Node& node) {
  if (const auto* integer = node.as<std::int64_t>()) return static_cast<double>(*integer);
  if (const auto* real = node.as<double>()) return *real;
  return std::nullopt;
}

std::optional<double> number(const Node& map, std::string_view key) {
  const NodeEntry* entry = find(map, key);
  return entry ? number(entry->value) : std::nullopt;
}

const std::string* text(const Node& map, std::string_view key) {
  const NodeEntry* entry = find(map, key);
  return entry ? entry->value.as<std::string>() : nullptr;
}

std::string shown(const Node& node) {
  if (node.list()) return node.list()->empty() ? "an empty list" : "a list";
  if (node.map()) return node.map()->empty() ? "an empty map" : "a map";
  return node.scalar()->is_null() ? "nothing" : on_one_line(to_json(*node.scalar()));
}

std::string shown_key(const Node& key) {
  const auto* name = key.as<std::string>();
  return on_one_line(name ? *name : to_json(*key.scalar()));
}

void Checker::error(Mark mark, const std::string& path, std::string text) {
  errors_.push_back({mark, path, std::move(text)});
}

void Checker::warn(Mark mark, const std::string& path, std::string text) {
  warnings_.push_back({mark, path, std::move(text)});
}

void Checker::error_at_next(Mark mark, const std::string& path, std::string text) {
  (is_wandb() ? next_errors_ : errors_).push_back({mark, path, std::move(text)});
}

void Checker::error_at_stop(Mark mark, const std::string& path, std::string text) {
  (is_wandb() ? stop_errors_ : errors_).push_back({mark, path, std::move(text)});
}

void Checker::complain(Mark mark, const std::string& path, const std::string& text) {
  if (is_wandb()) {
    error(mark, path, text);
  } else {
    warn(mark, path, text + std::string(kIgnoredByWandb));
  }
}

void Checker::take_as_warnings(const Checker& other, std::string_view note) {
  for (const Diagnostic& said : other.errors()) {
    warn(said.mark, said.path, said.text + std::string(note));
  }
  warnings_.insert(warnings_.end(), other.warnings_.begin(), other.warnings_.end());
}

bool Checker::section(Mark mark, const Node& map, const std::string& path,
                      std::span<const KeyRule> rules, UnknownKeys unknown) {
  if (!value(map, path, kMap)) return false;
  const std::size_t errors_before = errors_.size();
  for (const NodeEntry& item : *map.map()) {
    const auto* name = item.key.as<std::string>();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const KeyRule& r) {
      return name && r.name == *name && knows(r);
    });
    if (rule == rules.end()) {
      unknown_key(item.key, path, rules, unknown);
    } else {
      entry(item, path.empty() ? *name : path + "." + *name, *rule);
    }
  }
  for (const KeyRule& rule : rules) {
    if (!rule.is_required || find(map, rule.name)) continue;
    error(mark, path,
          fmt::format("{} is missing; expected {}", rule.name, alternatives(*rule.value)));
  }
  return errors_.size() == errors_before;
}

void Checker::entry(const NodeEntry& entry, const std::string& path, const KeyRule& rule) {
  if (!rule.is_ignored || is_wandb()) {
    value(entry.value, path, *rule.value);
    return;
  }
  Checker lenient(behaviour_);
  lenient.value(entry.value, path, *rule.value);
  take_as_warnings(lenient, kIgnoredByWandb);
}

bool Checker::value(const Node& node, const std::string& path, const ValueRule& rule) {
  if (is_one_of(node, rule.words) || (rule.holds && rule.holds(node))) return true;
  error(node.mark, path,
        fmt::format("expected {}, got {}{}", alternatives(rule), shown(node), hint(node, rule)));
  return false;
}

void Checker::unknown_key(const Node& key, const std::string& path, std::span<const KeyRule> rules,
                          UnknownKeys unknown) {
  std::vector<std::string_view> known;
  for (const KeyRule& rule : rules) {
    if (knows(rule)) known.push_back(rule.name);
  }
  std::sort(known.begin(), known.end());
  const std::string_view meant = name_meant(shown_key(key), known);
  const std::string text = unknown_name("key", shown_key(key), known, meant);
  if (unknown == UnknownKeys::refused) {
    error(key.mark, path, text);
  } else if (meant.empty()) {
    complain(key.mark, path, text);
  } else {
    complain(key.mark, path,
             fmt::format("key \"{}\" is unknown; did you mean \"{}\"?", shown_key(key), meant));
  }
}

}  // namespace sweep
