// A row for each series: a dot, and a line from lo to hi; one without a dot is a bar.

function whisker(theme) {
  return (_, api) => {
    const [left, y] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    const style = { stroke: theme.text, lineWidth: 2 };
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
    return { type: 'group', children: [line(left, y, right, y), line(left, y - 5, left, y + 5), line(right, y - 5, right, y + 5)] };
  };
}

function bar(theme) {
  return (_, api) => {
    const [left, y] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    return { type: 'rect', shape: { x: left, y: y - 4, width: right - left, height: 8 }, style: { fill: theme.muted } };
  };
}

function intervalsOption(figure, theme, settings) {
  const rows = figure.series.filter((s) => !settings.hidden.has(s.name));
  const boundsOf = (hasDot) => rows.map((s, i) => [s.lo[0], s.hi[0], i])
    .filter(([lo, , i]) => lo !== undefined && lo !== null && (rows[i].y.length > 0) === hasDot);
  const dots = rows.map((s, i) => ({ s, i })).filter(({ s }) => s.y.length > 0);
  const frame = frameOption(figure, theme, { ...settings, hasLegend: false });
  return {
    ...frame,
    grid: { ...frame.grid, top: settings.isExport ? 24 : 12 },
    tooltip: {
      ...frame.tooltip,
      formatter: ({ dataIndex }) => {
        const { s } = dots[dataIndex];
        const interval = s.lo.length ? ` [${shortNumber(s.lo[0])}, ${shortNumber(s.hi[0])}]` : '';
        return `${s.name}: ${shortNumber(s.y[0])}${interval}`;
      },
    },
    xAxis: axisOption(figure.y, theme, { nameGap: nameGap(theme) }),
    yAxis: {
      type: 'category', inverse: true, data: rows.map((s) => s.name),
      axisLine: { lineStyle: { color: theme.line } }, axisTick: { show: false },
      axisLabel: { color: theme.text, fontSize: theme.fontSize, interval: 0, margin: 14, width: settings.width < 600 ? 128 : 260, overflow: 'truncate' },
    },
    series: [
      { type: 'custom', silent: true, z: 2, data: boundsOf(true), encode: { x: [0, 1], y: 2 }, renderItem: whisker(theme) },
      { type: 'custom', silent: true, z: 2, data: boundsOf(false), encode: { x: [0, 1], y: 2 }, renderItem: bar(theme) },
      {
        type: 'scatter', z: 3, symbolSize: 13,
        data: dots.map(({ s, i }) => ({ value: [s.y[0], i], symbol: theme.styleOf(s.name).symbol, itemStyle: { color: theme.styleOf(s.name).colour, borderColor: theme.text, borderWidth: 1 } })),
        label: { show: settings.width >= 600, position: 'top', color: theme.text, fontSize: theme.fontSize - 1, formatter: ({ value }) => value[0].toFixed(2) },
      },
    ],
  };
}
