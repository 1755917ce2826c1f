#pragma once

#include <string>
#include <vector>

#include "bench/plan/plan_outcome.hpp"
#include "bench/plan/plan_sections.hpp"
#include "bench/reports/section.hpp"

namespace sweep {

/// What a page of a plan says: its sentence, a picture of loss against what the choices cost, the
/// table, and warnings.
Sections plan_page(const PlanVerdict& verdict, const PlanAnswer& answer,
                   const std::vector<std::string>& warnings);

/// The loss of each choice against its price, or its worker hours without one; a series for each
/// method, and one with the advised choice alone.
Figure plan_figure(const PlanVerdict& verdict);

}  // namespace sweep
