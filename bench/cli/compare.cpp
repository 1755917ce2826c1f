#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/reports/section_json.hpp"
#include "bench/reports/section_text.hpp"
#include "bench/reports/verdict/compare_report.hpp"
#include "bench/session/compared_side.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/output.hpp"
#include "bench/terminal/screen.hpp"
#include "bench/verdict/comparison.hpp"

namespace sweep {
namespace {

struct CompareFlags {
  std::vector<std::string> sides;
  std::string tolerance = "5%";
  bool markdown = false;
  bool json = false;
};

std::vector<Side> sides_of(const std::vector<std::string>& texts) {
  std::vector<Side> sides;
  for (const std::string& text : texts) {
    ReadSide read = read_side(side_name(text));
    for (const std::string& warning : read.warnings) print_warning(warning);
    sides.push_back(std::move(read.side));
  }
  return contenders_of(std::move(sides));
}

ExitCode compare_sides(const CompareFlags& flags) {
  if (flags.json && flags.markdown) throw SpecError("--json and --markdown exclude each other");
  const VerdictRule rule{VerdictRule().alpha, parse_tolerance(flags.tolerance)};
  if (flags.sides.empty()) {
    throw SpecError("compare: expected stores, or methods of stores: a.db:bayes b.db:tpe");
  }
  const std::vector<Side> contenders = sides_of(flags.sides);
  if (contenders.size() < 2) {
    throw SpecError(fmt::format("{}: holds one method only: there is nothing to compare it with",
                                flags.sides.front()));
  }
  const Comparison comparison = compare(contenders, rule);
  if (!comparison.reason.empty()) throw SpecError(comparison.reason);
  const Sections sections = comparison_sections(comparison);
  if (flags.json) {
    print_json(to_map(sections, kComparisonKey));
  } else {
    print_text(flags.markdown ? to_markdown(sections) : to_text(sections, output_columns()));
  }
  return kDone;
}

}  // namespace

Action add_compare(Flags& flags) {
  const auto given = std::make_shared<CompareFlags>();
  flags.repeated("SIDE", given->sides,
                 "stores, of any builds, or STORE:METHOD for one method of a store; LABEL=SIDE "
                 "names it; a single store compares its methods; the first is what the others are "
                 "compared with");
  flags.optional("--tolerance", given->tolerance,
                 "what is no matter: a share of the first one's median regret or loss, 5% "
                 "(default), or a difference of losses, 0.01");
  flags.toggle("--markdown", given->markdown, "print tables of Markdown");
  flags.toggle("--json", given->json, "print JSON");
  flags.examples(
      "Example:\n"
      "  sweep-bench --method random,bayes --objective 'bbob/f1,8/d2/i1-5' -o a.db\n"
      "  sweep-bench compare a.db:random a.db:bayes\n"
      "\n"
      "Cells are paired by objective, instance and seed.");
  return [given] { return compare_sides(*given); };
}

}  // namespace sweep
