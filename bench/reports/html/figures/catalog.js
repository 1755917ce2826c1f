// Every kind of figure that the program sends; one that is not here is shown as its table.
const FIGURES = {
  curves: curvesOption,
  timed: timedOption,
  intervals: intervalsOption,
  bars: barsOption,
  courses: coursesOption,
  points: pointsOption,
  parallel: parallelOption,
};

/** Charts of thousands of lines are drawn as pixels, the others as shapes. */
function rendererOf(figure) {
  return figure.kind === 'parallel' || figure.kind === 'courses' ? 'canvas' : 'svg';
}
