#include "objectives/tables/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "objectives/tables/table_file.hpp"

namespace sweep {
namespace {

Objective read_embedded(std::string_view name) {
  const auto tables = embedded_tables();
  const auto table = std::find_if(tables.begin(), tables.end(),
                                  [&](const EmbeddedTable& known) { return known.name == name; });
  assert(table != tables.end());
  const std::string file_name(name);
  return make_tabular(table->sweep_file, file_name + ".yaml", table->table, file_name + ".csv.gz");
}

}  // namespace

Objective embedded_objective(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, Objective, std::less<>> read;
  const std::scoped_lock lock(mutex);
  const auto found = read.find(name);
  if (found != read.end()) return found->second;
  const Objective objective = read_embedded(name);
  read.emplace(std::string(name), objective);
  return objective;
}

}  // namespace sweep
