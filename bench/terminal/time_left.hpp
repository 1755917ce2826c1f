#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sweep {

/// The time until all cells are over, of methods of which one may take a thousand times as long as
/// another.
///
/// Cells of one method on one objective (a kind) are taken to last alike: as long as those that
/// have ended did, on average. A cell under way lasts elapsed x share^-p, where p is how its time
/// has grown since half of its share: models grow slower with each trial. A kind of which nothing
/// is known lasts as the method does on other objectives; of a method of which nothing is known,
/// nothing can be said.
class TimeLeft {
 public:
  /// How many cells there are of each kind, and of which method it is.
  struct Kind {
    std::size_t method;
    std::size_t cells;
  };
  TimeLeft(std::vector<Kind> kinds, int threads);

  // Seconds are since the beginning, of all of them; `cell` is a number that is its own.
  void begin(std::size_t cell, std::size_t kind, double seconds);
  void advance(std::size_t cell, double share, double seconds);
  void end(std::size_t cell, double seconds);

  [[nodiscard]] std::optional<double> seconds_left(double now) const;

 private:
  static constexpr std::size_t kMarks = 32;  // shares whose times are remembered

  struct Running {
    std::size_t kind;
    double begun;
    double share = 0;
    double elapsed = 0;                      // at that share
    std::array<double, kMarks + 1> at = {};  // elapsed when the share was i / kMarks first
  };
  struct Ended {
    std::size_t cells = 0;
    double seconds = 0;
  };

  [[nodiscard]] static std::optional<double> length(const Running& cell);
  [[nodiscard]] std::optional<double> length_of_kind(std::size_t kind) const;
  [[nodiscard]] std::optional<double> length_of_method(std::size_t method) const;

  std::vector<Kind> kinds_;
  std::vector<std::size_t> waiting_;  // cells of each kind that have not begun
  std::vector<Ended> ended_;          // of each kind
  std::map<std::size_t, Running> running_;
  int threads_;
};

/// "40 s", "12 min", "3 h 20 min", "2 d 5 h".
std::string duration_text(double seconds);

}  // namespace sweep
