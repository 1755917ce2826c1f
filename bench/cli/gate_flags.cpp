#include "bench/cli/gate_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "algorithms/text/error.hpp"

namespace sweep {
namespace {

// What has no effect is refused: its user meant something by it.
void refuse(bool is_given, const char* flag, const char* why) {
  if (is_given) throw SpecError(fmt::format("{}: {}", flag, why));
}

void refuse_idle_outputs(const GateFlags& flags) {
  if (flags.json && flags.markdown) throw SpecError("--json and --markdown exclude each other");
  if (flags.json && flags.github) {
    throw SpecError("--json and --github exclude each other: both go to the standard output");
  }
  if (flags.approve.empty() && !flags.self_test) return;
  const char* const why = flags.self_test ? "is for verdicts, and --self-test has none"
                                          : "is for verdicts, and --approve has none";
  refuse(!flags.junit.empty(), "--junit", why);
  refuse(!flags.bencher.empty(), "--bmf", why);
  refuse(!flags.otava.empty(), "--otava", why);
  refuse(flags.github, "--github", why);
  if (flags.self_test) return;
  refuse(flags.json, "--json", why);
  refuse(flags.markdown, "--markdown", why);
}

}  // namespace

void check_modes(const GateFlags& flags) {
  const bool modes[] = {!flags.approve.empty(), flags.count, flags.grow, flags.interleave,
                        flags.self_test};
  if (std::count(std::begin(modes), std::end(modes), true) > 1) {
    throw SpecError("--approve, --count, --grow, --interleave and --self-test exclude each other");
  }
  refuse(!flags.max_seeds.empty() && !flags.grow, "--max-seeds", "has an effect with --grow only");
  refuse(!flags.pairs.empty() && !flags.interleave, "--pairs",
         "has an effect with --interleave only");
  refuse_idle_outputs(flags);
}

}  // namespace sweep
