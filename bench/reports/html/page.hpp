#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bench/reports/measures/catalog.hpp"
#include "bench/reports/section.hpp"
#include "bench/results/keyed_cells.hpp"
#include "bench/results/trial_sheet.hpp"

namespace sweep {

/// Trials of an objective that a page shows at most; more are counted only.
inline constexpr std::size_t kMostPageTrials = 100'000;

/// The measure that a page has anyway: its verdict is taken from it.
inline constexpr std::string_view kPageRanking = "ranking";

/// What a page is to be made with.
struct PageOptions {
  MeasureOptions measures = {};
  std::optional<double> price_per_hour = {};  // of one worker
};

/// What a page says: the verdict first, then how the cells came to it, every trial where trials are
/// recorded, the ranking in full, and the measures that were asked for.
Sections page_sections(const CellSet& cells, std::span<const TrialSheet> trials,
                       Sections&& measures, const PageOptions& options = {});

/// What an open page says of a run that goes on, and after how many seconds it is read anew.
struct PageNews {
  std::string text;  // "the run is under way: 120 of 480 cells"; empty if nothing goes on
  int seconds = 0;
};

/// A page that a browser shows without any other file or request: layout, style, the library of its
/// charts with its licences, and the sections as data. `title` names it.
std::string html_page(const std::string& title, std::span<const Section> sections,
                      const PageNews& news = {});
/// Whether a text begins as a page of that title does.
bool is_page_titled(const std::string& title, std::string_view text);

}  // namespace sweep
