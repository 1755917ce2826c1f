#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/html/page.hpp"
#include "bench/reports/measure_report.hpp"
#include "bench/reports/section_csv.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_latex.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/session/follow_stores.hpp"
#include "bench/session/reported_cells.hpp"
#include "bench/session/reported_trials.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

constexpr double kMostSeconds = 1e9;
constexpr const char* kTextMeasures = "ert,ecdf";
constexpr const char* kPageMeasures = "ranking,ecdf,ert";

struct ReportFlags {
  std::vector<std::string> stores;
  std::string measures;
  std::string axis;
  std::string targets = "auto";
  std::string costs;
  bool expensive = false;
  bool restarts = false;
  bool markdown = false;
  bool latex = false;
  bool csv = false;
  bool json = false;
  std::string html;  // file
  bool follow = false;
};

std::vector<const MeasureRow*> measures_of(const std::string& text) {
  std::vector<const MeasureRow*> measures;
  if (text == kEveryMeasure) {
    for (const MeasureRow& measure : measure_catalog()) measures.push_back(&measure);
    return measures;
  }
  for (const std::string& name : split_list(text)) {
    if (name == kEveryMeasure) {
      throw SpecError(fmt::format("--measure {}: all stands alone, for every measure", text));
    }
    const MeasureRow* const measure = &find_measure(name);
    const bool is_there = std::find(measures.begin(), measures.end(), measure) != measures.end();
    if (is_there) throw SpecError(fmt::format("--measure {}: {} is there twice", text, name));
    measures.push_back(measure);
  }
  return measures;
}

void print_report_warnings(const ReportedCells& cells) {
  for (const std::string& warning : cells.warnings) print_warning(warning);
}

// A file of numbers has no room for notes.
void print_report_notes(const Sections& sections) {
  for (const Section& section : sections) {
    const auto* const note = std::get_if<Note>(&section);
    if (!note || note->text.empty()) continue;
    for (const std::string& line : wrapped_lines(note->text, note->text.size())) print_note(line);
  }
}

void print_sections(const ReportFlags& flags, const Sections& sections) {
  if (flags.json) return print_json(to_map(sections, kMeasuresKey));
  if (flags.latex) return print_data(to_latex(sections));
  if (flags.csv) {
    print_data(to_csv(sections));
    return print_report_notes(sections);
  }
  print_text(flags.markdown ? to_markdown(sections) : to_text(sections, output_columns()));
}

std::string page_title(const std::vector<std::string>& stores) {
  return fmt::format("sweep-bench report: {}", fmt::join(stores, ", "));
}

std::vector<double> costs_of(const std::string& text) {
  std::vector<double> costs;
  for (const std::string& part : split_list(text)) {
    costs.push_back(parse_real("--cost", part));
    if (!(costs.back() >= 0 && costs.back() <= kMostSeconds)) {
      throw SpecError(fmt::format("--cost {}: expected seconds per evaluation, from 0 to {:g}",
                                  text, kMostSeconds));
    }
  }
  std::sort(costs.begin(), costs.end());
  costs.erase(std::unique(costs.begin(), costs.end()), costs.end());
  return costs;
}

MeasureOptions options_of(const ReportFlags& flags) {
  MeasureOptions options;
  options.restarts = flags.restarts;
  if (!flags.axis.empty()) options.axis = axis_named(flags.axis);
  options.targets = target_choice(flags.targets);
  options.targets.expensive = flags.expensive;
  if (flags.expensive && options.targets.rule == TargetRule::quantiles) {
    throw SpecError(fmt::format("--expensive and --targets {} exclude each other", flags.targets));
  }
  if (!flags.costs.empty()) options.costs = costs_of(flags.costs);
  return options;
}

/// What a report is asked for, and with what.
struct ReportTask {
  std::vector<const MeasureRow*> measures;
  MeasureOptions options;
};

std::string page_of(const ReportFlags& flags, const ReportTask& task,
                    std::span<const StoredResults> stores, const CellSet& cells,
                    const PageNews& news = {}) {
  const Sections sections = page_sections(cells, reported_trials(stores, kMostPageTrials),
                                          measure_report(task.measures, task.options, cells));
  return html_page(page_title(flags.stores), sections, news);
}

ExitCode write_page(const ReportFlags& flags, const ReportTask& task,
                    std::span<const StoredResults> stores, const CellSet& cells) {
  OutputTarget target(flags.html, OutputTarget::Kind::file);
  OutputFile file(target.partial());
  file.write(page_of(flags, task, stores, cells));
  file.close();
  target.complete();
  return kDone;
}

PageNews news_of(const std::optional<RunsUnderWay>& runs) {
  if (!runs) return {};
  return {fmt::format("The run is under way: {} of {} cells", runs->finished, runs->cells),
          static_cast<int>(std::ceil(runs->seconds))};
}

// A page of the same stores, which was followed before, is no loss.
void check_page_is_free(const ReportFlags& flags) {
  constexpr std::size_t kBeginning = 16'384;
  std::ifstream file(flags.html, std::ios::binary);
  std::string beginning(kBeginning, '\0');
  file.read(beginning.data(), kBeginning);
  if (is_page_titled(page_title(flags.stores), beginning)) return;
  static_cast<void>(OutputTarget(flags.html, OutputTarget::Kind::file));
}

void note_end(const ReportFlags& flags, Followed end) {
  if (end == Followed::nobody_wrote) {
    return print_note(fmt::format("{}: no run is writing {}; the page was written once", flags.html,
                                  flags.stores.size() == 1 ? "this store" : "these stores"));
  }
  print_note(fmt::format("{}: {}", flags.html,
                         end == Followed::to_the_end
                             ? "the run has ended, and this is its page"
                             : "interrupted: the page is whole, and the run goes on without it"));
}

ExitCode follow_page(const ReportFlags& flags, const ReportTask& task) {
  check_page_is_free(flags);
  bool is_first = true;
  const auto show = [&](std::span<const StoredResults> stores,
                        const std::optional<RunsUnderWay>& runs) {
    const ReportedCells cells = reported_cells(stores);
    if (!runs) print_report_warnings(cells);
    replace_file(flags.html, page_of(flags, task, stores, cells.set, news_of(runs)));
    if (runs && std::exchange(is_first, false)) {
      print_note(
          fmt::format("{}: written, and again every few seconds until the run ends", flags.html));
    }
  };
  const Followed end = follow_stores(flags.stores, interrupt_requested(), show);
  note_end(flags, end);
  return end == Followed::interrupted ? kInterrupted : kDone;
}

ReportTask task_of(const ReportFlags& flags) {
  const char* const usual = flags.html.empty() ? kTextMeasures : kPageMeasures;
  return {measures_of(flags.measures.empty() ? usual : flags.measures), options_of(flags)};
}

void check_formats(const ReportFlags& flags) {
  const bool has_page = !flags.html.empty();
  if (flags.json + flags.markdown + flags.latex + flags.csv + has_page > 1) {
    throw SpecError("--json, --markdown, --latex, --csv and --html exclude each other");
  }
  if (flags.follow && !has_page) {
    throw SpecError("--follow: expected --html FILE too: it is a page that follows a run");
  }
}

ExitCode report(const ReportFlags& flags) {
  if (flags.stores.empty()) throw SpecError("report: expected a store, as `run --out` writes it");
  check_formats(flags);
  const ReportTask task = task_of(flags);
  if (flags.follow) return follow_page(flags, task);
  const std::vector<StoredResults> stores = opened_stores(flags.stores);
  const ReportedCells cells = reported_cells(stores);
  print_report_warnings(cells);
  if (!flags.html.empty()) return write_page(flags, task, stores, cells.set);
  print_sections(flags, measure_report(task.measures, task.options, cells.set));
  return kDone;
}

}  // namespace

Action add_report(Flags& flags) {
  const auto given = std::make_shared<ReportFlags>();
  flags.repeated("STORE", given->stores, "results as `run --out` writes them; several are joined");
  flags.optional("--measure", given->measures,
                 "what to show, joined with commas, or all (list measures; default ert,ecdf; of a "
                 "page ranking,ecdf,ert)");
  flags.optional("--axis", given->axis,
                 "count evaluations, steps or (virtual) time; default steps if a scheduler stopped "
                 "trials, else evaluations");
  flags.choices({"evaluations", "steps", "time"});
  flags.optional(
      "--targets", given->targets,
      "auto (COCO's where the suite is COCO's and the optimum is known, else quantiles), "
      "coco, quantiles, or fractions of all cells: 0.9,0.5");
  flags.choices({"auto", "coco", "quantiles"});
  flags.toggle("--expensive", given->expensive,
               "targets of bbob: what its virtual best of 2009 just missed within 0.5 to 50 D "
               "evaluations");
  flags.optional("--cost", given->costs,
                 "equal-time: seconds per evaluation, joined with commas: 0.003,1");
  flags.toggle(
      "--restarts", given->restarts,
      "ecdf and auc: simulate restarts of cells that did not reach a target, up to 100 times the "
      "longest run");
  flags.toggle("--markdown", given->markdown, "print tables of Markdown");
  flags.toggle("--latex", given->latex,
               "print tables of LaTeX (booktabs, graphicx, longtable): the best in bold, marks of "
               "significance");
  flags.toggle("--csv", given->csv, "print all numbers as one table, a row for each");
  flags.toggle("--json", given->json, "print JSON");
  flags.optional("--html", given->html,
                 "write a page with charts to this file instead: it holds all it needs, and opens "
                 "without a network");
  flags.toggle("--follow", given->follow,
               "write the page again every few seconds for as long as a run is writing the store; "
               "an open page reads itself anew");
  flags.examples(
      "Example:\n"
      "  sweep-bench --method random,bayes --objective 'bbob/f1,8/d2/i1-5' -o a.db\n"
      "  sweep-bench report a.db --measure ert,ecdf,significance\n"
      "  sweep-bench report a.db --html a.html\n"
      "  sweep-bench report a.db --html a.html --follow\n"
      "\n"
      "Cells that broke are in no figure. A store of an older layout (3 to 5) is upgraded in "
      "a\n"
      "private copy each time it is read; `run` on it, with the same command, upgrades it once.");
  return [given] { return report(*given); };
}

}  // namespace sweep
