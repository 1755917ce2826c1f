#include "bench/terminal/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <utility>
#include <vector>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"
#include "bench/terminal/diagnostics.hpp"

namespace sweep {
namespace {

constexpr double kSecondsBetweenDraws = 0.2;
constexpr double kSecondsBetweenLines = 30;

ProgressKind possible(ProgressKind wanted) {
  const bool has_terminal = isatty(STDERR_FILENO) == 1;
  return wanted == ProgressKind::line && !has_terminal ? ProgressKind::none : wanted;
}

}  // namespace

ProgressKind progress_kind(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kWords = {"auto", "plain", "none"};
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i] == text) return static_cast<ProgressKind>(i);
  }
  throw SpecError("--progress: " + unknown_name("kind", text, kWords));
}

ProgressLine::ProgressLine(ProgressKind kind) : kind_(possible(kind)) {}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::wipe() const {
  if (kind_ == ProgressKind::line) write_diagnostic("\r\033[K");
}

CellWatch* ProgressLine::watch(const WorkPlan& plan) {
  if (kind_ == ProgressKind::none || plan.cells.empty()) return nullptr;
  seeds_ = plan.seeds;
  std::vector<TimeLeft::Kind> kinds(plan.cells.back() / seeds_ + 1);
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i].method = i % plan.methods;
  for (const std::size_t index : plan.cells) ++kinds[index / seeds_].cells;
  time_left_.emplace(std::move(kinds), plan.threads);
  return this;
}

void ProgressLine::begin(std::size_t cells) {
  cells_ = cells;
  since_start_ = Stopwatch();
  next_draw_seconds_ = kind_ == ProgressKind::plain ? kSecondsBetweenLines : 0;
  draw_in_time();
}

void ProgressLine::cell_ended() {
  const std::lock_guard lock(one_at_a_time_);
  ++done_;
  draw_in_time();
}

void ProgressLine::begun(std::size_t index) {
  const std::lock_guard lock(one_at_a_time_);
  time_left_->begin(index, index / seeds_, since_start_.seconds());
}

void ProgressLine::advanced(std::size_t index, std::uint64_t trials, double share) {
  const std::lock_guard lock(one_at_a_time_);
  trials_ += trials;
  time_left_->advance(index, share, since_start_.seconds());
  draw_in_time();
}

void ProgressLine::ended(std::size_t index) {
  const std::lock_guard lock(one_at_a_time_);
  time_left_->end(index, since_start_.seconds());
}

std::string ProgressLine::text(double now) const {
  std::string text = fmt::format("{} of {} cells", done_, cells_);
  std::optional<double> left;
  if (time_left_) {
    text += fmt::format(", {} trial{}", trials_, trials_ == 1 ? "" : "s");
    left = time_left_->seconds_left(now);
  } else if (done_ > 0) {
    left = static_cast<double>(cells_ - done_) * now / static_cast<double>(done_);
  }
  text += fmt::format(", {} so far", duration_text(now));
  return left ? text + fmt::format(", {} left", duration_text(*left)) : text;
}

void ProgressLine::draw_in_time() {
  const double now = since_start_.seconds();
  if (kind_ == ProgressKind::none || now < next_draw_seconds_) return;
  const bool is_plain = kind_ == ProgressKind::plain;
  next_draw_seconds_ = now + (is_plain ? kSecondsBetweenLines : kSecondsBetweenDraws);
  write_diagnostic(is_plain ? text(now) + "\n" : "\r\033[K" + text(now));
}

}  // namespace sweep
