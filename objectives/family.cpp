#include "objectives/family.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "algorithms/text/text.hpp"

namespace sweep {
namespace {

// The number of "f8", behind its letter.
std::optional<int> numbered(std::string_view part, char letter) {
  if (part.size() < 2 || part[0] != letter || part[1] == '-') return std::nullopt;
  return parse_number<int>(part.substr(1));
}

}  // namespace

const ObjectiveFamily* find_family(std::string_view name) {
  const auto families = objective_families();
  const auto found = std::find_if(families.begin(), families.end(),
                                  [&](const ObjectiveFamily& row) { return row.name == name; });
  return found == families.end() ? nullptr : &*found;
}

std::optional<FamilyMember> family_member(std::string_view objective) {
  const auto parts = split(trimmed(objective.substr(0, objective.find('?'))), '/');
  const ObjectiveFamily* const family = parts.size() == 4 ? find_family(parts[0]) : nullptr;
  if (family == nullptr) return std::nullopt;
  const auto function = numbered(parts[1], 'f');
  const auto dimension = numbered(parts[2], 'd');
  const auto instance = numbered(parts[3], 'i');
  if (!function || !family->functions().allows(*function)) return std::nullopt;
  if (!dimension || !family->dimensions.allows(*dimension)) return std::nullopt;
  if (!instance || !family->instances().allows(*instance)) return std::nullopt;
  return FamilyMember{std::string(family->name), *function, *dimension, *instance};
}

std::string to_text(const FamilyMember& member) {
  return fmt::format("{}/f{}/d{}/i{}", member.family, member.function, member.dimension,
                     member.instance);
}

}  // namespace sweep
