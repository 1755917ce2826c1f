#include "bench/cli/interrupt.hpp"

#include <csignal>

namespace sweep {
namespace {

// A handler can reach nothing but globals; lock-free, hence safe to set from one.
std::atomic<bool> requested = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void request(int signal) {
  requested = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& interrupt_requested() {
  static const bool installed = [] {
    std::signal(SIGINT, request);
    std::signal(SIGTERM, request);
    return true;
  }();
  static_cast<void>(installed);
  return requested;
}

}  // namespace sweep
