#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bench/results/build_names.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// What tells a cell's method from others: its whole text, with options however they were given.
const std::string& method_of(const CellResult& result);

/// A method of one build, as it is called wherever several stand beside one another: "tpe", or
/// "tpe @ 3f2a91c0" where the method has cells of several builds.
std::string method_title(std::string_view method, std::string_view build);

/// The builds of a method that has cells of several.
struct MethodBuilds {
  std::string method;
  std::vector<std::string> names;   // short ones, sorted
  std::vector<Provenance> sources;  // of each name
};

/// The builds of all cells, and which method has cells of which.
class BuildsOfMethods {
 public:
  /// The place of the build among all. Names are told apart once all are added.
  std::size_t add(const std::string& method, const Provenance& provenance);

  /// The build's short name; "" for a method with cells of one build only.
  [[nodiscard]] std::string name_of(const std::string& method, std::size_t build) const;
  [[nodiscard]] std::vector<MethodBuilds> of_methods_with_several() const;

 private:
  BuildNames names_;
  std::map<std::string, std::set<std::size_t>> by_method_;
};

}  // namespace sweep
