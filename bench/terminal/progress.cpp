#include "bench/terminal/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "bench/terminal/diagnostics.hpp"

namespace sweep {
namespace {

constexpr double kSecondsBetweenDraws = 0.2;

}  // namespace

ProgressLine::ProgressLine(bool wanted) : shown_(wanted && isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  if (shown_) write_diagnostic("\r\033[K");
}

void ProgressLine::begin(std::size_t cells) {
  cells_ = cells;
  since_start_ = Stopwatch();
  if (shown_) draw();
}

void ProgressLine::cell_ended() {
  ++done_;
  if (!shown_ || since_start_.seconds() < next_draw_seconds_) return;
  next_draw_seconds_ = since_start_.seconds() + kSecondsBetweenDraws;
  draw();
}

void ProgressLine::draw() const {
  std::string line = fmt::format("\r\033[K{} of {} cells", done_, cells_);
  if (done_ > 0) {
    const double rate = static_cast<double>(done_) / since_start_.seconds();
    const double left = static_cast<double>(cells_ - done_) / rate;
    line += fmt::format(", {:.3g} cells/s, {:.0f} s left", rate, left);
  }
  write_diagnostic(line);
}

}  // namespace sweep
