#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "algorithms/text/error.hpp"
#include "objectives/tables/table_file.hpp"

namespace sweep {
namespace {

constexpr std::string_view kSweep = R"(
parameters:
  a: {distribution: log_uniform_values, min: 1e-5, max: 1}
  b: {values: [x, 1, true, [1, 2]]}
  c: {distribution: q_uniform, min: 0, max: 1, q: 0.25}
  d: {value: 5}
)";

/// What is accepted has to work: a known optimum is found where it is said to be.
void use(const Objective& table) {
  const auto optimum = table.optimum();
  if (!optimum) return;
  for (const Point& point : optimum->points) {
    if (table.exact_loss(point.values) != optimum->value) std::abort();
    if (!(table.cost_seconds(point.values, table.max_step()) >= 0)) std::abort();
  }
}

}  // namespace
}  // namespace sweep

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    sweep::use(sweep::make_tabular(sweep::kSweep, "runs.yaml", bytes, "runs.csv"));
  } catch (const sweep::SpecError&) {
  }
  return 0;
}
