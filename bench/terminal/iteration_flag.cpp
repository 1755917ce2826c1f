#include "bench/terminal/iteration_flag.hpp"

#include <string_view>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {

void add_iteration_flag(Flags& flags, std::string& text) {
  flags.optional("--iteration", text,
                 "what counts as a step of a run: reports of the metric, as at W&B (the default), "
                 "or _step of the history");
}

Iteration parse_iteration(const std::string& text) {
  static constexpr std::string_view kKnown[] = {"reports", "_step"};
  if (text == kKnown[0]) return Iteration::report;
  if (text == kKnown[1]) return Iteration::step;
  throw SpecError("--iteration: " + unknown_name("unit", text, kKnown));
}

}  // namespace sweep
