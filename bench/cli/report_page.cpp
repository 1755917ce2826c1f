#include "bench/cli/report_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <optional>
#include <utility>

#include "bench/session/follow_stores.hpp"
#include "bench/session/reported_trials.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/output_target.hpp"

namespace sweep {
namespace {

constexpr const char* kPageBeginning = "<!doctype html>";

std::string page_title(const ReportTask& task) {
  return fmt::format("sweep-bench report: {}", fmt::join(task.stores, ", "));
}

std::string page_of(const ReportTask& task, std::span<const StoredResults> stores,
                    const CellSet& cells, const PageNews& news = {}) {
  const Sections sections =
      page_sections(cells, reported_trials(stores, kMostPageTrials),
                    measure_report(task.measures, task.options.measures, cells), task.options);
  return html_page(page_title(task), sections, news);
}

PageNews news_of(const std::optional<RunsUnderWay>& runs) {
  if (!runs) return {};
  return {fmt::format("The run is under way: {} of {} cells", runs->finished, runs->cells),
          static_cast<int>(std::ceil(runs->seconds))};
}

// A page of the same stores, which was followed before, is no loss.
void check_page_is_free(const ReportTask& task) {
  constexpr std::size_t kBeginning = 16'384;
  std::ifstream file(task.file, std::ios::binary);
  std::string beginning(kBeginning, '\0');
  file.read(beginning.data(), kBeginning);
  if (is_page_titled(page_title(task), beginning)) return;
  static_cast<void>(OutputTarget(task.file, OutputTarget::Kind::file));
}

void note_end(const ReportTask& task, Followed end) {
  if (end == Followed::nobody_wrote) {
    return print_note(fmt::format("{}: no run is writing {}; the page was written once", task.file,
                                  task.stores.size() == 1 ? "this store" : "these stores"));
  }
  print_note(fmt::format("{}: {}", task.file,
                         end == Followed::to_the_end
                             ? "the run has ended, and this is its page"
                             : "interrupted: the page is whole, and the run goes on without it"));
}

}  // namespace

void print_report_warnings(const ReportTask& task, const ReportedCells& cells) {
  for (const std::string& warning : cells.warnings) print_warning(warning);
  const auto is_stopped = [](const KeyedCell& cell) { return cell.use.stopped > 0; };
  const std::vector<KeyedCell>& all = cells.set.cells;
  if (!task.options.price_per_hour || std::any_of(all.begin(), all.end(), is_stopped)) return;
  print_warning("--price: no trial was stopped early, so that nothing was saved");
}

ExitCode write_page(const ReportTask& task, std::span<const StoredResults> stores,
                    const CellSet& cells) {
  OutputTarget target(task.file, OutputTarget::Kind::file);
  OutputFile file(target.partial());
  file.write(page_of(task, stores, cells));
  file.close();
  target.complete();
  return kDone;
}

ExitCode follow_page(const ReportTask& task) {
  check_page_is_free(task);
  bool is_first = true;
  const auto show = [&](std::span<const StoredResults> stores,
                        const std::optional<RunsUnderWay>& runs) {
    const ReportedCells cells = reported_cells(stores);
    if (!runs) print_report_warnings(task, cells);
    replace_file(task.file, page_of(task, stores, cells.set, news_of(runs)), kPageBeginning);
    if (runs && std::exchange(is_first, false)) {
      print_note(
          fmt::format("{}: written, and again every few seconds until the run ends", task.file));
    }
  };
  const auto wait = [&] {
    print_note(fmt::format("{}: waiting for {}, which another program is holding", task.file,
                           task.stores.size() == 1 ? "the store" : "a store"));
  };
  const Followed end = follow_stores(task.stores, interrupt_requested(), {show, wait});
  // A page that goes on saying that a run is under way would be read anew for ever.
  if (end == Followed::interrupted && !is_first) show(opened_stores(task.stores), std::nullopt);
  note_end(task, end);
  return end == Followed::interrupted ? kInterrupted : kDone;
}

}  // namespace sweep
