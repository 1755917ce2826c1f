#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/wrap.hpp"
#include "bench/cli/report_page.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/measure_report.hpp"
#include "bench/reports/section_csv.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_latex.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/session/reported_cells.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

constexpr double kMostSeconds = 1e9;
constexpr const char* kTextMeasures = "ert,ecdf";
constexpr const char* kPageMeasures = "ecdf,ert";  // beside its ranking

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
  std::string price;
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

std::optional<double> price_of_hour(const ReportFlags& flags) {
  if (flags.price.empty()) return std::nullopt;
  if (flags.html.empty()) {
    throw SpecError(fmt::format(
        "--price {}: expected --html FILE too: what early stopping saved is on the page",
        flags.price));
  }
  return parse_price(flags.price);
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

ReportTask task_of(const ReportFlags& flags) {
  const bool has_page = !flags.html.empty();
  const char* const usual = has_page ? kPageMeasures : kTextMeasures;
  ReportTask task{flags.stores,
                  flags.html,
                  measures_of(flags.measures.empty() ? usual : flags.measures),
                  {options_of(flags), price_of_hour(flags)}};
  if (has_page) std::erase(task.measures, &find_measure(kPageRanking));
  return task;
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
  if (flags.follow) return follow_page(task);
  const std::vector<StoredResults> stores = opened_stores(flags.stores);
  const ReportedCells cells = reported_cells(stores);
  print_report_warnings(task, cells);
  if (!flags.html.empty()) return write_page(task, stores, cells.set);
  print_sections(flags, measure_report(task.measures, task.options.measures, cells.set));
  return kDone;
}

}  // namespace

Action add_report(Flags& flags) {
  const auto given = std::make_shared<ReportFlags>();
  flags.repeated("STORE", given->stores, "results as `run --out` writes them; several are joined");
  flags.optional("--measure", given->measures,
                 "what to show, joined with commas, or all (list measures; default ert,ecdf; a "
                 "page has its ranking beside them)");
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
  flags.optional("--price", given->price,
                 "of an hour of one worker, 2.5/h: the page says what early stopping saved");
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
