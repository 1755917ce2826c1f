#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sweep {

/// A published method by its own name: a searcher beside a scheduler, whose options are its own.
struct MethodAlias {
  std::string_view name;
  std::string_view searcher;
  std::string_view scheduler;
  std::string_view summary;
  std::string_view source;
};

/// Sorted by name; none is a searcher's or a scheduler's.
inline constexpr std::array kMethodAliases{
    MethodAlias{"bohb", "kde", "hyperband", "kde+hyperband; its options are those of hyperband",
                "Falkner, Klein, Hutter 2018, arXiv 1807.01774"},
    MethodAlias{"dehb", "evolution", "fresh-rungs",
                "evolution+fresh-rungs; its options are those of fresh-rungs",
                "Awad, Mallik, Hutter 2021, arXiv 2105.09821"},
    MethodAlias{"priorband", "prior", "hyperband",
                "prior+hyperband; its options are those of hyperband, and what is believed to be "
                "good is --set 'prior.defaults=lr:0.01;layers:3'",
                "Mallik et al. 2023, arXiv 2306.12370"},
};

/// nullptr if there is none of this name.
constexpr const MethodAlias* find_method_alias(std::string_view name) {
  const auto* const found =
      std::find_if(kMethodAliases.begin(), kMethodAliases.end(),
                   [&](const MethodAlias& alias) { return alias.name == name; });
  return found == kMethodAliases.end() ? nullptr : found;
}

}  // namespace sweep
