#include "bench/session/store_upgrade.hpp"

#include <cstdint>
#include <utility>

#include "algorithms/text/error.hpp"
#include "bench/experiment/describe_objective.hpp"
#include "bench/experiment/experiment_file.hpp"
#include "bench/experiment/given_space.hpp"
#include "bench/experiment/method.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/session/store_contents.hpp"
#include "objectives/catalog.hpp"

namespace sweep {
namespace {

constexpr const char* kName = "the experiment of the store";

// Nothing where this program does not know what it is asked for.
template <class Ask>
auto if_known(Ask ask) -> std::optional<decltype(ask())> {
  try {
    return ask();
  } catch (const SpecError&) {
    return std::nullopt;
  }
}

std::vector<std::string> texts_of(const std::vector<GivenText>& given) {
  std::vector<std::string> texts;
  texts.reserve(given.size());
  for (const GivenText& one : given) texts.push_back(one.text);
  return texts;
}

std::optional<std::uint64_t> cells_of(const ExperimentPatch& said) {
  const auto seeds = if_known([&] { return parse_seeds(said.seeds.text).size(); });
  if (!seeds || said.methods.empty() || said.objectives.empty()) return std::nullopt;
  return said.methods.size() * said.objectives.size() * *seeds;
}

std::optional<bool> in_order(const ExperimentPatch& said, const Settings& settings) {
  if (said.workers.text.empty()) return trials_end_in_order(1, settings);
  return if_known([&] {
    return trials_end_in_order(parse_count("workers", said.workers.text, 1, kMostWorkers),
                               settings);
  });
}

// Describes nothing where this program has no such objective, or its table has gone.
std::optional<StoreUpgrade::Description> described(const std::string& name,
                                                   const std::optional<SearchSpace>& space) {
  return if_known([&] {
    Objective objective = make_objective(name, space);
    ObjectiveInfo info = describe(name, objective);
    return StoreUpgrade::Description{
        std::move(info), [objective](PointView point) { return objective.exact_loss(point); }};
  });
}

}  // namespace

StoreUpgrade store_upgrade(const std::string& experiment_text) {
  const ExperimentPatch said = read_experiment_file(experiment_text, kName, std::nullopt);
  const Settings settings = parse_settings(texts_of(said.settings));
  StoreUpgrade upgrade;
  upgrade.objectives = texts_of(said.objectives);
  upgrade.describe = [space = read_space(said).space](const std::string& name) {
    return described(name, space);
  };
  upgrade.method_key = [settings, behaviour = behaviour_of(said)](const std::string& method) {
    return if_known([&] { return method_key(method, settings, behaviour); }).value_or("");
  };
  upgrade.cells = cells_of(said);
  upgrade.in_order = in_order(said, settings);
  return upgrade;
}

}  // namespace sweep
