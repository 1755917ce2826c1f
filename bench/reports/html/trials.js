// Every trial: parallel coordinates with two sliders for each axis, slices, and the best ones.

const STEPS = 1000;  // of a slider

/**
 * An axis as its sliders see it: positions 0 to `last`, spaced as the axis is. `keyAt` says a position
 * so that `placeOf` finds it among other trials, too, which span other values.
 */
function brushScale(axis, values) {
  if (axis.names.length > 0) {
    const last = axis.names.length - 1;
    const textAt = (p) => axis.names[p];
    return { last, valueAt: (p) => p, textAt, keyAt: textAt, placeOf: (key) => axis.names.indexOf(key) };
  }
  const [lo, hi] = rangeOf(values, axis);
  const isLog = isLogarithmic(axis);
  const ends = isLog ? [Math.log(lo), Math.log(hi)] : [lo, hi];
  const valueAt = (p) => {
    if (p <= 0) return lo;
    if (p >= STEPS) return hi;
    const at = ends[0] + ((ends[1] - ends[0]) * p) / STEPS;
    return isLog ? Math.exp(at) : at;
  };
  const placeOf = (key) => {
    const at = isLog ? Math.log(Number(key)) : Number(key);
    return Math.max(0, Math.min(STEPS, Math.round(((at - ends[0]) / (ends[1] - ends[0])) * STEPS)));
  };
  return { last: STEPS, valueAt, textAt: (p) => shortNumber(valueAt(p)), keyAt: (p) => String(valueAt(p)), placeOf };
}

/**
 * Two sliders of an axis, at the limits that `limitsOf` said, or at its ends. A value that is missing
 * is NaN: within no limits.
 */
function brushOf(axis, values, [from = '', to = ''] = []) {
  const scale = brushScale(axis, values);
  const placeOf = (key, end) => {
    const at = key === '' ? end : scale.placeOf(key);
    return at >= 0 ? at : end;
  };
  const hi = placeOf(to, scale.last);
  const lo = Math.min(placeOf(from, 0), hi);
  return { values: Float64Array.from(values, (value) => value ?? NaN), scale, lo, hi };
}

/** Where the sliders are; an empty text for one that is at its end. */
function limitsOf({ scale, lo, hi }) {
  return [lo <= 0 ? '' : scale.keyAt(lo), hi >= scale.last ? '' : scale.keyAt(hi)];
}

/** The trials within all brushes, by ascending loss. Failed ones have none and come last. */
function chosenRows(brushes, byLoss) {
  let rows = byLoss;
  for (const { values, scale, lo, hi } of brushes) {
    if (lo <= 0 && hi >= scale.last) continue;
    const [least, most] = [scale.valueAt(lo), scale.valueAt(hi)];
    rows = rows.filter((row) => values[row] >= least && values[row] <= most);
  }
  return rows;
}

function rowsByLoss(figure) {
  const losses = figure.series.at(-1).y;
  const key = (row) => losses[row] ?? Infinity;
  return losses.map((_, row) => row).sort((a, b) => key(a) - key(b) || a - b);
}

function brushElement(axis, brush, changed) {
  const output = create('output');
  const say = () => { output.textContent = `${brush.scale.textAt(brush.lo)} to ${brush.scale.textAt(brush.hi)}`; };
  const slider = (end, label) => {
    const input = create('input', {
      type: 'range', min: 0, max: brush.scale.last, step: 1, 'aria-label': `${axis.label}, ${label}`,
    });
    input.value = String(brush[end]);
    input.addEventListener('input', () => {
      const value = Number(input.value);
      brush[end] = end === 'lo' ? Math.min(value, brush.hi) : Math.max(value, brush.lo);
      input.value = String(brush[end]);
      input.setAttribute('aria-valuetext', brush.scale.textAt(brush[end]));
      say();
      changed();
    });
    input.setAttribute('aria-valuetext', brush.scale.textAt(brush[end]));
    return input;
  };
  say();
  return create('fieldset', { className: 'brush' }, create('legend', { textContent: axis.label }),
    slider('lo', 'from'), slider('hi', 'to'), output);
}

/** Draws at most once a frame, however fast a slider moves. */
function onceAFrame(act) {
  let isPending = false;
  return () => {
    if (isPending) return;
    isPending = true;
    requestAnimationFrame(() => { isPending = false; act(); });
  };
}

function axisSelect(figure, key, changed) {
  const last = figure.series.length - 1;
  const options = figure.axes.slice(1, last).map((axis, i) => create('option', { value: String(i + 1), textContent: axis.label }));
  const select = create('select', {
    on: { change: () => { choose(key, figure.axes[Number(select.value)].label); changed(); } },
  }, ...options);
  const label = choiceOf(key, null);
  const place = figure.axes.findIndex((axis, k) => k > 0 && k < last && axis.label === label);
  if (place > 0) select.value = String(place);
  return { select, label: create('label', {}, 'loss over', select) };
}

/** The panel of one objective. Who takes it out of the page calls `dispose`. */
function trialPanel(figure, level) {
  const byLoss = rowsByLoss(figure);
  const objective = figure.choices[0].value;
  const limitNames = figure.axes.map((axis) => `limits of ${axis.label}, ${objective}`);
  const brushes = figure.axes.map((axis, k) => brushOf(axis, figure.series[k].y, listOf(limitNames[k])));
  const keepLimits = () => brushes.forEach((brush, k) => chooseList(limitNames[k], limitsOf(brush)));
  const life = new AbortController();
  let rows = byLoss;
  let isMoving = false;
  // In the page the chart has the axes alone; a picture of it has its lines, too.
  const optionOf = (settings) => parallelOption(figure, theme, { ...settings, rows: settings.isExport ? rows : [] });
  const drawLinesNow = () => lines.draw(drawnRows(rows, isMoving ? MOST_MOVING_LINES : MOST_LINES));
  const chart = chartElement(optionOf, 'canvas', null, drawLinesNow);
  const lines = linesCanvas(chart.stage, placesOnAxes(figure));
  chart.stage.style.minWidth = `${5.5 * figure.axes.length}rem`;  // narrower, names would overlap
  const slices = axisSelect(figure, `slice over, ${objective}`, () => slice.draw());
  const sliceOf = (settings) => sliceOption(figure, theme, { ...settings, rows, axis: Number(slices.select.value) });
  const slice = chartElement(sliceOf, 'canvas');
  const count = create('p', { className: 'says count', 'aria-live': 'polite' });
  const table = tableDetails(`trials, ${objective}`, () => 'trials within the sliders, the best first', () => tableOfAxes(figure, rows));
  const update = () => {
    rows = chosenRows(brushes, byLoss);
    count.textContent = countText(figure, rows, isMoving);
    drawLinesNow();
    if (isMoving) return;
    slice.draw();
    table.fill();
  };
  let rest = 0;
  const moved = onceAFrame(() => { if (isMoving) update(); });
  const changed = () => {
    isMoving = true;
    moved();
    clearTimeout(rest);
    rest = setTimeout(() => { isMoving = false; update(); keepLimits(); }, 150);
  };
  const grid = create('div', { className: 'brushes' });
  const fillGrid = () => grid.replaceChildren(...figure.axes.map((axis, k) => brushElement(axis, brushes[k], changed)));
  const reset = create('button', {
    type: 'button', textContent: 'All trials',
    on: { click: () => { for (const brush of brushes) Object.assign(brush, { lo: 0, hi: brush.scale.last }); fillGrid(); update(); keepLimits(); } },
  });
  fillGrid();
  update();
  const element = create('div', {}, count, create('div', { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': 'Parallel coordinates' }, chart.stage),
    create('figcaption', { className: 'caption', textContent: `${figure.caption} The thick line is the best; colours go by loss, a fifth of the trials each. Of many trials an even sample and the 100 best are drawn, fewer while a slider moves.` }),
    grid, create('div', { className: 'controls' }, reset),
    toolElements(() => `trials ${objective}`, optionOf, () => tableOfAxes(figure, rows)), table.details,
    create(level, { textContent: 'Slice' }), create('div', { className: 'controls' }, slices.label), slice.stage,
    sliceLegend(figure, life.signal), create('p', { className: 'caption', textContent: 'Each symbol is one of the trials within the sliders.' }),
    toolElements(() => `slice ${objective}`, sliceOf, () => tableOfAxes(figure, rows)));
  const dispose = () => {
    life.abort();
    clearTimeout(rest);
    chart.dispose();
    slice.dispose();
  };
  return { element, dispose };
}

/** Follows the theme until the signal. */
function sliceLegend(figure, signal) {
  const list = create('ul', { className: 'legend' });
  const fill = () => list.replaceChildren(...figure.axes[0].names.map((name) => create('li', {}, create('span', {}, glyphElement({ ...theme.styleOf(name), dash: [0, 99] })), name)));
  fill();
  document.addEventListener('theme', fill, { signal });
  return list;
}

function countText(figure, rows, isMoving) {
  const all = figure.series[0].y.length;
  const best = rows.length > 0 ? figure.series.at(-1).y[rows[0]] : null;
  const most = isMoving ? MOST_MOVING_LINES : MOST_LINES;
  const drawn = rows.length > most ? `, ${most} of them drawn${isMoving ? ' while a slider moves' : ''}` : '';
  return `${rows.length} of ${all} trials${drawn}; lowest loss ${shortNumber(best)}`;
}

/** A panel for the objective that is chosen. */
function trialsElement(figures, level) {
  const keyOf = (name) => name;
  const place = create('div');
  let panel = null;
  const fill = () => {
    panel?.dispose();
    panel = trialPanel(chosenFigure(figures, keyOf), level);
    place.replaceChildren(panel.element);
  };
  fill();
  watchChoice('objective', fill);
  return create('figure', { className: 'trials' }, create(level, { textContent: 'Parallel coordinates' }),
    create('div', { className: 'controls' }, ...controlElements(figures, keyOf)), place);
}
