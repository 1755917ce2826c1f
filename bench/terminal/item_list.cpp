#include "bench/terminal/item_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "algorithms/text/wrap.hpp"

namespace sweep {
namespace {

constexpr std::size_t kWidestName = 26;  // longer ones have a line of their own
constexpr std::size_t kOptionIndent = 4;
constexpr std::size_t kHang = 2;  // of an option's further lines

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

/// How the lines of a list are laid out.
struct Layout {
  std::size_t name_width;
  std::optional<std::size_t> width;

  // Lines after the first begin at `indent`; there is room for them.
  [[nodiscard]] std::string fitted(const std::string& text, std::size_t indent) const {
    return width ? wrapped(text, *width - indent, indent) : text;
  }
};

Layout layout_of(std::span<const Item> items, std::optional<std::size_t> width) {
  std::size_t name_width = 0;
  for (const Item& item : items) {
    const bool has_own_line = width && item.name.size() > kWidestName;
    if (!has_own_line) name_width = std::max(name_width, item.name.size());
  }
  return {name_width, width};
}

std::string option_line(const OptionRow& option, const Layout& layout) {
  const std::string standard =
      option.default_value.empty() ? "" : fmt::format(" (default {})", option.default_value);
  const std::string text =
      fmt::format("{}: {}; {}{}", option.name, option.help, option.allowed, standard);
  const std::size_t indent = layout.name_width + kOptionIndent;
  return std::string(indent, ' ') + layout.fitted(text, indent + kHang) + "\n";
}

std::string item_line(const Item& item, const Layout& layout) {
  const std::string source = item.source.empty() ? "" : fmt::format("  [{}]", item.source);
  const std::size_t indent = layout.name_width + 2;
  const std::string text = layout.fitted(item.summary + source, indent);
  if (item.name.size() > layout.name_width) {
    return fmt::format("{}\n{}{}\n", item.name, std::string(indent, ' '), text);
  }
  return fmt::format("{:<{}}  {}\n", item.name, layout.name_width, text);
}

bool is_among(std::span<const OptionRow> options, std::string_view name) {
  return std::any_of(options.begin(), options.end(),
                     [&](const OptionRow& option) { return option.name == name; });
}

Value option_json(const OptionRow& option) {
  return Map{{"name", std::string(option.name)},
             {"default", option.default_value},
             {"allowed", option.allowed},
             {"help", std::string(option.help)}};
}

}  // namespace

std::vector<Item> matching(std::vector<Item> items, std::span<const std::string> words) {
  std::erase_if(items, [&](const Item& item) {
    const std::string text = lower(item.name + "\n" + item.summary + "\n" + item.group);
    return !std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return text.find(lower(word)) != std::string::npos;
    });
  });
  return items;
}

std::string items_text(std::span<const Item> items, std::span<const OptionRow> shared,
                       const std::string& shared_heading, std::optional<std::size_t> width) {
  const Layout layout = layout_of(items, width);
  std::string text;
  std::string group;
  for (const Item& item : items) {
    if (item.group != group) text += fmt::format("{}{}:\n", text.empty() ? "" : "\n", item.group);
    group = item.group;
    text += item_line(item, layout);
    for (const OptionRow& option : item.options) {
      if (!is_among(shared, option.name)) text += option_line(option, layout);
    }
  }
  if (shared.empty()) return text;
  text += "\n" + layout.fitted(shared_heading, 0) + "\n";
  for (const OptionRow& option : shared) text += option_line(option, {0, width});
  return text;
}

Value items_json(std::span<const Item> items) {
  List all;
  for (const Item& item : items) {
    List options;
    for (const OptionRow& option : item.options) options.push_back(option_json(option));
    all.push_back(Map{{"name", item.name},
                      {"summary", item.summary},
                      {"source", item.source},
                      {"options", options}});
  }
  return all;
}

}  // namespace sweep
