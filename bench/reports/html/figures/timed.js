// Curves over wall time: each x takes the cost of an evaluation and the optimiser's own time.

/** The wall time of each x of a series, if each costs as many seconds. */
function secondsOf(series, cost) {
  return series.x.map((x) => x * (cost + series.seconds_per_x));
}

function timedOption(figure, theme, settings) {
  return curvesAt(figure, theme, settings, (s) => secondsOf(s, settings.cost));
}
