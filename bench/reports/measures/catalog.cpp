#include "bench/reports/measures/catalog.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/reports/measures/measures.hpp"

namespace sweep {
namespace {

constexpr MeasureRow kMeasures[] = {
    {"ert", "expected running time to targets, with its dispersion and successes",
     "Hansen, Auger, Finck, Ros 2010, INRIA RR-7215", ert_sections},
    {"ecdf", "fraction of targets reached within budgets, by group of functions; area",
     "Hansen, Auger, Brockhoff, Tušar 2022, doi:10.1109/TEVC.2022.3210897", ecdf_sections},
    {"auc", "area under that distribution for each function, and the volume of the attainment",
     "Hansen et al. 2022; López-Ibáñez et al. 2024, arXiv 2404.02031", auc_sections},
    {"aocc", "area over the convergence curve: how good at any time of the budget",
     "van Stein, Bäck 2024, arXiv 2405.20132", aocc_sections},
    {"success", "success rate, ERT, SP1 and PAR-10 at the final target",
     "Auger, Hansen 2005, doi:10.1109/CEC.2005.1554903; Hutter et al. 2009, doi:10.1613/jair.2861",
     success_sections},
    {"profile", "targets reached within a factor of the best method's ERT (performance profile)",
     "Dolan, Moré 2002, doi:10.1007/s101070100263", profile_sections},
    {"data-profile", "runs that came to 1e-3 of their first precision, at budgets by D + 1",
     "Moré, Wild 2009, doi:10.1137/080724083", data_profile_sections},
    {"fixed-budget", "best precision at budgets: geometric mean and quantiles",
     "Doerr et al. 2018, arXiv 1810.05281", fixed_budget_sections},
    {"loss-ratio", "evaluations spent within a budget by those that the best method needs",
     "Hansen et al. 2010, INRIA RR-7215", loss_ratio_sections},
    {"ranking", "mean ranks of methods over problems, with groups not told apart, and their pairs",
     "Demšar 2006, JMLR 7, 1-30; Benavoli et al. 2017, JMLR 18(77)", ranking_sections},
    {"significance", "rank-sum test of each two methods at the final target, corrected",
     "Mann, Whitney 1947, doi:10.1214/aoms/1177730491; Holm 1979; COCO", significance_sections},
    {"equal-time", "fraction of targets reached at equal time, by the cost of an evaluation",
     "Hansen et al. 2022, doi:10.1109/TEVC.2022.3210897, at a time that methods share",
     equal_time_sections},
};

}  // namespace

std::span<const MeasureRow> measure_catalog() { return kMeasures; }

const MeasureRow& find_measure(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kMeasures), std::end(kMeasures),
                                         [&](const MeasureRow& row) { return row.name == name; });
  if (found != std::end(kMeasures)) return *found;
  std::vector<std::string_view> names = {kEveryMeasure};
  for (const MeasureRow& row : kMeasures) names.push_back(row.name);
  throw SpecError(unknown_name("measure", name, names));
}

}  // namespace sweep
