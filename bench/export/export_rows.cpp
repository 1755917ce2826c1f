#include "bench/export/export_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
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

// Cells of one objective follow one another.
std::vector<SearchSpace> spaces_of(const StoredResults& stored) {
  std::vector<SearchSpace> spaces;
  const std::string* last = nullptr;
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    const ObjectiveInfo& objective = stored.objective(stored.cells[i].cell);
    const bool is_same = last && *last == objective.name && !objective.space.empty();
    spaces.push_back(is_same ? spaces.back() : space_of(stored, i));
    last = &objective.name;
  }
  return spaces;
}

void append_categories(const SearchSpace& space, std::vector<std::string>& texts) {
  for (const Parameter& parameter : space) {
    const auto* const categories = std::get_if<Categorical>(&parameter.distribution);
    if (categories == nullptr) continue;
    for (const Value& value : categories->values()) {
      if (const auto* text = value.as<std::string>()) texts.push_back(*text);
    }
  }
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
  const std::vector<SearchSpace> spaces = spaces_of(stored);
  const std::vector<std::string> parameters = parameter_names(spaces);
  take(record_header(format, parameters));
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    if (stop) return false;
    write_records(format, stored.whole(i), spaces[i], parameters, take);
    observer.cell_ended();
  }
  return true;
}

}  // namespace

std::optional<std::string> formula_in(RowKind kind, const StoredResults& stored) {
  std::vector<std::string> texts;
  for (const CellResult& result : stored.cells) {
    texts.insert(texts.end(), {result.cell.method, result.cell.objective});
    if (kind == RowKind::cells) texts.push_back(method_of(result));
  }
  if (kind == RowKind::records) {
    for (const SearchSpace& space : spaces_of(stored)) append_categories(space, texts);
  }
  const auto found = std::find_if(texts.begin(), texts.end(), looks_like_formula);
  return found == texts.end() ? std::nullopt : std::optional(*found);
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
