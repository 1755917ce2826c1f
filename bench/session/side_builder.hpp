#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "bench/results/objective_info.hpp"
#include "bench/results/provenance.hpp"
#include "bench/results/record.hpp"
#include "bench/store/header.hpp"
#include "bench/verdict/side.hpp"

namespace sweep {

/// What a verdict calls a build: the first digits of its id.
std::string short_build(const std::string& build_id);

/// Makes a side of finished cells.
class SideBuilder {
 public:
  /// The objectives are those of all cells; `origin` is what messages call the cells' home.
  SideBuilder(const std::string& origin, const StoreHeader& header,
              std::span<const ObjectiveInfo> objectives, const Provenance& provenance);

  /// Adds a cell; its records are not read. Throws as final_loss().
  void add(const CellResult& result, std::optional<Descent> course);
  /// The side, its cells in order. Throws SpecError if a cell is there twice.
  Side take();

 private:
  std::size_t method_place(const std::string& method);
  std::size_t objective_place(const std::string& name) const;

  Side side_;
  std::map<std::string, std::size_t> methods_;  // places in the order of their first cells
};

}  // namespace sweep
