#include "bench/export/export_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "algorithms/config/space_text.hpp"
#include "bench/reports/flat/csv.hpp"
#include "bench/results/build_names.hpp"
#include "bench/results/method_builds.hpp"
#include "bench/terminal/output_target.hpp"

namespace sweep {
namespace {

std::optional<FamilyLabel> label_of(const ObjectiveInfo& objective) {
  if (objective.family.empty()) return std::nullopt;
  return FamilyLabel{objective.family, objective.function, objective.instance};
}

// Stands for a space that nobody has described: x1, x2, ..., whose values are taken as reals.
SearchSpace nameless_space(const CellResult& result) {
  const std::size_t width =
      result.records.empty() ? 1 : result.points.size() / result.records.size();
  std::vector<Parameter> parameters;
  for (std::size_t i = 0; i < width; ++i) {
    parameters.push_back({fmt::format("x{}", i + 1), Uniform{0, 1}});
  }
  return SearchSpace(std::move(parameters));
}

SearchSpace space_of(const StoredResults& stored, std::size_t cell) {
  const std::string& text = stored.objective(stored.cells[cell].cell).space;
  return text.empty() ? nameless_space(stored.whole(cell)) : read_space_text(text, stored.path);
}

/// The spaces of a store's cells. Cells of one objective follow one another, and share a space.
struct SpacesOfCells {
  std::vector<SearchSpace> spaces;
  std::vector<std::size_t> place;  // of each cell's

  [[nodiscard]] const SearchSpace& of(std::size_t cell) const { return spaces[place[cell]]; }
};

SpacesOfCells spaces_of(const StoredResults& stored) {
  SpacesOfCells all;
  all.place.reserve(stored.cells.size());
  const std::string* last = nullptr;
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    const ObjectiveInfo& objective = stored.objective(stored.cells[i].cell);
    const bool is_same = last && *last == objective.name && !objective.space.empty();
    if (!is_same) all.spaces.push_back(space_of(stored, i));
    all.place.push_back(all.spaces.size() - 1);
    last = &objective.name;
  }
  return all;
}

const std::string* formula_among(std::initializer_list<const std::string*> texts) {
  const auto found = std::find_if(texts.begin(), texts.end(), [](const std::string* text) {
    return looks_like_formula(*text);
  });
  return found == texts.end() ? nullptr : *found;
}

std::optional<std::string> formula_in(const SearchSpace& space) {
  for (const Parameter& parameter : space) {
    const auto* const categories = std::get_if<Categorical>(&parameter.distribution);
    if (categories == nullptr) continue;
    for (const Value& value : categories->values()) {
      const auto* const text = value.as<std::string>();
      if (text && looks_like_formula(*text)) return *text;
    }
  }
  return std::nullopt;
}

/// The short names of the builds, in the order of a store's provenances.
std::vector<std::string> build_names(const StoredResults& stored) {
  BuildNames builds;
  std::vector<std::size_t> places;
  places.reserve(stored.provenances.size());
  for (const Provenance& provenance : stored.provenances) places.push_back(builds.add(provenance));
  const std::vector<std::string> names = builds.names();
  std::vector<std::string> all;
  all.reserve(places.size());
  for (const std::size_t place : places) all.push_back(names[place]);
  return all;
}

bool write_cells(FlatFormat format, const StoredResults& stored, const TakeText& take,
                 const std::atomic<bool>& stop, CellObserver& observer) {
  const std::vector<std::string> builds = build_names(stored);
  take(cell_header(format));
  for (const CellResult& result : stored.cells) {
    if (stop) return false;
    const ObjectiveInfo& objective = stored.objective(result.cell);
    take(cell_row(format, result,
                  {objective.dimension, label_of(objective), builds[result.provenance]}));
    observer.cell_ended();
  }
  return true;
}

bool write_all_records(FlatFormat format, const StoredResults& stored, const TakeText& take,
                       const std::atomic<bool>& stop, CellObserver& observer) {
  const SpacesOfCells spaces = spaces_of(stored);
  const std::vector<std::string> parameters = parameter_names(spaces.spaces);
  take(record_header(format, parameters));
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    if (stop) return false;
    write_records(format, stored.whole(i), spaces.of(i), parameters, take);
    observer.cell_ended();
  }
  return true;
}

}  // namespace

std::optional<std::string> formula_in(RowKind kind, const StoredResults& stored) {
  for (const CellResult& result : stored.cells) {
    const Cell& cell = result.cell;
    const std::string& last = kind == RowKind::cells ? method_of(result) : cell.method;
    const std::string* const found = formula_among({&cell.method, &cell.objective, &last});
    if (found) return *found;
  }
  if (kind == RowKind::cells) return std::nullopt;
  for (const SearchSpace& space : spaces_of(stored).spaces) {
    if (auto found = formula_in(space)) return found;
  }
  return std::nullopt;
}

bool write_rows(const RowFormat& format, const StoredResults& stored, const TakeText& take,
                const std::atomic<bool>& stop, CellObserver& observer) {
  observer.begin(stored.cells.size());
  const auto write = format.kind == RowKind::cells ? write_cells : write_all_records;
  return write(format.format, stored, take, stop, observer);
}

bool export_rows(const RowFormat& format, const StoredResults& stored, const std::string& out,
                 const std::atomic<bool>& stop, CellObserver& observer) {
  OutputTarget target(out, OutputTarget::Kind::file);
  OutputFile file(target.partial());
  const auto take = [&](std::string_view text) { file.write(text); };
  if (!write_rows(format, stored, take, stop, observer)) return false;
  file.close();
  target.complete();
  return true;
}

}  // namespace sweep
