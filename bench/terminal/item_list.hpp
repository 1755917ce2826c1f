#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "algorithms/text/options.hpp"
#include "algorithms/text/value.hpp"

namespace sweep {

/// One thing that there is, as `list` shows it.
struct Item {
  std::string name;
  std::string summary;
  std::string source;
  std::vector<OptionRow> options;
  std::string group = {};  // the heading it stands under; items of a group follow one another
};

/// Items with all of the words in their names, summaries or groups; capitals do not count.
std::vector<Item> matching(std::vector<Item> items, std::span<const std::string> words);

/// The items with their options, in lines of at most `width` columns if that is said. Options that
/// are among `shared` are written once, below all of them, behind `shared_heading`.
std::string items_text(std::span<const Item> items, std::span<const OptionRow> shared,
                       const std::string& shared_heading, std::optional<std::size_t> width);

/// Each with its name, summary, source and all of its options.
Value items_json(std::span<const Item> items);

}  // namespace sweep
