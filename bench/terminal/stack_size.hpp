#pragma once

namespace sweep {

/// Refuses with a SpecError an environment that gives threads too little stack to work on, or more
/// than there is: OMP_STACKSIZE, or the limit of the shell (`ulimit -s`). They would crash.
void check_stack_size();

}  // namespace sweep
