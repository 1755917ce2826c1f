#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bench/reports/section.hpp"

namespace sweep {

/// Whether an entry is the best of its column, a flag for each entry of each row of a table.
using BestEntries = std::vector<std::vector<bool>>;

/// The entries of a measure's table that are best among the rows of one problem: those whose keys
/// are equal but for the method; COCO's virtual bests do not compete. Equally good ones are all
/// marked; nothing is where all rows of a problem are as good, where there is one row, and in
/// columns where nothing is better, as the number of runs.
BestEntries best_entries(std::string_view measure, const ReportTable& table);

/// The columns that say whose row it is: the texts, and the dimension where it comes next.
std::size_t key_columns(const ReportTable& table);

/// The texts of a row's keys, all but the method.
std::vector<std::string> problem_of(const ReportTable& table, const std::vector<Shown>& row);

}  // namespace sweep
