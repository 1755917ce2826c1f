#pragma once

#include <span>
#include <string>
#include <vector>

#include "bench/reports/section.hpp"
#include "bench/results/measures/data_set.hpp"

namespace sweep {

/// The columns that say which data set a row is of, and a row that begins with them: function,
/// dimension, method.
ReportTable table_of_sets();
std::vector<Shown> row_of(const DataSet& set);

/// How many cells a data set is made from: "20", or "1 of 20" where repeats are one observation.
/// JSON has the observations.
Shown shown_runs(const DataSet& set);

/// The data sets of one method in one dimension that are taken together.
struct SetGroup {
  std::string name;  // of the functions
  int dimension = 1;
  std::string method;  // with its build, where it has several
  std::vector<const DataSet*> sets;
};

/// Groups of the sets: by group of functions, then all of a suite, then all there is, unless that
/// is the same again; names in the order of the data sets, each for every dimension and method,
/// sorted.
std::vector<SetGroup> groups_of(std::span<const DataSet> sets);

ReportTable table_of_groups();
std::vector<Shown> row_of(const SetGroup& group);

/// A budget by dimension, or a target, as a heading: "50", "1e6", "1e-5".
std::string heading_of(double number);

/// Columns of a list of budgets.
void add_budgets(std::span<const double> budgets, ReportTable& table);

/// The part of the data sets that have one kind of targets. They are neighbours.
std::span<const DataSet> sets_with(TargetKind kind, std::span<const DataSet> sets);

/// What stands before a table of data sets whose targets are not COCO's; "" if they are.
std::string meaning_of_targets(TargetKind kind);

/// What stands below a table of functions with such targets among them.
std::string note_on_targets(TargetKind kind);

/// The heading of the place of a target of that kind: "1e-5", "3 D", "50 %".
std::string target_heading(TargetKind kind, double place);
/// Its key in JSON: "precision", "budget" or "fraction".
const char* place_key(TargetKind kind);

/// A time as it is shown where room is short: "3 ms", "1.5 h".
std::string cost_text(double seconds);

/// A number as it is shown where room is short: "0.25", "12.3", "1490", "2.1e+06".
std::string short_text(double number);

/// A number where it stands for, in JSON: {at_key: at, value_key: number}.
Shown shown_at(const char* at_key, double at, const char* value_key, double number);

}  // namespace sweep
