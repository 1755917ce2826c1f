// Parallel coordinates: an axis for each series, a line for each of the trials chosen.

const MOST_LINES = 1500;
const MOST_MOVING_LINES = 200;  // while a slider moves
const PARALLEL_FRAME = { left: 50, right: 76, top: 46, bottom: 20 };  // about the axes, in pixels

/** Of many trials as many as can be told apart, evenly; the best ones always. `rows` ascend by loss. */
function drawnRows(rows, most) {
  if (rows.length <= most) return rows;
  const best = rows.slice(0, 100);
  const stride = (rows.length - 100) / (most - 100);
  for (let k = 0; k < most - 100; ++k) best.push(rows[100 + Math.floor(k * stride)]);
  return best;
}

function parallelAxisOption(axis, values, dim, theme) {
  const names = { name: axis.label, nameTextStyle: { color: theme.text, fontSize: theme.fontSize }, nameLocation: 'end', nameGap: 12, nameTruncate: { maxWidth: 110 } };
  const look = {
    dim, ...names,
    axisLine: { lineStyle: { color: theme.line, width: 1.5 } },
    axisTick: { lineStyle: { color: theme.line } },
  };
  const axisLabel = { color: theme.text, fontSize: theme.fontSize - 2, textBorderColor: theme.card, textBorderWidth: 3 };
  if (axis.names.length > 0) {
    return { ...look, type: 'category', data: axis.names, axisLabel: { ...axisLabel, width: 90, overflow: 'truncate' } };
  }
  const [lo, hi] = rangeOf(values, axis);
  return { ...look, type: isLogarithmic(axis) ? 'log' : 'value', min: lo, max: hi, axisLabel: { ...axisLabel, formatter: shortNumber } };
}

/** The values that an axis spans; one that never varies is given room. */
function rangeOf(values, axis) {
  const { min, max } = endsOf(values, axis);
  if (min !== undefined) return [min, max];
  const only = values.find((value) => value !== null && (!isLogarithmic(axis) || value > 0));
  if (only === undefined) return [0, 1];
  return isLogarithmic(axis) ? [only / 2, only * 2] : [only - 1, only + 1];
}

/** Where each trial crosses each axis, from 0 at its lower end to 1; NaN where it has no value. */
function placesOnAxes(figure) {
  return figure.axes.map((axis, k) => {
    const values = figure.series[k].y;
    const names = axis.names.length;
    if (names > 0) return Float64Array.from(values, (value) => (value === null ? NaN : (value + 0.5) / names));
    const scaled = isLogarithmic(axis) ? Math.log : (value) => value;
    const [lo, hi] = rangeOf(values, axis).map(scaled);
    return Float64Array.from(values, (value) => (value === null ? NaN : (scaled(value) - lo) / (hi - lo)));
  });
}

/** How a line looks: the best is thick, the others are coloured by a fifth of the losses each. */
function lineLook(place, count, theme) {
  if (place === 0) return { color: theme.text, width: 3, opacity: 1 };
  const colour = theme.ramp[Math.min(theme.ramp.length - 1, Math.floor((place / count) * theme.ramp.length))];
  return { color: colour, width: 1, opacity: Math.max(0.12, Math.min(0.9, 60 / count)) };
}

/** `settings.rows`: the trials chosen, by ascending loss. */
function parallelOption(figure, theme, settings) {
  const rows = drawnRows(settings.rows ?? figure.series[0].y.map((_, i) => i), MOST_LINES);
  const lines = rows.map((row, place) => ({
    value: figure.series.map((s, k) => (figure.axes[k].names.length > 0 ? figure.axes[k].names[s.y[row]] : s.y[row] ?? '-')),
    lineStyle: lineLook(place, rows.length, theme),
  }));
  return {
    ...frameOption(figure, theme, { ...settings, hasLegend: false }),
    tooltip: { show: false },
    parallel: { ...PARALLEL_FRAME, parallelAxisDefault: { areaSelectStyle: { width: 0 } } },
    parallelAxis: figure.axes.map((axis, k) => parallelAxisOption(axis, figure.series[k].y, k, theme)),
    series: [{ type: 'parallel', silent: true, smooth: false, progressive: 0, inactiveOpacity: 0, data: lines.toReversed() }],
  };
}
