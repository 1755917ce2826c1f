#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>
#include <vector>

#include "algorithms/config/configuration.hpp"
#include "algorithms/config/sweep_config.hpp"

namespace sweep {
namespace {

/// What is accepted has to work: corrected, a point's configuration stands for that point.
void use(const SweepConfig& config) {
  if (!config.space || config.space->behaviour() == Behaviour::as_wandb) return;
  const SearchSpace& space = *config.space;
  Point point{std::vector<double>(space.size(), 0.25)};
  space.from_unit(std::span(point.values));
  const auto again = from_configuration(space, to_configuration(space, point.values));
  if (!again) std::abort();
}

void read(std::string_view text, const ReadOptions& options) {
  try {
    use(read_sweep(text, options));
  } catch (const SpecError&) {
  }
}

}  // namespace
}  // namespace sweep

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sweep::Behaviour;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  sweep::read(text, {"a.yaml", Behaviour::corrected, false});
  sweep::read(text, {"a.yaml", Behaviour::as_wandb, true});
  sweep::read(text, {"a.json", Behaviour::corrected, true});
  return 0;
}
