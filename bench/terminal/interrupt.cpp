#include "bench/terminal/interrupt.hpp"

#include <signal.h>

namespace sweep {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM};

// A handler can reach nothing but globals; lock-free, hence safe to set from one.
std::atomic<bool> requested = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void request(int) {
  requested = true;
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
}

// Installs the handler without SA_RESTART, so that nothing waits on after a signal.
void install(int signal) {
  struct sigaction action = {};
  sigaction(signal, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = request;
  for (const int blocked : kSignals) sigaddset(&action.sa_mask, blocked);
  sigaction(signal, &action, nullptr);
}

}  // namespace

const std::atomic<bool>& interrupt_requested() {
  static const bool installed = [] {
    for (const int signal : kSignals) install(signal);
    return true;
  }();
  static_cast<void>(installed);
  return requested;
}

void survive_file_size_limit() { ::signal(SIGXFSZ, SIG_IGN); }

}  // namespace sweep
