#include "bench/cli/export_rows.hpp"

#include <optional>
#include <vector>

#include "bench/experiment/trial_count.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"
#include "bench/terminal/progress.hpp"
#include "objectives/catalog.hpp"
#include "objectives/family.hpp"

namespace sweep {
namespace {

std::optional<FamilyLabel> label_of(const std::string& objective) {
  const auto member = family_member(objective);
  if (!member) return std::nullopt;
  return FamilyLabel{member->family, member->function, member->instance};
}

// Cells of one objective follow one another.
std::vector<SearchSpace> spaces_of(const StoredResults& stored) {
  std::vector<SearchSpace> spaces;
  const std::string* last = nullptr;
  for (const CellResult& result : stored.cells) {
    const std::string& objective = result.cell.objective;
    if (last && *last == objective) {
      spaces.push_back(spaces.back());
    } else {
      spaces.push_back(make_objective(objective, stored.experiment.space).space());
    }
    last = &objective;
  }
  return spaces;
}

bool write_cells(FlatFormat format, const StoredResults& stored, const TakeText& take) {
  const std::vector<SearchSpace> spaces = spaces_of(stored);
  take(cell_header(format));
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    if (interrupt_requested()) return false;
    const CellResult& result = stored.cells[i];
    take(cell_row(format, result, dimension_of(spaces[i]), label_of(result.cell.objective)));
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
