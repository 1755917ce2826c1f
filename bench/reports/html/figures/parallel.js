// Parallel coordinates: an axis for each series, a line for each of the trials chosen.

const MOST_LINES = 1500;
const MOST_MOVING_LINES = 200;  // while a slider moves

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

/** `settings.rows`: the trials chosen, by ascending loss. */
function parallelOption(figure, theme, settings) {
  const rows = drawnRows(settings.rows ?? figure.series[0].y.map((_, i) => i), settings.most ?? MOST_LINES);
  const classes = theme.ramp.length;
  const opacity = Math.max(0.12, Math.min(0.9, 60 / rows.length));
  const lines = rows.map((row, place) => {
    const isBest = place === 0;
    const colour = theme.ramp[Math.min(classes - 1, Math.floor((place / rows.length) * classes))];
    return {
      value: figure.series.map((s, k) => (figure.axes[k].names.length > 0 ? figure.axes[k].names[s.y[row]] : s.y[row] ?? '-')),
      lineStyle: isBest ? { color: theme.text, width: 3, opacity: 1 } : { color: colour, width: 1, opacity },
    };
  });
  return {
    ...frameOption(figure, theme, { ...settings, hasLegend: false }),
    tooltip: { show: false },
    parallel: { left: 50, right: 60, top: 46, bottom: 20, parallelAxisDefault: { areaSelectStyle: { width: 0 } } },
    parallelAxis: figure.axes.map((axis, k) => parallelAxisOption(axis, figure.series[k].y, k, theme)),
    series: [{ type: 'parallel', silent: true, smooth: false, progressive: 0, inactiveOpacity: 0, data: lines.toReversed() }],
  };
}
