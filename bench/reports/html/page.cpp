#include "bench/reports/html/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "bench/reports/html/embedded_page.hpp"
#include "bench/reports/html/page_json.hpp"
#include "bench/reports/html/views/views.hpp"
#include "bench/reports/measures/measures.hpp"
#include "bench/results/data_sets.hpp"
#include "bench/results/default_axis.hpp"

namespace sweep {
namespace {

void append(Sections&& more, Sections& sections) {
  std::move(more.begin(), more.end(), std::back_inserter(sections));
}

// Whether something is said of all measures before the first of them.
bool begins_with_text(std::span<const Section> sections) {
  for (const Section& section : sections) {
    if (std::holds_alternative<Heading>(section)) return false;
    const auto* const note = std::get_if<Note>(&section);
    if (note == nullptr || !note->text.empty()) return true;
  }
  return false;
}

std::string html_text(std::string_view text) {
  std::string safe;
  for (const char character : text) {
    if (character == '&') {
      safe += "&amp;";
    } else if (character == '<') {
      safe += "&lt;";
    } else {
      safe += character;
    }
  }
  return safe;
}

std::string news_element(const PageNews& news) {
  if (news.text.empty()) return "";
  return fmt::format("<p id=\"news\" data-seconds=\"{}\">{}</p>\n", news.seconds,
                     html_text(news.text));
}

/// A place of the frame, and what goes there.
struct Filling {
  std::string_view place;
  std::string text;
};

// The frame is read once, from its beginning: what was filled in is not looked at again.
std::string filled(std::string_view frame, std::span<const Filling> fillings) {
  std::string page;
  for (const Filling& filling : fillings) {
    const std::size_t at = frame.find(filling.place);
    page += frame.substr(0, at);
    page += filling.text;
    frame.remove_prefix(at + filling.place.size());
  }
  return page.append(frame);
}

// What a cost is paid for where the axis is virtual time, which has costs of its own.
Axis paid_axis(const CellSet& cells) {
  const Axis usual = default_axis(cells).axis;
  return is_counted(usual) ? usual : Axis::evaluations;
}

Sections full_ranking(const RankedMethods& ranked) {
  if (ranked.scores.methods.size() < 2) return {};
  const MeasureRow& measure = find_measure(kPageRanking);
  Sections sections;
  sections.emplace_back(Heading{std::string(measure.name), std::string(measure.meaning),
                                std::string(measure.source)});
  append(ranking_sections(ranked), sections);
  return sections;
}

}  // namespace

Sections page_sections(const CellSet& cells, std::span<const TrialSheet> trials,
                       Sections&& measures, const PageOptions& options) {
  const Axis axis = options.measures.axis.value_or(default_axis(cells).axis);
  const TargetChoice& targets = options.measures.targets;
  const std::vector<DataSet> sets = data_sets_of(cells, axis, targets).all;
  const RankedMethods ranked = ranked_methods(sets);
  Sections sections = overview_sections(ranked, cells.cells.size());
  append(convergence_sections(compared_cells(cells, axis)), sections);
  append(
      equal_time_view(is_counted(axis) ? sets : data_sets_of(cells, paid_axis(cells), targets).all),
      sections);
  append(suggestion_time_sections(cells), sections);
  append(trial_sections(trials), sections);
  append(best_so_far_sections(trials), sections);
  append(repeats_sections(cells), sections);
  append(importance_sections(trials), sections);
  append(learning_curve_sections(trials), sections);
  append(savings_sections(cells, options.price_per_hour), sections);
  append(full_ranking(ranked), sections);
  if (begins_with_text(measures))
    sections.emplace_back(Heading{"measures", "what was asked for", ""});
  append(std::move(measures), sections);
  return sections;
}

std::string html_page(const std::string& title, std::span<const Section> sections,
                      const PageNews& news) {
  const EmbeddedPage files = embedded_page();
  const Filling fillings[] = {{"@title@", html_text(title)},
                              {"@style@", std::string(files.style)},
                              {"@news@", news_element(news)},
                              {"@licences@", html_text(files.licences)},
                              {"@data@", script_safe(page_json(sections))},
                              {"@echarts@", std::string(files.echarts)},
                              {"@script@", std::string(files.script)}};
  return filled(files.frame, fillings);
}

bool is_page_titled(const std::string& title, std::string_view text) {
  const std::string_view frame = embedded_page().frame;
  const std::string begin(frame.substr(0, frame.find("@title@")));
  return text.starts_with(begin + html_text(title) + "</title>");
}

}  // namespace sweep
