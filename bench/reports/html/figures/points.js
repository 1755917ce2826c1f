// Points of each series, with a standing line from lo to hi; the one that is advised has a ring.

const ADVISED = 'advised';

function standingWhisker(theme) {
  return (_, api) => {
    const [x, low] = api.coord([api.value(0), api.value(1)]);
    const [, high] = api.coord([api.value(0), api.value(2)]);
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: theme.muted, lineWidth: 1.5 } });
    return { type: 'group', children: [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)] };
  };
}

function pointStyle(name, theme) {
  if (name === ADVISED) return { colour: theme.text, symbol: 'emptyCircle', dash: [0, 99] };
  return { ...theme.styleOf(name), dash: [0, 99] };
}

function pointSeries(series, place, theme) {
  const isRing = series.name === ADVISED;
  const style = pointStyle(series.name, theme);
  return {
    type: 'scatter', name: series.name, z: isRing ? 4 : 3, silent: isRing,
    symbol: isRing ? 'circle' : style.symbol, symbolSize: isRing ? 26 : 12,
    itemStyle: isRing ? { color: 'transparent', borderColor: theme.text, borderWidth: 2.5 } : { color: style.colour, borderColor: theme.text, borderWidth: 1 },
    data: series.x.map((x, i) => [x, place(series.y[i])]).filter(([, y]) => y !== null),
  };
}

/** The ends of the axis of costs, with room for the symbols; of less than a decade, round ones. */
function costEnds(shown) {
  const { min, max } = endsOf(shown.flatMap((s) => s.x), { scale: 'logarithmic' });
  return max >= 10 * min ? { min: min / 1.25, max: max * 1.25 } : {};
}

function pointsOption(figure, theme, settings) {
  const shown = figure.series.filter((s) => !settings.hidden.has(s.name));
  const place = placedOn(figure.y, floorOf(shown.flatMap((s) => [...s.y, ...s.lo])));
  const frame = frameOption(figure, theme, settings);
  const bounds = shown.filter((s) => s.name !== ADVISED)
    .flatMap((s) => s.x.map((x, i) => [x, place(s.lo[i]), place(s.hi[i])])).filter(([, lo, hi]) => lo !== null && hi !== null);
  return {
    ...frame,
    tooltip: {
      ...frame.tooltip,
      formatter: ({ seriesName, value }) => `${seriesName}: ${figure.x.label} ${shortNumber(value[0])}, loss ${shortNumber(value[1])}`,
    },
    xAxis: axisOption(figure.x, theme, { nameGap: nameGap(theme), ...costEnds(shown) }),
    yAxis: axisOption(figure.y, theme, { nameGap: nameGap(theme) * 2 }),
    series: [
      { type: 'custom', silent: true, z: 2, data: bounds, encode: { x: 0, y: [1, 2] }, renderItem: standingWhisker(theme) },
      ...shown.map((s) => pointSeries(s, place, theme)),
    ],
  };
}
