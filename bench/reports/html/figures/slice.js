// A slice: the loss of each trial chosen over one of its parameters.

const MOST_DOTS = 4000;

/** `settings.axis`: the parameter's place; `settings.rows`: the trials chosen, by ascending loss. */
function sliceOption(figure, theme, settings) {
  const last = figure.series.length - 1;
  const of = settings.axis;
  const stride = Math.max(1, Math.ceil(settings.rows.length / MOST_DOTS));
  const rows = settings.rows.filter((_, i) => i % stride === 0);
  const axis = figure.axes[of];
  const methods = figure.axes[0].names;
  const frame = frameOption(figure, theme, settings);
  const xAxis = axis.names.length > 0
    ? { ...axisOption(axis, theme, { nameGap: nameGap(theme) }), type: 'category', data: axis.names, jitter: Math.min(120, settings.width / axis.names.length / 2), jitterOverlap: true, scale: false, axisLabel: { color: theme.muted, fontSize: theme.fontSize - 1 } }
    : axisOption(axis, theme, { nameGap: nameGap(theme) });
  return {
    ...frame,
    tooltip: {
      ...frame.tooltip,
      formatter: ({ seriesName, value }) => `${seriesName}: ${axis.label} ${axis.names.length ? axis.names[value[0]] : shortNumber(value[0])}, loss ${shortNumber(value[1])}`,
    },
    xAxis,
    yAxis: axisOption(figure.axes[last], theme, { nameGap: nameGap(theme) * 2 }),
    series: methods.map((name, m) => {
      const style = theme.styleOf(name);
      return {
        type: 'scatter', name, symbol: style.symbol, symbolSize: 6,
        itemStyle: { color: style.colour, opacity: 0.7 },
        data: rows.filter((row) => figure.series[0].y[row] === m && figure.series[last].y[row] !== null)
          .map((row) => [figure.series[of].y[row], figure.series[last].y[row]]),
      };
    }),
  };
}
