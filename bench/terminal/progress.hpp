#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "bench/run/stopwatch.hpp"
#include "bench/session/cell_observer.hpp"
#include "bench/terminal/time_left.hpp"

namespace sweep {

/// How progress is shown, on the error stream: as a line of the terminal that is drawn anew, if
/// there is a terminal; as a line every half a minute, for logs; not at all.
enum class ProgressKind { line, plain, none };

/// "auto", "plain" or "none". Throws SpecError for anything else.
ProgressKind progress_kind(std::string_view text);

/// Cells done, trials begun, time gone by and left, while cells are at work. A drawn line is gone
/// with the object.
class ProgressLine final : public CellObserver, public CellWatch {
 public:
  explicit ProgressLine(ProgressKind kind);
  explicit ProgressLine(bool wanted)
      : ProgressLine(wanted ? ProgressKind::line : ProgressKind::none) {}
  ~ProgressLine() override;
  /// Takes the line away, so that something else can be said; the next progress draws it again.
  void wipe() const;
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void begin(std::size_t cells) override;
  void cell_ended() override;
  CellWatch* watch(const WorkPlan& plan) override;

  void begun(std::size_t index) override;
  void advanced(std::size_t index, std::uint64_t trials, double share) override;
  void ended(std::size_t index) override;

  /// "3 of 60 cells, 451 trials, 40 s so far, 13 min left"
  [[nodiscard]] std::string text(double now) const;

 private:
  void draw_in_time();

  ProgressKind kind_;
  std::mutex one_at_a_time_;
  std::size_t cells_ = 0;
  std::size_t done_ = 0;
  std::uint64_t trials_ = 0;
  std::size_t seeds_ = 1;
  std::optional<TimeLeft> time_left_;  // if the cells can be looked into
  Stopwatch since_start_;
  double next_draw_seconds_ = 0;
};

}  // namespace sweep
