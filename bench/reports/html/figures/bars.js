// Bars: y of each series at the names of the x axis, lying, the longest name in full.

function barsOption(figure, theme, settings) {
  const frame = frameOption(figure, theme, settings);
  return {
    ...frame,
    aria: { ...frame.aria, decal: { show: true } },
    tooltip: { ...frame.tooltip, trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: shortNumber },
    xAxis: axisOption(figure.y, theme, { nameGap: nameGap(theme), scale: false }),
    yAxis: {
      type: 'category', inverse: true, data: figure.x.names,
      axisLine: { lineStyle: { color: theme.line } }, axisTick: { show: false },
      axisLabel: { color: theme.text, fontSize: theme.fontSize, interval: 0, width: settings.width < 600 ? 110 : 260, overflow: 'truncate' },
    },
    series: figure.series.map((s, i) => ({ s, colour: theme.colours[i % theme.colours.length] })).filter(({ s }) => !settings.hidden.has(s.name)).map(({ s, colour }) => ({
      type: 'bar', name: s.name, data: s.y, barMaxWidth: 18,
      itemStyle: { color: colour, borderColor: theme.text, borderWidth: 1 },
    })),
  };
}
