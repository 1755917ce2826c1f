// What the options of all charts share. Everything in this folder is a pure function of a figure and
// a theme: options of ECharts as data, no element and no state.

const isLogarithmic = (axis) => axis.scale === 'logarithmic';

/** A number as an axis shows it: 0.001, 25, 1e5. */
function shortNumber(value) {
  if (value === null || value === undefined) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3) return value.toExponential(2).replace(/\.?0+e/, 'e').replace('e+', 'e');
  return String(Number(value.toPrecision(4)));
}

/** The smallest value above 0 on an axis, a tenth of it: where a logarithmic axis draws 0. */
function floorOf(values) {
  let least = Infinity;
  for (const value of values) if (value !== null && value > 0 && value < least) least = value;
  return least === Infinity ? 1 : Math.max(least / 10, 1e-12);
}

/** Makes values drawable on the axis: what a logarithmic one has no place for goes to its floor. */
function placedOn(axis, floor) {
  if (!isLogarithmic(axis)) return (value) => value;
  return (value) => (value === null || value === undefined ? null : Math.max(value, floor));
}

/** The ends of an axis that goes no farther than its values; nothing if they do not differ. */
function endsOf(values, axis) {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value === null || (isLogarithmic(axis) && value <= 0)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min < max ? { min, max } : {};
}

/** A number along an axis. The end of a logarithmic one is left out unless it is a round number. */
function tickText(axis) {
  if (!isLogarithmic(axis)) return shortNumber;
  return (value) => (Math.abs(value - Number(value.toPrecision(2))) <= 1e-9 * Math.abs(value) ? shortNumber(value) : '');
}

function textStyle(theme) {
  return { color: theme.text, fontSize: theme.fontSize, fontFamily: 'system-ui, Liberation Sans, DejaVu Sans, sans-serif' };
}

function axisOption(axis, theme, more = {}) {
  return {
    type: isLogarithmic(axis) ? 'log' : 'value',
    name: axis.label, nameLocation: 'middle', nameTextStyle: { color: theme.text, fontSize: theme.fontSize },
    scale: true,
    axisLine: { show: true, lineStyle: { color: theme.line } },
    axisLabel: { color: theme.muted, fontSize: theme.fontSize - 1, hideOverlap: true, showMinLabel: true, formatter: tickText(axis) },
    splitLine: { lineStyle: { color: theme.soft } },
    ...more,
  };
}

/** @param {{title: string, says: string, caption: string}} figure */
function frameOption(figure, theme, settings) {
  const small = settings.width < 600;
  return {
    animation: false,
    textStyle: textStyle(theme),
    backgroundColor: settings.isExport ? theme.background : 'transparent',
    aria: { enabled: true, label: { description: `${figure.title}. ${figure.says} ${figure.caption}` } },
    grid: { left: 8, right: small ? 14 : 24, top: settings.isExport ? 70 : 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    legend: settings.isExport && settings.hasLegend !== false
      ? { show: true, top: 8, itemGap: 28, textStyle: textStyle(theme) } : { show: false },
    tooltip: {
      renderMode: 'richText', confine: true, backgroundColor: theme.card, borderColor: theme.line,
      textStyle: { ...textStyle(theme), fontSize: theme.fontSize - 1 },
    },
  };
}

function nameGap(theme) {
  return Math.round(theme.fontSize * 2.1);
}
