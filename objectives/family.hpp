#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "objectives/objective.hpp"

namespace sweep {

/// An objective that has numbers for a name: `bbob/f8/d5/i1`, function 8 in 5 dimensions,
/// instance 1.
struct FamilyMember {
  std::string family;
  int function;
  int dimension;
  int instance;
};

/// The member of a family that this objective is; options behind `?` are not looked at. Nothing for
/// any other objective, and for numbers that the family has not.
std::optional<FamilyMember> family_member(std::string_view objective);

/// `bbob/f8/d5/i1`
std::string to_text(const FamilyMember& member);

/// Functions first .. last of a family, which are alike.
struct FunctionGroup {
  std::string_view name;  // "1-separable"
  int first;
  int last;
};

/// The whole numbers first, first + step, ... up to last.
struct NumberRule {
  int first;
  int last;
  int step = 1;

  [[nodiscard]] bool allows(int number) const {
    return first <= number && number <= last && (number - first) % step == 0;
  }
};

/// Objectives named by function, dimension and instance: `NAME/fF/dD/iI`.
struct ObjectiveFamily {
  std::string_view name;
  std::string_view summary;
  std::string_view source;
  int first_function;
  int last_function;
  NumberRule dimensions;
  std::span<const int> default_dimensions;
  std::span<const int> default_instances;
  std::span<const FunctionGroup> groups;
  std::string_view (*function_name)(int function);
  Objective (*make)(const FamilyMember& member);  // its numbers are allowed

  [[nodiscard]] NumberRule functions() const { return {first_function, last_function}; }
  [[nodiscard]] NumberRule instances() const { return {1, kLastInstance}; }

  static constexpr int kLastInstance = 100'000;  // their seeds are 10000 apart, and below 2^31
};

/// Sorted by name.
std::span<const ObjectiveFamily> objective_families();

/// The family of this name; nothing if there is none.
const ObjectiveFamily* find_family(std::string_view name);

}  // namespace sweep
