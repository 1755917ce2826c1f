#pragma once

#include <span>

#include "bench/terminal/verb.hpp"

namespace sweep {

/// Every verb there is. The first is the default one.
std::span<const Verb> verbs();

Action add_audit(Flags& flags);
Action add_compare(Flags& flags);
Action add_completion(Flags& flags);
Action add_eval(Flags& flags);
Action add_export(Flags& flags);
Action add_gate(Flags& flags);
Action add_list(Flags& flags);
Action add_man(Flags& flags);
Action add_next(Flags& flags);
Action add_plan(Flags& flags);
Action add_plot(Flags& flags);
Action add_posterior(Flags& flags);
Action add_report(Flags& flags);
Action add_run(Flags& flags);
Action add_space(Flags& flags);
Action add_stop(Flags& flags);
Action add_verify(Flags& flags);

}  // namespace sweep
