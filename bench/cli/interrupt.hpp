#pragma once

#include <atomic>

namespace sweep {

/// True once Ctrl+C or a termination request has come; a second one ends the program at once.
/// The first call installs the handlers.
const std::atomic<bool>& interrupt_requested();

}  // namespace sweep
