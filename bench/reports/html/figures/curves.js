// Curves with bands: y over x of each series.

/** A band from lo to hi, which stacked areas cannot draw on a logarithmic axis. */
function bandSeries(series, x, place, style, name) {
  if (series.lo.length === 0) return [];
  const rows = x.map((at, i) => [at, place(series.lo[i]), place(series.hi[i])])
    .filter(([at, lo, hi]) => at !== null && lo !== null && hi !== null);
  if (rows.length < 2) return [];
  return [{
    type: 'custom', name, silent: true, clip: true, z: 1, data: [[rows[0][0], rows[0][1]]],
    tooltip: { show: false }, itemStyle: { color: style.colour },
    renderItem: (_, api) => ({
      type: 'polygon',
      shape: { points: [...rows.map(([at, lo]) => api.coord([at, lo])), ...rows.toReversed().map(([at, , hi]) => api.coord([at, hi]))] },
      style: { fill: style.colour, opacity: 0.13 },
    }),
  }];
}

function lineSeries(series, x, place, style) {
  const marks = Math.max(1, Math.ceil(x.length / 6));
  return {
    type: 'line', name: series.name, z: 3, clip: true,
    data: series.y.map((y, i) => [x[i], place(y)]),
    itemStyle: { color: style.colour },
    lineStyle: { color: style.colour, width: 2, type: style.dash },
    symbol: style.symbol, symbolSize: (_, { dataIndex }) => (dataIndex % marks === 0 ? 7 : 0),
    showSymbol: true, showAllSymbol: true,
    emphasis: { focus: 'none' },
  };
}

/** Curves at places `xOf` says, which may be others than the figure's. */
function curvesAt(figure, theme, settings, xOf) {
  const shown = figure.series.filter((s) => !settings.hidden.has(s.name));
  const floorY = floorOf(shown.flatMap((s) => [...s.y, ...s.lo]));
  const placeY = placedOn(figure.y, floorY);
  const series = shown.flatMap((s) => {
    const style = theme.styleOf(s.name);
    const x = xOf(s);
    // The line first: a legend shows the first series of a name.
    return [lineSeries(s, x, placeY, style), ...bandSeries(s, x, placeY, style, s.name)];
  });
  return {
    ...frameOption(figure, theme, settings),
    tooltip: {
      ...frameOption(figure, theme, settings).tooltip, trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: theme.line } },
      valueFormatter: shortNumber,
    },
    xAxis: axisOption(figure.x, theme, { nameGap: nameGap(theme), ...endsOf(shown.flatMap(xOf), figure.x) }),
    yAxis: axisOption(figure.y, theme, { nameGap: nameGap(theme) * 2 }),
    series,
  };
}

function curvesOption(figure, theme, settings) {
  const floorX = floorOf(figure.series.flatMap((s) => s.x));
  const place = placedOn(figure.x, floorX);
  return curvesAt(figure, theme, settings, (s) => s.x.map(place));
}
