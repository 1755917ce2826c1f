#include "bench/results/measures/equal_time.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "bench/reports/measures/curves.hpp"
#include "bench/reports/measures/labels.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/reports/measures/timed_methods.hpp"

namespace sweep {
namespace {

// A lead of one target in a hundred is none.
constexpr double kLeadMargin = 0.01;

// Costs go from a microsecond to an hour, twenty to a decade.
constexpr double kLeastCost = 1e-6;
constexpr double kMostCost = 3600;

/// The methods of one group of functions in one dimension, on the functions that all of them have.
struct Contest {
  std::string name;
  int dimension;
  std::vector<std::string> methods;
  std::vector<double> own_seconds;                    // of each method, mean over the functions
  std::vector<std::vector<TimedMethod>> by_function;  // each with one per method
  std::vector<std::vector<double>> qualities;         // at each of costs_looked_at()
};

const std::vector<double>& costs_looked_at() {
  static const std::vector<double> all = [] {
    std::vector<double> costs;
    for (int k = 0;; ++k) {
      const double cost = kLeastCost * std::pow(10.0, k / 20.0);
      if (cost > kMostCost) return costs;
      costs.push_back(cost);
    }
  }();
  return all;
}

const DataSet* set_of(const SetGroup& method, const std::string& function) {
  const auto found = std::find_if(method.sets.begin(), method.sets.end(),
                                  [&](const DataSet* set) { return set->function == function; });
  return found == method.sets.end() ? nullptr : *found;
}

// Nothing if some method lacks the function, or did nothing on it.
std::vector<TimedMethod> all_on(const std::string& function, std::span<const SetGroup> methods) {
  std::vector<TimedMethod> all;
  for (const SetGroup& method : methods) {
    const DataSet* const set = set_of(method, function);
    if (set == nullptr) return {};
    all.push_back(timed_method(*set));
    if (all.back().length <= 0) return {};
  }
  return all;
}

// Every function counts the same.
std::vector<double> qualities_at(const Contest& contest, double cost) {
  std::vector<double> mean(contest.methods.size());
  for (const auto& function : contest.by_function) {
    const std::vector<double> qualities = quality_at_equal_time(function, cost);
    for (std::size_t i = 0; i < mean.size(); ++i) {
      mean[i] += qualities[i] / static_cast<double>(contest.by_function.size());
    }
  }
  return mean;
}

Contest contest_of(std::span<const SetGroup> methods) {
  Contest contest{methods.front().name, methods.front().dimension, {}, {}, {}, {}};
  for (const DataSet* set : methods.front().sets) {
    auto on_function = all_on(set->function, methods);
    if (!on_function.empty()) contest.by_function.push_back(std::move(on_function));
  }
  for (std::size_t i = 0; i < methods.size(); ++i) {
    contest.methods.push_back(methods[i].method);
    double own = 0;
    for (const auto& function : contest.by_function) own += function[i].own_seconds;
    contest.own_seconds.push_back(own / static_cast<double>(contest.by_function.size()));
  }
  for (const double cost : costs_looked_at()) {
    contest.qualities.push_back(qualities_at(contest, cost));
  }
  return contest;
}

std::vector<Contest> contests_of(std::span<const DataSet> sets) {
  std::vector<Contest> contests;
  const std::vector<SetGroup> groups = groups_of(sets);
  for (auto first = groups.begin(), last = first; first != groups.end(); first = last) {
    last = std::find_if_not(first, groups.end(), [&](const SetGroup& other) {
      return other.name == first->name && other.dimension == first->dimension;
    });
    Contest contest = contest_of({first, last});
    if (!contest.by_function.empty()) contests.push_back(std::move(contest));
  }
  return contests;
}

// "random wins below 3 ms per evaluation, tpe above"
std::string sentence_of(const Contest& contest, std::span<const Lead> leads,
                        const std::string& each) {
  if (leads.size() == 1) {
    return fmt::format("{} wins at any cost of {} {}", contest.methods[leads[0].method],
                       each == "evaluation" ? "an" : "a", each);
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const std::string& method = contest.methods[leads[i].method];
    const bool is_last = i + 1 == leads.size();
    const std::string to = is_last ? "" : cost_text(leads[i + 1].from_cost);
    if (i == 0) {
      parts.push_back(fmt::format("{} wins below {} per {}", method, to, each));
    } else if (is_last) {
      parts.push_back(method + " above");
    } else {
      parts.push_back(fmt::format("{} from there to {}", method, to));
    }
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

Map leads_map(const Contest& contest, std::span<const Lead> leads, const std::string& sentence) {
  List list;
  for (std::size_t i = 0; i < leads.size(); ++i) {
    list.push_back(Map{{"method", contest.methods[leads[i].method]},
                       {"from_cost", i == 0 ? 0 : leads[i].from_cost}});
  }
  return {{"functions", contest.name},
          {"dimension", contest.dimension},
          {"sentence", sentence},
          {"leads", std::move(list)}};
}

// Who wins from which cost on, of each contest between several.
Note leads_note(std::span<const Contest> contests, const std::string& each) {
  std::vector<std::string> lines;
  List all;
  for (const Contest& contest : contests) {
    if (contest.methods.size() < 2) continue;
    const std::vector<Lead> leads =
        leads_over_costs(costs_looked_at(), contest.qualities, kLeadMargin);
    const std::string sentence = sentence_of(contest, leads, each);
    lines.push_back(fmt::format("{}: {}", title_of(contest.name, contest.dimension), sentence));
    all.push_back(leads_map(contest, leads, sentence));
  }
  return {fmt::format("{}", fmt::join(lines, "\n")), "equal_time", std::move(all)};
}

ReportTable table_of(std::span<const Contest> contests, std::span<const double> costs) {
  ReportTable table = table_of_groups();
  table.columns.push_back({"n", "functions_count"});
  table.columns.push_back({"own time", "own_seconds"});
  for (const double cost : costs) table.columns.push_back({cost_text(cost), "costs", true});
  for (const Contest& contest : contests) {
    for (std::size_t i = 0; i < contest.methods.size(); ++i) {
      std::vector<Shown> row =
          row_of(SetGroup{contest.name, contest.dimension, contest.methods[i], {}});
      row.push_back(shown(contest.by_function.size()));
      row.push_back({cost_text(contest.own_seconds[i]), contest.own_seconds[i]});
      for (const double cost : costs) {
        row.push_back(shown_at("cost", cost, "fraction", qualities_at(contest, cost)[i]));
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Figure figure_of(const Contest& contest, const std::string& each) {
  Figure figure{title_of(contest.name, contest.dimension),
                {fmt::format("seconds per {}", each), FigureScale::logarithmic},
                {"fraction of targets reached at equal time", FigureScale::linear},
                {}};
  for (std::size_t i = 0; i < contest.methods.size(); ++i) {
    Series& curve =
        figure.series.emplace_back(Series{contest.methods[i], costs_looked_at(), {}, {}, {}});
    for (const std::vector<double>& at_cost : contest.qualities) curve.y.push_back(at_cost[i]);
  }
  return figure;
}

}  // namespace

Sections equal_time_sections(std::span<const DataSet> sets, const MeasureOptions& options) {
  const Axis axis = sets.front().axis;
  if (!is_counted(axis)) {
    return {
        Prose{"virtual time has the cost of an evaluation already: --axis evaluations, or steps"}};
  }
  const std::string each = axis == Axis::steps ? "step" : "evaluation";
  const std::vector<Contest> contests = contests_of(sets);
  Sections sections = {table_of(contests, options.costs), leads_note(contests, each)};
  for (const Contest& contest : contests) sections.emplace_back(figure_of(contest, each));
  return sections;
}

}  // namespace sweep
