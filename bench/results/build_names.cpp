#include "bench/results/build_names.hpp"

#include <algorithm>

namespace sweep {
namespace {

constexpr std::size_t kLeastDigits = 8;

bool is_told_apart(const std::string& id, const std::string& other, std::size_t digits) {
  return id == other || id.substr(0, digits) != other.substr(0, digits);
}

std::string shortest(const std::string& id, const std::vector<Provenance>& builds) {
  if (id.empty()) return "unknown build";
  std::size_t digits = kLeastDigits;
  const auto is_unique = [&](const Provenance& other) {
    return is_told_apart(id, other.build_id, digits);
  };
  while (!std::all_of(builds.begin(), builds.end(), is_unique)) ++digits;
  return id.substr(0, digits);
}

}  // namespace

std::size_t BuildNames::add(const Provenance& provenance) {
  const auto found = std::find_if(builds_.begin(), builds_.end(), [&](const Provenance& build) {
    return build.is_same_machine_code(provenance);
  });
  const auto place = static_cast<std::size_t>(found - builds_.begin());
  if (found == builds_.end()) builds_.push_back(provenance);
  return place;
}

std::vector<std::string> BuildNames::names() const {
  std::vector<std::string> names;
  for (const Provenance& build : builds_) {
    const auto has_its_id = [&](const Provenance& other) {
      return other.build_id == build.build_id;
    };
    const std::string name = shortest(build.build_id, builds_);
    const bool differs_by_cpu = std::count_if(builds_.begin(), builds_.end(), has_its_id) > 1;
    names.push_back(differs_by_cpu ? name + " on " + build.cpu : name);
  }
  return names;
}

}  // namespace sweep
