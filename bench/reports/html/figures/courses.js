// Learning curves: a thin line for each trial, drawn by how it ended.

function courseStyle(state, theme) {
  if (state === 'stopped') return { colour: theme.colours[1], dash: [5, 3], end: 'path://M0,0 L10,10 M10,0 L0,10' };
  if (state === 'failed') return { colour: theme.bad, dash: [1, 3], end: 'triangle' };
  return { colour: theme.colours[0], dash: 'solid', end: 'none' };
}

function coursesOption(figure, theme, settings) {
  const shown = figure.series.filter((s) => !settings.hidden.has(s.name));
  const place = placedOn(figure.y, floorOf(shown.flatMap((s) => s.y)));
  const frame = frameOption(figure, theme, settings);
  return {
    ...frame,
    tooltip: {
      ...frame.tooltip, trigger: 'item',
      formatter: ({ seriesName, value }) => `${seriesName}: step ${value[0]}, ${shortNumber(value[1])}`,
    },
    xAxis: axisOption(figure.x, theme, { nameGap: nameGap(theme) }),
    yAxis: axisOption(figure.y, theme, { nameGap: nameGap(theme) * 2 }),
    series: shown.map((s) => {
      const { colour, dash, end } = courseStyle(s.name, theme);
      const last = s.y.length - 1;
      return {
        type: 'line', name: s.name, data: s.y.map((y, i) => [s.x[i], place(y)]),
        itemStyle: { color: colour, borderColor: colour, borderWidth: 2 },
        lineStyle: { color: colour, width: 1, type: dash, opacity: s.name === 'completed' ? 0.8 : 0.6 },
        showSymbol: end !== 'none' || last === 0, showAllSymbol: true,
        symbol: end === 'none' ? 'circle' : end, symbolSize: (_, { dataIndex }) => (dataIndex === last ? 7 : 0),
      };
    }),
  };
}
