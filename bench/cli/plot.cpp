#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/measure_report.hpp"
#include "bench/reports/plot/figure_text.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/session/reported_cells.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"
#include "objectives/spec.hpp"

namespace sweep {
namespace {

constexpr std::size_t kMostFigures = 12;
constexpr std::uint64_t kFewestLines = 4;
constexpr std::uint64_t kMostLines = 200;

/// What can be drawn, and the measure that has its curves.
struct Drawn {
  std::string_view name;
  std::string_view measure;
};
constexpr std::array<Drawn, 4> kDrawn = {{{"convergence", "fixed-budget"},
                                          {"data-profile", "data-profile"},
                                          {"ecdf", "ecdf"},
                                          {"equal-time", "equal-time"}}};

struct PlotFlags {
  std::vector<std::string> stores;
  std::string measures = "convergence,ecdf";
  std::vector<std::string> objectives;
  std::string axis;
  std::string lines = "16";
  bool json = false;
};

const MeasureRow* drawn_measure(const std::string& text, const std::string& name) {
  for (const Drawn& drawn : kDrawn) {
    if (drawn.name == name) return &find_measure(drawn.measure);
  }
  std::vector<std::string_view> known(std::size(kDrawn));
  std::transform(std::begin(kDrawn), std::end(kDrawn), known.begin(),
                 [](const Drawn& drawn) { return drawn.name; });
  throw SpecError(fmt::format("--measure {}: {}", text, unknown_name("curve", name, known)));
}

std::vector<const MeasureRow*> drawn_measures(const std::string& text) {
  std::vector<const MeasureRow*> measures;
  for (const std::string& name : split_list(text)) {
    const MeasureRow* const measure = drawn_measure(text, name);
    const bool is_there = std::find(measures.begin(), measures.end(), measure) != measures.end();
    if (is_there) throw SpecError(fmt::format("--measure {}: {} is there twice", text, name));
    measures.push_back(measure);
  }
  return measures;
}

// True of the objective's own text, its function, and what either begins with: `bbob`, `bbob/f8`.
bool is_asked_for(const CellKey& key, const std::string& wanted) {
  const auto begins = [&](std::string_view name) {
    return name == wanted || name.starts_with(wanted + "/") || name.starts_with(wanted + "?");
  };
  return begins(key.objective) || begins(key.function);
}

[[noreturn]] void refuse_objective(const CellSet& set, const std::string& wanted) {
  constexpr std::size_t kMostNamed = 20;
  std::set<std::string> names;
  for (const KeyedCell& cell : set.cells) names.insert(cell.key.function);
  std::vector<std::string> shown(names.begin(), names.end());
  const bool is_cut = shown.size() > kMostNamed;
  if (is_cut) shown.resize(kMostNamed);
  throw SpecError(fmt::format("--objective {}: no cell is of it; there are {}{}", excerpt(wanted),
                              fmt::join(shown, ", "), is_cut ? " ..." : ""));
}

void keep_asked_for(const std::vector<std::string>& lists, CellSet& set) {
  std::vector<std::string> wanted;
  for (const std::string& list : lists) {
    for (std::string& one : split_objectives(list)) wanted.push_back(std::move(one));
  }
  if (wanted.empty()) return;
  for (const std::string& one : wanted) {
    const bool is_there =
        std::any_of(set.cells.begin(), set.cells.end(),
                    [&](const KeyedCell& cell) { return is_asked_for(cell.key, one); });
    if (!is_there) refuse_objective(set, one);
  }
  std::erase_if(set.cells, [&](const KeyedCell& cell) {
    return std::none_of(wanted.begin(), wanted.end(),
                        [&](const std::string& one) { return is_asked_for(cell.key, one); });
  });
}

/// Figures as text, and how many there are.
class Drawing {
 public:
  explicit Drawing(const PlotStyle& style) : style_(style) {}

  void add(const Section& section) {
    if (const auto* const heading = std::get_if<Heading>(&section)) name_ = heading->name;
    const auto* const figure = std::get_if<Figure>(&section);
    if (!figure) return;
    if (++figures_ > kMostFigures) return;
    Figure titled = *figure;
    titled.title = fmt::format("{}: {}", name_of(name_), figure->title);
    text_ += (text_.empty() ? "" : "\n") + to_text(titled, style_);
  }
  [[nodiscard]] std::string text() const {
    if (figures_ <= kMostFigures) return text_;
    return text_ + fmt::format("\n({} more figures: choose with --objective or --measure)\n",
                               figures_ - kMostFigures);
  }

 private:
  static std::string_view name_of(std::string_view measure) {
    for (const Drawn& drawn : kDrawn) {
      if (drawn.measure == measure) return drawn.name;
    }
    return measure;
  }

  PlotStyle style_;
  std::string name_;
  std::string text_;
  std::size_t figures_ = 0;
};

void print_plot_notes(const Sections& sections) {
  for (const Section& section : sections) {
    const auto* const note = std::get_if<Note>(&section);
    if (!note || note->text.empty()) continue;
    for (const std::string& line : wrapped_lines(note->text, note->text.size())) print_note(line);
  }
}

ExitCode plot(const PlotFlags& flags) {
  if (flags.stores.empty()) throw SpecError("plot: expected a store, as `run --out` writes it");
  const std::vector<const MeasureRow*> measures = drawn_measures(flags.measures);
  MeasureOptions options;
  if (!flags.axis.empty()) options.axis = axis_named(flags.axis);
  PlotStyle style;
  style.width = text_columns();
  style.height = parse_count("--lines", flags.lines, kFewestLines, kMostLines);
  style.colour = takes_colour(STDOUT_FILENO);
  ReportedCells cells = reported_cells(flags.stores);
  for (const std::string& warning : cells.warnings) print_warning(warning);
  keep_asked_for(flags.objectives, cells.set);
  const Sections sections = measure_report(measures, options, cells.set);
  if (flags.json) {
    print_json(to_map(sections, kMeasuresKey));
    return kDone;
  }
  Drawing drawing(style);
  for (const Section& section : sections) drawing.add(section);
  print_data(drawing.text());
  print_plot_notes(sections);
  return kDone;
}

}  // namespace

Action add_plot(Flags& flags) {
  const auto given = std::make_shared<PlotFlags>();
  flags.repeated("STORE", given->stores, "results as `run --out` writes them; several are joined");
  flags.optional("--measure", given->measures,
                 "convergence: median and middle half of the best loss, or of its distance from "
                 "the optimum; ecdf: share of targets reached; data-profile; equal-time: the same, "
                 "over the cost of an evaluation; joined with commas (default convergence,ecdf)");
  flags.choices({"convergence", "data-profile", "ecdf", "equal-time"});
  flags.repeated("--objective", given->objectives,
                 "only these, or what begins so: bbob/f8; repeat, or join with commas");
  flags.optional("--axis", given->axis,
                 "count evaluations, steps or (virtual) time; default steps if a scheduler stopped "
                 "trials, else evaluations");
  flags.choices({"evaluations", "steps", "time"});
  flags.optional("--lines", given->lines, "height of a figure, from 4 to 200 (default 16)");
  flags.toggle("--json", given->json, "print the curves, and the tables they are of, as JSON");
  flags.examples(
      "Example:\n"
      "  sweep-bench --method random,bayes --objective branin -o a.db\n"
      "  sweep-bench plot a.db --measure convergence\n"
      "\n"
      "As wide as the terminal, or COLUMNS. Curves have letters and dashes, and colours unless\n"
      "NO_COLOR is set or the output is no terminal.");
  return [given] { return plot(*given); };
}

}  // namespace sweep
