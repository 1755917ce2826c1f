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

/// A number as it is shown where room is short: "0.25", "12.3", "1490", "2.1e+06".
std::string short_text(double number);

/// A number where it stands for, in JSON: {at_key: at, value_key: number}.
Shown shown_at(const char* at_key, double at, const char* value_key, double number);

}  // namespace sweep
