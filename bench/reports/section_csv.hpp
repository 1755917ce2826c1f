#pragma once

#include <span>
#include <string>

#include "bench/reports/section.hpp"

namespace sweep {

/// The numbers of sections as one CSV file (RFC 4180), for pandas and R: a row for each number,
/// whatever table it is of. Columns: `measure`; the keys of all tables, as function, method and
/// dimension, empty where a table has not that key; `at`, the target or budget that a number is
/// for, empty of one that is for none; `quantity`, its key in JSON; `value`, in the shortest form
/// that reads back the same, or inf, -inf, nan, a text, or empty where there is none.
std::string to_csv(std::span<const Section> sections);

}  // namespace sweep
