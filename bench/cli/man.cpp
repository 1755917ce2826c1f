#include "bench/cli/verbs.hpp"
#include "bench/terminal/exit_code.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/man_page.hpp"
#include "bench/terminal/output.hpp"

namespace sweep {

Action add_man(Flags& flags) {
  flags.examples("Example:\n  sweep-bench man | man -l -");
  return [] {
    print_data(man_page(verbs()));
    return kDone;
  };
}

}  // namespace sweep
