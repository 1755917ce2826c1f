#include "bench/export/export_rows.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "algorithms/config/space_text.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"
#include "bench/terminal/progress.hpp"

namespace sweep {
namespace {

std::optional<FamilyLabel> label_of(const ObjectiveInfo& objective) {
  if (objective.family.empty()) return std::nullopt;
  return FamilyLabel{objective.family, objective.function, objective.instance};
}

std::optional<std::size_t> dimension_of(const ObjectiveInfo& objective) {
  if (objective.space.empty()) return std::nullopt;
  return static_cast<std::size_t>(objective.dimension);
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

bool write_cells(FlatFormat format, const StoredResults& stored, const TakeText& take) {
  take(cell_header(format));
  for (const CellResult& result : stored.cells) {
    if (interrupt_requested()) return false;
    const ObjectiveInfo& objective = stored.objective(result.cell);
    take(cell_row(format, result, dimension_of(objective), label_of(objective)));
  }
  return true;
}

bool write_all_records(FlatFormat format, const StoredResults& stored, bool shows_progress,
                       const TakeText& take) {
  const std::vector<SearchSpace> spaces = spaces_of(stored);
  const std::vector<std::string> parameters = parameter_names(spaces);
  ProgressLine progress(stored.cells.size(), shows_progress);
  take(record_header(format, parameters));
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    if (interrupt_requested()) return false;
    write_records(format, stored.whole(i), spaces[i], parameters, take);
    progress.advance();
  }
  return true;
}

bool write_rows(FlatFormat format, RowKind kind, const StoredResults& stored, bool shows_progress,
                const TakeText& take) {
  if (kind == RowKind::cells) return write_cells(format, stored, take);
  return write_all_records(format, stored, shows_progress, take);
}

}  // namespace

bool export_rows(FlatFormat format, RowKind kind, const StoredResults& stored,
                 const std::string& out, bool shows_progress) {
  if (out.empty() || out == "-") return write_rows(format, kind, stored, false, print_text);
  OutputTarget target(out, OutputTarget::Kind::file);
  OutputFile file(target.partial());
  const auto take = [&](std::string_view text) { file.write(text); };
  if (!write_rows(format, kind, stored, shows_progress, take)) return false;
  file.close();
  target.complete();
  return true;
}

}  // namespace sweep
