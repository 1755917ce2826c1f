#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/search/catalog.hpp"

namespace sweep {

/// A row of the catalogue, as it is or with one of its switches turned.
struct SearcherVariant {
  SearcherRow row;
  Settings settings;
};

inline std::string name_of(const SearcherVariant& variant) {
  std::string name(variant.row.name);
  for (const auto& [option, value] : variant.settings) name += "_with_" + option + "_" + value;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// Every row of the catalogue, and each again with each of its switches turned.
inline std::vector<SearcherVariant> searcher_variants() {
  std::vector<SearcherVariant> all;
  for (const SearcherRow& row : searcher_catalog()) {
    all.push_back({row, {}});
    for (const OptionRow& option : row.options()) {
      if (option.allowed != "true or false") continue;
      const std::string turned = option.default_value == "true" ? "false" : "true";
      all.push_back({row, {{std::string(option.name), turned}}});
    }
  }
  return all;
}

}  // namespace sweep
