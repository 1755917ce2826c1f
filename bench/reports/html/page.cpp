#include "bench/reports/html/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "bench/reports/html/embedded_page.hpp"
#include "bench/reports/html/page_json.hpp"
#include "bench/reports/html/views/views.hpp"
#include "bench/results/data_sets.hpp"

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

}  // namespace

Sections page_sections(const CellSet& cells, std::span<const TrialSheet> trials,
                       Sections&& measures) {
  const CellsSideBySide comparison = compared_cells(cells);
  Sections sections = overview_sections(comparison, cells.cells.size());
  append(convergence_sections(comparison), sections);
  append(critical_difference_sections(data_sets_of(cells, comparison.axis).all), sections);
  append(equal_time_sections(comparison), sections);
  append(suggestion_time_sections(cells), sections);
  append(trial_sections(trials), sections);
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
