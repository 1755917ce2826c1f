#pragma once

#include <atomic>

#include "bench/terminal/exit_code.hpp"

namespace sweep {

/// True once Ctrl+C or a termination request has come; any second one ends the program at once.
/// The first call installs the handlers, so make it when all input has been read, and before work
/// that takes long begins: until then such a signal ends the program. A signal that was ignored
/// from the start (nohup) stays ignored.
const std::atomic<bool>& interrupt_requested();

/// A file that reaches a size limit then fails to grow, with an error that can be reported, rather
/// than ending the program.
void survive_file_size_limit();

}  // namespace sweep
