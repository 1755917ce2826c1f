#include "bench/experiment/describe_objective.hpp"

#include <fmt/format.h>

#include <optional>

#include "algorithms/config/space_text.hpp"
#include "bench/experiment/trial_count.hpp"
#include "objectives/family.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

std::string group_of(const FamilyMember& member, const ObjectiveFamily& family) {
  for (const FunctionGroup& group : family.groups) {
    if (group.first <= member.function && member.function <= group.last) {
      return std::string(group.name);
    }
  }
  return fmt::format("f{}", member.function);
}

void add_family(const FamilyMember& member, ObjectiveInfo& info) {
  const ObjectiveFamily& family = *find_family(member.family);
  info.family = member.family;
  info.function = member.function;
  info.instance = member.instance;
  info.function_name = family.function_name(member.function);
  info.group = group_of(member, family);
  const std::size_t question = info.name.find('?');
  if (question != std::string::npos) info.options = info.name.substr(question);
}

std::string name_in_any_dimension(const std::string& name) {
  NamedOptions spec = parse_objective(name);
  spec.options.erase("dim");
  return to_text(spec);
}

}  // namespace

ObjectiveInfo describe(const std::string& name, const Objective& objective) {
  ObjectiveInfo info;
  info.name = name;
  info.space = space_text(objective.space());
  info.dimension = static_cast<int>(dimension_of(objective.space()));
  info.max_step = objective.max_step();
  if (const auto optimum = objective.optimum()) info.optimum = optimum->value;
  info.is_noisy = objective.is_noisy();
  if (const auto member = family_member(name)) {
    add_family(*member, info);
  } else {
    info.function_name = name_in_any_dimension(name);
  }
  return info;
}

}  // namespace sweep
