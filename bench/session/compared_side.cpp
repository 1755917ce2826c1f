#include "bench/session/compared_side.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/results/cell_descents.hpp"
#include "bench/session/approved_summary.hpp"
#include "bench/session/side_builder.hpp"
#include "bench/session/stored_results.hpp"

namespace sweep {
namespace {

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

// The longest part before a colon that is a file, and the method behind it.
std::optional<SideName> file_and_method(const std::string& text) {
  if (is_file(text)) return SideName{text, text, std::nullopt};
  for (std::size_t colon = text.rfind(':'); colon != std::string::npos && colon > 0;
       colon = text.rfind(':', colon - 1)) {
    const std::string path = text.substr(0, colon);
    if (is_file(path)) return SideName{text, path, text.substr(colon + 1)};
  }
  return std::nullopt;
}

std::optional<Descent> course_of(const StoredResults& stored, std::size_t cell,
                                 const ObjectiveInfo& info) {
  if (info.max_step == 1) return std::nullopt;
  const auto descents = descents_of(stored.whole(cell), info, stored.header.record);
  return descents ? descents->steps : std::nullopt;
}

void refuse_another_build(const StoredResults& stored, const CellResult& result) {
  const Provenance& first = stored.provenances.at(stored.cells.front().provenance);
  if (stored.provenances.at(result.provenance).is_same_machine_code(first)) return;
  throw SpecError(fmt::format(
      "{}: its cells are of several builds or CPUs, which are no one side of a comparison",
      stored.path));
}

ReadSide from_store(const SideName& name) {
  const StoredResults stored(name.path);
  if (stored.cells.empty()) {
    throw SpecError(name.path + ": the store has no finished cell: nothing was measured");
  }
  SideBuilder builder(stored.path, stored.header, stored.objectives,
                      stored.provenances.at(stored.cells.front().provenance));
  const ManyReads reads(stored.store);
  for (std::size_t i = 0; i < stored.cells.size(); ++i) {
    const CellResult& result = stored.cells[i];
    refuse_another_build(stored, result);
    builder.add(result, course_of(stored, i, stored.objective(result.cell)));
  }
  ReadSide read{builder.take(), {}};
  if (auto warning = unfinished_warning(stored)) read.warnings.push_back(*std::move(warning));
  return read;
}

ReadSide from_file(const SideName& name) {
  ReadSide read =
      is_approved_summary(name.path) ? ReadSide{read_approved(name.path), {}} : from_store(name);
  read.side.label = name.label;
  return read;
}

Side only(const std::string& method, const Side& side) {
  const auto found = std::find(side.methods.begin(), side.methods.end(), method);
  if (found == side.methods.end()) {
    const std::vector<std::string_view> known(side.methods.begin(), side.methods.end());
    throw SpecError(side.origin + ": " + unknown_name("method", method, known));
  }
  return with_method(side, static_cast<std::size_t>(found - side.methods.begin()));
}

}  // namespace

SideName side_name(const std::string& text) {
  if (auto name = file_and_method(text)) return *std::move(name);
  const std::size_t equals = text.find('=');
  if (equals != std::string::npos && equals > 0) {
    if (auto name = file_and_method(text.substr(equals + 1))) {
      name->label = text.substr(0, equals);
      return *std::move(name);
    }
  }
  throw SpecError(fmt::format(
      "{}: there is no such file; expected STORE, STORE:METHOD or LABEL=STORE:METHOD", text));
}

ReadSide read_side(const SideName& name) {
  ReadSide read = from_file(name);
  if (name.method) read.side = only(*name.method, read.side);
  return read;
}

Side whole_side(const SideName& name) {
  ReadSide read = read_side(name);
  if (!read.warnings.empty()) throw SpecError(read.warnings.front());
  return std::move(read.side);
}

}  // namespace sweep
