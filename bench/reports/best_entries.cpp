#include "bench/reports/best_entries.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>

namespace sweep {
namespace {

enum class Better { lower, higher };

/// Which way a column of a measure gets better, and which of its numbers counts.
struct BestRule {
  std::string_view measure;
  std::string_view column;
  Better better;
  std::string_view number = "";  // of an entry that is a map
};

constexpr BestRule kRules[] = {
    {"aocc", "mean", Better::higher},
    {"aocc", "median", Better::higher},
    {"auc", "area", Better::higher},
    {"auc", "attainment_volume", Better::higher},
    {"auc", "linear_area", Better::higher},
    {"data-profile", "area", Better::higher},
    {"data-profile", "budgets", Better::higher, "fraction"},
    {"ecdf", "area", Better::higher},
    {"ecdf", "budgets", Better::higher, "fraction"},
    {"ert", "successes", Better::higher},
    {"ert", "targets", Better::lower, "ert"},
    {"equal-time", "costs", Better::higher, "fraction"},
    {"fixed-budget", "budgets", Better::lower, "median"},
    {"loss-ratio", "budgets", Better::lower, "loss_ratio"},
    {"profile", "factors", Better::higher, "fraction"},
    {"ranking", "rank", Better::lower, "value"},
    {"ranking", "regret", Better::lower, "value"},
    {"success", "ert", Better::lower},
    {"success", "ert_largest_budget", Better::lower},
    {"success", "par10", Better::lower},
    {"success", "sp1", Better::lower},
    {"success", "success_rate", Better::higher},
};

const BestRule* rule_of(std::string_view measure, const ReportColumn& column) {
  const auto* const found = std::find_if(
      std::begin(kRules), std::end(kRules),
      [&](const BestRule& rule) { return rule.measure == measure && rule.column == column.key; });
  return found == std::end(kRules) ? nullptr : found;
}

// The median among quantiles [{p: 0.5, precision: 0.1}, ...].
double median_of(const Map& entry) {
  const Value* const quantiles = find(entry, "quantiles");
  const List* const list = quantiles ? quantiles->as<List>() : nullptr;
  if (!list) return std::nan("");
  for (const Value& one : *list) {
    const Map* const map = one.as<Map>();
    if (map && map->size() == 2 && number(map->front().value) == 0.5) {
      return number(map->back().value);
    }
  }
  return std::nan("");
}

// NaN where the entry has no such number.
double number_of(const Value& value, const BestRule& rule) {
  const Map* const map = value.as<Map>();
  if (!map) return number(value);
  if (rule.number == "median") return median_of(*map);
  const Value* const found = find(*map, rule.number);
  return found ? number(*found) : std::nan("");
}

/// Rows that compete in a column.
struct Contest {
  const ReportTable& table;
  std::size_t column;
  const BestRule& rule;

  [[nodiscard]] double at(std::size_t row) const {
    return number_of(table.rows[row][column].value, rule);
  }
  // Nothing if no row is better than another one.
  [[nodiscard]] std::optional<double> best(const std::vector<std::size_t>& rows) const {
    std::vector<double> finite;
    for (const std::size_t row : rows) {
      if (std::isfinite(at(row))) finite.push_back(at(row));
    }
    if (finite.empty() || rows.size() < 2) return std::nullopt;
    const auto [least, most] = std::minmax_element(finite.begin(), finite.end());
    if (*least == *most && finite.size() == rows.size()) return std::nullopt;
    return rule.better == Better::lower ? *least : *most;
  }
};

using Problems = std::map<std::vector<std::string>, std::vector<std::size_t>>;

// A virtual best of COCO's stands among the methods, and competes with none.
bool is_reference(const ReportTable& table, const std::vector<Shown>& row) {
  for (std::size_t i = 0; i < key_columns(table); ++i) {
    if (table.columns[i].key == "method" && row[i].text.starts_with("best 2009")) return true;
  }
  return false;
}

Problems problems_in(const ReportTable& table) {
  Problems problems;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (is_reference(table, table.rows[i])) continue;
    problems[problem_of(table, table.rows[i])].push_back(i);
  }
  return problems;
}

}  // namespace

std::size_t key_columns(const ReportTable& table) {
  std::size_t keys = std::max<std::size_t>(1, table.text_columns);
  while (keys < table.columns.size() && table.columns[keys].key == "dimension") ++keys;
  return keys;
}

std::vector<std::string> problem_of(const ReportTable& table, const std::vector<Shown>& row) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < key_columns(table); ++i) {
    if (table.columns[i].key != "method") keys.push_back(row[i].text);
  }
  return keys;
}

BestEntries best_entries(std::string_view measure, const ReportTable& table) {
  BestEntries best(table.rows.size(), std::vector<bool>(table.columns.size(), false));
  const Problems problems = problems_in(table);
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const BestRule* const rule = rule_of(measure, table.columns[column]);
    if (!rule) continue;
    const Contest contest{table, column, *rule};
    for (const auto& [keys, rows] : problems) {
      const auto winner = contest.best(rows);
      for (const std::size_t row : rows) best[row][column] = winner && contest.at(row) == *winner;
    }
  }
  return best;
}

}  // namespace sweep
