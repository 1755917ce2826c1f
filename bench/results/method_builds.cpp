#include "bench/results/method_builds.hpp"

#include <fmt/format.h>

namespace sweep {
namespace {

MethodBuilds builds_of(const std::string& method, const std::set<std::size_t>& builds,
                       const BuildNames& all) {
  const std::vector<std::string> texts = all.names();
  std::map<std::string, Provenance> sorted;
  for (const std::size_t build : builds) sorted.emplace(texts[build], all.builds()[build]);
  MethodBuilds of{method, {}, {}};
  for (const auto& [name, source] : sorted) {
    of.names.push_back(name);
    of.sources.push_back(source);
  }
  return of;
}

}  // namespace

const std::string& method_of(const CellResult& result) {
  return result.method_key.empty() ? result.cell.method : result.method_key;
}

std::string method_title(std::string_view method, std::string_view build) {
  return build.empty() ? std::string(method) : fmt::format("{} @ {}", method, build);
}

std::size_t BuildsOfMethods::add(const std::string& method, const Provenance& provenance) {
  const std::size_t build = names_.add(provenance);
  by_method_[method].insert(build);
  return build;
}

std::string BuildsOfMethods::name_of(const std::string& method, std::size_t build) const {
  return by_method_.at(method).size() > 1 ? names_.names()[build] : "";
}

std::vector<MethodBuilds> BuildsOfMethods::of_methods_with_several() const {
  std::vector<MethodBuilds> several;
  for (const auto& [method, builds] : by_method_) {
    if (builds.size() > 1) several.push_back(builds_of(method, builds, names_));
  }
  return several;
}

}  // namespace sweep
