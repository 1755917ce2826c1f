// Tables: those of the report, and the one behind each chart.

const MOST_ROWS = 400;

/** @param {{columns: string[], rows: string[][], text_columns: number}} table */
function tableElement(table, label) {
  const cell = (tag, text, column, scope) => create(tag, {
    className: column < table.text_columns ? 'text' : '', textContent: text, ...(scope ? { scope } : {}),
  });
  const head = create('tr', {}, ...table.columns.map((text, i) => cell('th', text, i, 'col')));
  const body = table.rows.slice(0, MOST_ROWS).map((row) => create('tr', {},
    ...row.map((text, i) => (i === 0 ? cell('th', text, i, 'row') : cell('td', text, i)))));
  const more = table.rows.length - MOST_ROWS;
  const caption = more > 0 ? `${label}: the first ${MOST_ROWS} of ${table.rows.length} rows; the CSV has all` : label;
  return create('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': `Table: ${label}` },
    create('table', {}, create('caption', { textContent: caption }),
      create('thead', {}, head), create('tbody', {}, ...body)));
}

/** RFC 4180. */
function csvOf(table) {
  const field = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [table.columns, ...table.rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

function numberText(value) {
  return value === null || value === undefined ? '' : String(value);
}

/** What a chart shows, as rows: the table behind it. `cost` is what moves curves over wall time. */
function tableOfFigure(figure, cost) {
  if (figure.kind === 'parallel') return tableOfAxes(figure);
  if (figure.kind === 'intervals') {
    return {
      columns: [figure.x.label, figure.y.label, 'lo', 'hi'], text_columns: 1,
      rows: figure.series.map((s) => [s.name, ...[s.y[0], s.lo[0], s.hi[0]].map(numberText)]),
    };
  }
  const rows = figure.series.flatMap((s) => {
    const x = figure.kind === 'timed' ? secondsOf(s, cost) : s.x;
    return s.y.map((y, i) => [s.name, ...[valueName(x[i], figure.x), y, s.lo[i], s.hi[i]].map(numberText)]);
  });
  return { columns: ['series', figure.x.label, figure.y.label, 'lo', 'hi'], rows, text_columns: 1 };
}

function tableOfAxes(figure, rows = figure.series[0].y.map((_, i) => i)) {
  return {
    columns: figure.axes.map((axis) => axis.label), text_columns: 1,
    rows: rows.map((i) => figure.series.map((s, k) => numberText(valueName(s.y[i], figure.axes[k])))),
  };
}

/** A value as its axis calls it: a category by its name. */
function valueName(value, axis) {
  return axis.names.length > 0 && value !== null ? axis.names[value] : value;
}
