#include <fmt/format.h>

#include <array>
#include <atomic>
#include <memory>
#include <optional>

#include "algorithms/text/error.hpp"
#include "algorithms/text/excerpt.hpp"
#include "algorithms/text/names.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/export/export_logs.hpp"
#include "bench/export/export_rows.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/interrupt.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/progress.hpp"

namespace sweep {
namespace {

constexpr std::array<std::string_view, 4> kFormats = {"coco", "csv", "ioh", "jsonl"};

struct ExportFlags {
  std::string store;
  std::string format;
  std::string out;
  std::string rows;
  bool csv_safe = false;
  bool no_progress = false;
};

bool is_log(const ExportFlags& flags) { return flags.format == "coco" || flags.format == "ioh"; }

void check(const ExportFlags& flags) {
  bool is_known = false;
  for (const std::string_view format : kFormats) is_known = is_known || format == flags.format;
  if (!is_known) throw SpecError("--format: " + unknown_name("format", flags.format, kFormats));
  if (is_log(flags) && (flags.out.empty() || flags.out == "-")) {
    throw SpecError(fmt::format("--format {} writes a folder and needs --out PATH", flags.format));
  }
  if (flags.csv_safe && flags.format != "csv") {
    throw SpecError(
        fmt::format("--csv-safe is for csv; --format {} is no table of texts", flags.format));
  }
  if (is_log(flags) && !flags.rows.empty()) {
    throw SpecError(fmt::format("--rows {} is for csv and jsonl; {} has a layout of its own",
                                flags.rows, flags.format));
  }
}

RowKind row_kind(const std::string& text) {
  if (text.empty() || text == "records") return RowKind::records;
  if (text == "cells") return RowKind::cells;
  throw SpecError(fmt::format("--rows {}: expected records or cells", text));
}

FlatFormat flat_format(const ExportFlags& flags) {
  if (flags.format != "csv") return FlatFormat::jsonl;
  return flags.csv_safe ? FlatFormat::csv_safe : FlatFormat::csv;
}

// Says what a spreadsheet would make of the texts, if it would.
void note_formulas(const RowFormat& format, const StoredResults& stored) {
  if (format.format != FlatFormat::csv) return;
  const auto formula = formula_in(format.kind, stored);
  if (!formula) return;
  print_note(fmt::format(
      "note: \"{}\" and texts like it stand in the file as they are, and a spreadsheet takes them "
      "for formulas; --csv-safe puts an apostrophe in front of = + - @",
      excerpt(*formula)));
}

bool write_logs(const ExportFlags& flags, const StoredResults& stored) {
  const LogFormat format = flags.format == "coco" ? LogFormat::coco : LogFormat::ioh;
  std::optional<ProgressLine> progress(!flags.no_progress);
  const LogExport written =
      export_logs(format, stored, flags.out, interrupt_requested(), *progress);
  progress.reset();
  for (const std::string& warning : written.warnings) print_warning(warning);
  return written.is_complete;
}

bool write_flat(const ExportFlags& flags, const StoredResults& stored) {
  const RowFormat format{flat_format(flags), row_kind(flags.rows)};
  note_formulas(format, stored);
  const bool is_file = !flags.out.empty() && flags.out != "-";
  ProgressLine progress(is_file && !flags.no_progress);
  const std::atomic<bool>& stop = interrupt_requested();
  return is_file ? export_rows(format, stored, flags.out, stop, progress)
                 : write_rows(format, stored, print_data, stop, progress);
}

ExitCode export_store(const ExportFlags& flags) {
  check(flags);
  static_cast<void>(row_kind(flags.rows));
  const StoredResults stored(flags.store);
  if (const auto warning = unfinished_warning(stored)) print_warning(*warning);
  if (is_log(flags) ? write_logs(flags, stored) : write_flat(flags, stored)) return kDone;
  print_note("interrupted: " +
             (flags.out.empty() ? "the output is cut" : flags.out + " is not written"));
  return kInterrupted;
}

std::string columns_help(std::string_view title, std::span<const FlatColumn> columns) {
  std::string text = fmt::format("\nColumns of --rows {}:\n", title);
  for (const FlatColumn& column : columns) {
    text += fmt::format("  {:<17} {}\n", column.name, column.meaning);
  }
  return text;
}

std::string help() {
  return "Examples:\n"
         "  sweep-bench export run.db --format csv -o run.csv     # pandas.read_csv\n"
         "  sweep-bench export run.db --format csv --rows cells   # a row per cell\n"
         "  sweep-bench export run.db --format coco -o exdata     # cocopp exdata/*\n"
         "  sweep-bench export run.db --format ioh -o ioh         # IOHanalyzer\n"
         "\n"
         "coco holds the objectives of bbob, bbob-boxed, bbob-mixint and bbob-noisy;\n"
         "others are left out, and counted. ioh takes any: one of no family is a function of the "
         "suite\n"
         "sweep-bench, with its loss as it is; members of families are logged as loss less "
         "optimum.\n"
         "Both hold whole trials: cells in which a scheduler stopped some are left out. Several "
         "seeds on\n"
         "an instance repeat it.\n"
         "A store of --record best holds improvements: then .dat is complete, and columns 1, 2, 3 "
         "and 5\n"
         "of .tdat are exact, while column 4 and x are those of the best so far; likewise the last "
         "line\n"
         "of an ioh run. With --record trials everything is exact. bbob-noisy needs that: it is "
         "logged\n"
         "without noise. So do several workers.\n"
         "Cells that broke are in no export. What differs in options or in its build is a method "
         "of "
         "its\n"
         "own: tpe?candidates=8, tpe @ 3f2a91c0.\n"
         "A store of an older layout (3 to 5) is upgraded in a private copy each time it is "
         "read;\n"
         "`run` on it, with the same command, upgrades it once.\n" +
         columns_help("records (default)", record_columns()) +
         "  param.NAME        native value; one column for each parameter of any objective. In\n"
         "                    jsonl a map: pandas.json_normalize(map(json.loads, open(PATH)))\n" +
         columns_help("cells", cell_columns());
}

}  // namespace

Action add_export(Flags& flags) {
  static const std::string text = help();
  const auto given = std::make_shared<ExportFlags>();
  flags.required("STORE", given->store, "what run --out wrote");
  flags.required("--format", given->format, "csv, jsonl, coco or ioh");
  flags.optional("--out", given->out,
                 "new file or folder; csv and jsonl go to the standard output without it");
  flags.letter("-o");
  flags.optional("--rows", given->rows, "of csv and jsonl: records (default) or cells");
  flags.toggle("--csv-safe", given->csv_safe,
               "csv: an apostrophe in front of texts that spreadsheets take for formulas");
  flags.toggle("--no-progress", given->no_progress, "no progress line on a terminal");
  flags.examples(text);
  return [given] { return export_store(*given); };
}

}  // namespace sweep
