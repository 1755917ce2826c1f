// Curves over wall time: each x takes the cost of an evaluation and the optimiser's own time.

function timedOption(figure, theme, settings) {
  const secondsPer = (s) => settings.cost + s.seconds_per_x;
  return curvesAt(figure, theme, settings, (s) => s.x.map((x) => x * secondsPer(s)));
}
