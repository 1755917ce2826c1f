#include "bench/session/store_contents.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>

#include "bench/experiment/describe_objective.hpp"
#include "bench/session/build_info.hpp"
#include "bench/session/session_store.hpp"

namespace sweep {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

Provenance provenance_of_this_run() {
  return {build_id(), compiler_name(), cpu_name(), SWEEP_VERSION, host_name(), utc_time()};
}

StoreHeader header_of(const PreparedExperiment& prepared) {
  const Experiment& experiment = prepared.experiment();
  return {to_text(experiment), experiment_hash(experiment), experiment.record,
          prepared.cells().size(), trials_end_in_order(experiment.workers, experiment.settings)};
}

}  // namespace

StoreContents store_contents(const PreparedExperiment& prepared) {
  StoreContents contents{header_of(prepared), {}, provenance_of_this_run()};
  for (const std::string& name : prepared.experiment().objectives) {
    contents.objectives.push_back(describe(name, prepared.objective({"", name, 0})));
  }
  return contents;
}

bool trials_end_in_order(std::uint64_t workers, const Settings& settings) {
  const auto is_of_cluster = [](const auto& setting) {
    return setting.first.starts_with("cluster.");
  };
  return workers == 1 && std::none_of(settings.begin(), settings.end(), is_of_cluster);
}

}  // namespace sweep
