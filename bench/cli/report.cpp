#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/experiment/numbers.hpp"
#include "bench/reports/html/page.hpp"
#include "bench/reports/measure_report.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/session/reported_cells.hpp"
#include "bench/session/reported_trials.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"
#include "bench/terminal/screen.hpp"

namespace sweep {
namespace {

struct ReportFlags {
  std::vector<std::string> stores;
  std::string measures = "ert,ecdf";
  bool restarts = false;
  bool markdown = false;
  bool json = false;
  std::string html;  // file
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

std::string page_title(const std::vector<std::string>& stores) {
  return fmt::format("sweep-bench report: {}", fmt::join(stores, ", "));
}

ExitCode write_page(const ReportFlags& flags, const CellSet& cells, Sections&& measures) {
  OutputTarget target(flags.html, OutputTarget::Kind::file);
  const Sections sections =
      page_sections(cells, reported_trials(flags.stores, kMostPageTrials), std::move(measures));
  OutputFile file(target.partial());
  file.write(html_page(page_title(flags.stores), sections));
  file.close();
  target.complete();
  return kDone;
}

ExitCode report(const ReportFlags& flags) {
  if (flags.stores.empty()) throw SpecError("report: expected a store, as `run --out` writes it");
  if (flags.json && flags.markdown) throw SpecError("--json and --markdown exclude each other");
  const std::vector<const MeasureRow*> measures = measures_of(flags.measures);
  const ReportedCells cells = reported_cells(flags.stores);
  for (const std::string& warning : cells.warnings) print_warning(warning);
  Sections sections = measure_report(measures, {flags.restarts}, cells.set);
  if (!flags.html.empty()) return write_page(flags, cells.set, std::move(sections));
  if (flags.json) {
    print_json(to_map(sections, kMeasuresKey));
  } else {
    print_text(flags.markdown ? to_markdown(sections) : to_text(sections, output_columns()));
  }
  return kDone;
}

}  // namespace

Action add_report(Flags& flags) {
  const auto given = std::make_shared<ReportFlags>();
  flags.repeated("STORE", given->stores, "results as `run --out` writes them; several are joined");
  flags.optional("--measure", given->measures,
                 "what to show, joined with commas, or all (list measures; default ert,ecdf)");
  flags.toggle(
      "--restarts", given->restarts,
      "ecdf and auc: simulate restarts of cells that did not reach a target, up to 100 times the "
      "longest run");
  flags.toggle("--markdown", given->markdown, "print tables of Markdown");
  flags.toggle("--json", given->json, "print JSON");
  flags.optional("--html", given->html,
                 "write a page with charts to this file instead: it holds all it needs, and opens "
                 "without a network");
  flags.examples(
      "Example:\n"
      "  sweep-bench --method random,bayes --objective 'bbob/f1,8/d2/i1-5' -o a.db\n"
      "  sweep-bench report a.db --measure ert,ecdf,significance\n"
      "\n"
      "Cells that broke are in no figure. A store of an older layout (3 or 4) is upgraded in "
      "a\n"
      "private copy each time it is read; `run` on it, with the same command, upgrades it once.");
  return [given] { return report(*given); };
}

}  // namespace sweep
