#include "objectives/tables/table_file.hpp"

#include "algorithms/config/sweep_config.hpp"
#include "algorithms/config/text_file.hpp"
#include "algorithms/text/error.hpp"
#include "objectives/tables/read_table.hpp"
#include "objectives/tables/tabular.hpp"

namespace sweep {
namespace {

[[noreturn]] void refuse(const std::string& file_name, const char* text) {
  throw ConfigError(file_name, {{{}, "", text}});
}

SearchSpace read_table_space(std::string_view text, const std::string& name) {
  const SweepConfig config = read_sweep(text, {.file_name = name, .parameters_only_allowed = true});
  if (config.metric && config.metric->maximise) {
    refuse(name, "metric: goal maximize: a table holds losses; negate them and write minimize");
  }
  if (!config.space) refuse(name, "has no parameters");
  return *config.space;
}

std::string without_end(std::string text, std::string_view end) {
  if (text.ends_with(end)) text.resize(text.size() - end.size());
  return text;
}

}  // namespace

Objective make_tabular(std::string_view sweep_text, const std::string& sweep_name,
                       std::string_view table_bytes, const std::string& table_name) {
  const SearchSpace space = read_table_space(sweep_text, sweep_name);
  return Tabular(space, read_table(table_bytes, table_name, space));
}

std::string sweep_file_beside(const std::string& table_path) {
  return without_end(without_end(table_path, ".gz"), ".csv") + ".yaml";
}

Objective TableFile::make(const Options& options) {
  const std::string& path = options.file.value;
  if (path.empty()) {
    throw SpecError("objective \"tabular\" needs a table: tabular?file=PATH, or one of tabular/*");
  }
  const std::string beside = sweep_file_beside(path);
  const std::string table = read_text_file(path, kMostTableBytes);
  return make_tabular(read_text_file(beside, TextLimits{}.bytes), beside, table, path);
}

}  // namespace sweep
