#include "bench/terminal/diagnostics.hpp"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <ctime>

#include "algorithms/text/printable.hpp"

namespace sweep {
namespace {

/// Keeps the signal of a pipe that nobody reads from this thread, and takes it away if it came.
class NoPipeSignal {
 public:
  NoPipeSignal() noexcept {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    const timespec at_once = {};
    if (sigismember(&before_, SIGPIPE) == 0) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  sigset_t pipe_;
  sigset_t before_;
};

bool continues_sequence(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

void write_diagnostic(std::string_view text) noexcept {
  const NoPipeSignal no_signal;
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string diagnostic_line(std::string_view text) {
  constexpr std::size_t kMost = 2000;
  constexpr std::size_t kEnd = 600;
  std::string line = printable(text);
  if (line.size() <= kMost) return line;
  std::size_t head = kMost - kEnd;
  std::size_t tail = line.size() - kEnd;
  while (continues_sequence(line[head])) --head;
  while (tail < line.size() && continues_sequence(line[tail])) ++tail;
  return line.substr(0, head) + " ... " + line.substr(tail);
}

void occupy_standard_streams() noexcept {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest that is free is this one. Opened the wrong way round: what was closed must fail.
    static_cast<void>(::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
  }
}

}  // namespace sweep
