#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "algorithms/text/value.hpp"
#include "bench/plan/plan_outcome.hpp"
#include "bench/reports/section.hpp"

namespace sweep {

/// What the verb `plan` answers: its sentence, and a row for each choice.
struct PlanAnswer {
  std::string sentence;
  ReportTable table;
  Value json;  // {"advised", "best", "as_good", "file"}: rows by their places, from 0
};

/// The answer for a verdict. `of_file`: which of the choices the sweep file makes, and by how much
/// its loss is above that of the advised one.
PlanAnswer plan_answer(const PlanVerdict& verdict,
                       const std::optional<std::pair<std::size_t, LossDifference>>& of_file);
/// The answer where the file makes a choice of its own, if it is among those that were planned.
PlanAnswer plan_answer(const PlanVerdict& verdict, std::span<const PlannedCells> planned,
                       const std::optional<PlanChoice>& of_file);

}  // namespace sweep
