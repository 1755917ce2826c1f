#pragma once

namespace sweep {

/// A function's value and its derivative at one place.
struct Slope {
  double value;
  double derivative;
};

/// The line search of More, Thuente 1994 (ACM TOMS 20, 286-307, doi:10.1145/192115.192132): finds a
/// step s in [0, longest] with f(s) <= f(0) + kArmijo s f'(0) and |f'(s)| <= kCurvature |f'(0)|.
///
/// It asks and is told: `step()` is where f is wanted next, `report` brings it. It ends too, with
/// the best that is to be had, when the bracket is relatively narrower than kWidth or the longest
/// step still descends. Needs f'(0) < 0 and a first step in (0, longest].
/// The constants are those of the reference's optimiser (L-BFGS-B 3.0).
class MoreThuente {
 public:
  static constexpr double kArmijo = 1e-3;
  static constexpr double kCurvature = 0.9;
  static constexpr double kWidth = 0.1;

  MoreThuente(Slope at_zero, double first_step, double longest);

  [[nodiscard]] double step() const { return step_; }
  /// What f is at step(). True if the search has ended there, else step() is another one.
  bool report(Slope at_step);

 private:
  struct End {
    double step;
    Slope f;
  };

  [[nodiscard]] bool has_ended(Slope at_step) const;
  void move(Slope at_step);
  void move_bracket(Slope at_step);
  void update_limits();
  [[nodiscard]] double trial_step(const End& here);
  [[nodiscard]] double trial_before(const End& here) const;
  [[nodiscard]] double trial_between(const End& here) const;
  [[nodiscard]] double trial_ahead(const End& here) const;
  [[nodiscard]] double trial_beyond(const End& here) const;

  Slope start_;
  double longest_;
  double step_;
  End best_;   // the least f met so far
  End other_;  // the other end of the bracket
  bool is_bracketed_ = false;
  bool seeks_descent_ = true;  // the first stage, which works on f less its Armijo line
  double lowest_;              // where the next step may lie
  double highest_;
  double width_;
  double width_before_;
};

}  // namespace sweep
