#include "bench/reports/brackets_table.hpp"

#include <fmt/format.h>

#include "bench/reports/text_table.hpp"

namespace sweep {
namespace {

// A trial that goes on to a rung pays only for the steps since the rung before.
std::uint64_t steps_of(const BracketPlan& plan) {
  std::uint64_t steps = 0;
  int before = 0;
  for (const RungPlan& rung : plan) {
    steps += rung.trials * static_cast<std::uint64_t>(rung.step - before);
    before = rung.step;
  }
  return steps;
}

std::string rungs_text(const BracketPlan& plan) {
  std::string text;
  for (const RungPlan& rung : plan) {
    text += fmt::format("{}{} x {}", text.empty() ? "" : ", ", rung.trials, rung.step);
  }
  return text;
}

}  // namespace

std::string brackets_table(const std::vector<BracketPlan>& plans, int max_step) {
  TextTable table({"bracket", "trials x steps", "full trials"}, 2);
  std::uint64_t all = 0;
  const auto full = [&](std::uint64_t steps) {
    return fmt::format("{:.1f}", static_cast<double>(steps) / max_step);
  };
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const std::uint64_t steps = steps_of(plans[i]);
    table.add({fmt::format("{}", plans.size() - 1 - i), rungs_text(plans[i]), full(steps)});
    all += steps;
  }
  table.add({"all", "", full(all)});
  return table.to_text();
}

}  // namespace sweep
