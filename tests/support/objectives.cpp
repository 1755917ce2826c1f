#include "tests/support/objectives.hpp"

#include "objectives/catalog.hpp"
#include "objectives/family.hpp"

namespace sweep {

std::vector<std::string> first_members() {
  std::vector<std::string> names;
  for (const ObjectiveFamily& family : objective_families()) {
    for (int f = family.first_function; f <= family.last_function; ++f) {
      names.push_back(
          to_text(FamilyMember{std::string(family.name), f, family.dimensions.first, 1}));
    }
  }
  return names;
}

std::vector<std::string> every_objective() {
  std::vector<std::string> names;
  for (const ObjectiveRow& row : objective_catalog()) names.emplace_back(row.name);
  for (std::string& name : first_members()) names.push_back(std::move(name));
  return names;
}

}  // namespace sweep
