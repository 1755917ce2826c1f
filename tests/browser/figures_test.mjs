// Charts as pictures, drawn in node, against approved ones: one for each kind of figure and theme.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { here, loadEcharts, pageScripts, root } from './support.mjs';

const { FIGURES, sliceOption, parallelOption, placesOnAxes, drawLines, drawnRows, countText, themeOf, chosenRows, rowsByLoss, brushOf, limitsOf, csvOf, tableOfFigure, floorOf, tickText } = pageScripts(
  ['FIGURES', 'sliceOption', 'parallelOption', 'placesOnAxes', 'drawLines', 'drawnRows', 'countText', 'themeOf', 'chosenRows', 'rowsByLoss', 'brushOf', 'limitsOf', 'csvOf', 'tableOfFigure', 'floorOf', 'tickText']);
const echarts = loadEcharts();

const axis = (label, scale = 'linear', names = []) => ({ label, scale, names });
const series = (name, x, y, lo = [], hi = []) => ({ name, x, y, lo, hi, seconds_per_x: name === 'bayes' ? 0.01 : 1e-5 });
const figure = (kind, x, y, all, more = {}) => ({
  kind, title: `Some ${kind}`, says: 'Says so.', caption: 'Means this.', choices: [], x, y, axes: [], series: all, ...more,
});

const falling = [
  series('bayes', [1, 2, 5, 10], [10, 1, 0.1, 0], [5, 0.5, 0, 0], [20, 2, 1, 1e-3]),
  series('random', [1, 2, 5, 10], [null, 8, 4, 2], [null, 6, 3, 1], [null, 9, 5, 3]),
];
const trials = figure('parallel', axis('parameter'), axis('value'), [
  series('method', [], [0, 0, 1, 1]), series('lr', [], [1e-4, 1e-3, 1e-2, 1e-1]),
  series('optimiser', [], [0, 1, 0, 1]), series('loss', [], [4, 2, null, 1]),
], {
  axes: [axis('method', 'linear', ['bayes', 'random']), axis('lr', 'logarithmic'), axis('optimiser', 'linear', ['adam', 'sgd']), axis('loss')],
  choices: [{ name: 'objective', value: 'mlp', amount: 0 }],
});
const figures = {
  curves: figure('curves', axis('evaluations', 'logarithmic'), axis('regret', 'logarithmic'), falling),
  timed: figure('timed', axis('seconds', 'logarithmic'), axis('regret', 'logarithmic'), falling),
  intervals: figure('intervals', axis('method'), axis('mean rank'), [series('bayes', [0], [1.25], [1], [1.5]), series('random', [1], [1.75])]),
  bars: figure('bars', axis('parameter', 'linear', ['lr', 'dropout']), axis('share'), [series('importance', [0, 1], [0.8, 0.2]), series('linear', [0, 1], [0.1, -0.4])]),
  courses: figure('courses', axis('step'), axis('loss'), [series('completed', [1, 2, 3], [3, 2, 1]), series('stopped', [1, 2], [4, 3.5])]),
  parallel: trials,
  points: figure('points', axis('worker hours', 'logarithmic'), axis('loss'), [
    series('bayes', [1, 4], [0.3, 0.1], [0.2, 0.05], [0.4, 0.2]), series('random', [2, 8], [0.5, null], [null, null], [null, null]), series('advised', [4], [0.1], [0.05], [0.2]),
  ]),
};

function picture(option) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 350 });
  chart.setOption(option);
  const text = chart.renderToSVGString();
  chart.dispose();
  // Names of styles are numbered by how many came before in this process.
  const places = new Map();
  const placeOf = (name) => places.get(name) ?? places.set(name, `name-${places.size}`).get(name);
  return text.replaceAll(/zr\d+-(?:cls|c|g|p)-?\d+/g, placeOf).replaceAll('><', '>\n<') + '\n';
}

function expectApproved(name, text) {
  const path = join(here, 'golden', `${name}.svg`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
  assert.ok(existsSync(path), `${path} is missing: scripts/test-page --update approves it`);
  assert.equal(text, readFileSync(path, 'utf8'), `${name} is drawn otherwise: scripts/test-page --update approves it`);
}

const settings = { width: 600, isExport: true, hidden: new Set(), cost: 1e-3 };

for (const [kind, one] of Object.entries(figures)) {
  for (const isDark of [false, true]) {
    test(`a chart of ${kind}, ${isDark ? 'dark' : 'light'}, is drawn as approved`, () => {
      const option = FIGURES[kind](one, themeOf(isDark, ['bayes', 'random']), settings);
      expectApproved(`${kind}-${isDark ? 'dark' : 'light'}`, picture(option));
    });
  }
}

test('a slice is drawn as approved', () => {
  const option = sliceOption(trials, themeOf(false, ['bayes', 'random']), { ...settings, axis: 1, rows: rowsByLoss(trials) });
  expectApproved('slice-light', picture(option));
});

test('every kind that the program sends has a chart', () => {
  assert.deepEqual(Object.keys(FIGURES).sort(), Object.keys(figures).sort());
});

test('options depend on nothing but the figure, the theme and the settings', () => {
  const theme = themeOf(false, ['bayes', 'random']);
  for (const [kind, one] of Object.entries(figures)) {
    const before = JSON.stringify(one);
    const first = JSON.stringify(FIGURES[kind](one, theme, settings));
    assert.equal(JSON.stringify(FIGURES[kind](one, theme, settings)), first, kind);
    assert.equal(JSON.stringify(one), before, `${kind} changes its figure`);
  }
});

test('a hidden series is not drawn', () => {
  const option = FIGURES.curves(figures.curves, themeOf(false, ['bayes', 'random']), { ...settings, hidden: new Set(['bayes']) });
  assert.deepEqual([...new Set(option.series.map((one) => one.name))], ['random']);
});

test('the cost of an evaluation moves curves over wall time', () => {
  const theme = themeOf(false, ['bayes', 'random']);
  const lastOf = (cost) => FIGURES.timed(figures.timed, theme, { ...settings, cost }).series
    .filter((one) => one.type === 'line').map((one) => one.data.at(-1)[0]);
  assert.deepEqual(lastOf(0), [0.1, 1e-4]);
  assert.deepEqual(lastOf(1), [10.1, 10.0001]);
});

test('a logarithmic axis names round numbers only, whatever rounding made of them', () => {
  const textOf = tickText(axis('seconds', 'logarithmic'));
  assert.deepEqual([1e-4 * (1 + 1e-15), 25, 0.00101, 1e5].map(textOf), ['1e-4', '25', '', '1e5']);
  assert.equal(tickText(axis('share'))(0.125), '0.125');
});

test('a logarithmic axis has a place for zero', () => {
  assert.equal(floorOf([0, null, 5, 0.01]), 0.001);
  assert.equal(floorOf([0]), 1);
});

test('brushes choose trials by number, logarithm and category; the best come first', () => {
  const brushes = trials.axes.map((one, k) => brushOf(one, trials.series[k].y));
  const byLoss = rowsByLoss(trials);
  assert.deepEqual(byLoss, [3, 1, 0, 2]);
  assert.deepEqual(chosenRows(brushes, byLoss), byLoss);
  brushes[1].hi = 500;  // half of a logarithmic axis from 1e-4 to 1e-1
  assert.deepEqual(chosenRows(brushes, byLoss), [1, 0]);
  brushes[2].lo = 1;
  assert.deepEqual(chosenRows(brushes, byLoss), [1]);
  brushes[1].hi = 1000;
  brushes[2].lo = 0;
  brushes[3].hi = 999;  // up to 3.997; a trial without a loss is within no limits of losses
  assert.deepEqual(chosenRows(brushes, byLoss), [3, 1]);
  brushes[3].hi = 300;  // up to 1.9
  assert.deepEqual(chosenRows(brushes, byLoss), [3]);
  brushes[3].lo = 200;  // from 1.6
  assert.deepEqual(chosenRows(brushes, byLoss), []);
});

test('limits of brushes are found again, among other trials too', () => {
  const [, rate, optimiser, loss] = trials.axes;
  const found = (axis, values, limits) => { const { lo, hi } = brushOf(axis, values, limits); return [lo, hi]; };
  const brush = brushOf(rate, trials.series[1].y);
  assert.deepEqual(limitsOf(brush), ['', '']);
  Object.assign(brush, { lo: 250, hi: 600 });
  assert.deepEqual(found(rate, trials.series[1].y, limitsOf(brush)), [250, 600]);
  assert.deepEqual(found(loss, [0, 10], ['', '2.5']), [0, 250]);
  assert.deepEqual(found(loss, [0, 5], ['', '2.5']), [0, 500]);
  assert.deepEqual(found(optimiser, [0, 1], ['sgd', '']), [1, 1]);
  assert.deepEqual(found(optimiser, [0, 1], ['gone', '']), [0, 1]);
  assert.deepEqual(found(loss, [0, 10], ['no number', '-1']), [0, 0]);
});

/** A canvas that notes its lines: the points of each, with its look. */
function notingContext() {
  const lines = [];
  return {
    lines,
    beginPath() { this.points = []; },
    lineTo(x, y) { this.points.push([x, y]); },
    stroke() { lines.push({ points: this.points, width: this.lineWidth, colour: this.strokeStyle }); },
  };
}

test('lines of the page cross the axes where those of the picture do', () => {
  const theme = themeOf(false, ['bayes', 'random']);
  for (const row of rowsByLoss(trials)) {
    const context = notingContext();
    drawLines(context, { width: 600, height: 350 }, placesOnAxes(trials), [row], theme);
    const drawn = picture(parallelOption(trials, theme, { ...settings, rows: [row] })).match(/<polyline points="([^"]*)" fill="none"[^>]* stroke-width="3"/);
    const numbers = drawn[1].match(/[\d.]+/g).map(Number);
    assert.equal(numbers.length, 2 * context.lines[0].points.length);
    context.lines[0].points.flat().forEach((x, i) => assert.ok(Math.abs(x - numbers[i]) <= 1, `${row}: ${drawn[1]}`));
  }
});

test('the best line is drawn last, thick, and a value that is missing is passed by', () => {
  const context = notingContext();
  drawLines(context, { width: 600, height: 350 }, placesOnAxes(trials), rowsByLoss(trials), themeOf(false, []));
  assert.deepEqual(context.lines.map((line) => line.width), [1, 1, 1, 3]);
  assert.deepEqual(context.lines.map((line) => line.points.length), [3, 4, 4, 4]);
});

test('of many trials the best and an even sample are drawn, and the text says how many', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => i);
  const some = drawnRows(rows, 200);
  assert.equal(some.length, 200);
  assert.deepEqual(some.slice(0, 100), rows.slice(0, 100));
  assert.ok(some.slice(100).every((row, i) => row === 100 + 49 * i));
  assert.deepEqual(drawnRows([2, 1], 200), [2, 1]);
  assert.match(countText(trials, rows, true), /^5000 of 4 trials, 200 of them drawn while a slider moves; /);
  assert.match(countText(trials, rows, false), /, 1500 of them drawn; /);
  assert.equal(countText(trials, [3, 1], true), '2 of 4 trials; lowest loss 1');
});

test('a table as CSV quotes what would end a field', () => {
  const text = csvOf({ columns: ['a', 'b'], rows: [['x,"y"', 'line\nbreak']], text_columns: 1 });
  assert.equal(text, 'a,b\r\n"x,""y""","line\nbreak"\r\n');
  assert.deepEqual(tableOfFigure(trials).rows[2], ['random', '0.01', 'adam', '']);
});

test('a table of curves over wall time has the seconds of the chart', () => {
  const rowsAt = (cost) => tableOfFigure(figures.timed, cost).rows.filter((row) => row[1] !== '');
  assert.deepEqual(rowsAt(1)[3].slice(0, 3), ['bayes', '10.1', '0']);
  assert.deepEqual(rowsAt(0).at(-1).slice(0, 3), ['random', '0.0001', '2']);
  const lines = FIGURES.timed(figures.timed, themeOf(false, []), { ...settings, cost: 2 }).series.filter((one) => one.type === 'line');
  assert.deepEqual(rowsAt(2).map((row) => Number(row[1])), lines.flatMap((one) => one.data.map(([x]) => x)));
});

function luminance(colour) {
  const parts = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

test('every colour stands out from its background by 3:1, text by 4.5:1', () => {
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  for (const isDark of [false, true]) {
    const theme = themeOf(isDark, []);
    for (const background of [theme.background, theme.card]) {
      for (const colour of [...theme.colours, ...theme.ramp, theme.accent, theme.bad, theme.line]) {
        assert.ok(contrast(colour, background) >= 3, `${colour} on ${background}`);
      }
      for (const colour of [theme.text, theme.muted]) assert.ok(contrast(colour, background) >= 4.5, `${colour} on ${background}`);
    }
  }
});

test('the style sheet has the colours of the themes', () => {
  const style = readFileSync(join(root, 'bench/reports/html/style.css'), 'utf8');
  const blocks = [...style.matchAll(/^:root[^{]*\{([^}]*)\}/gm)].map((match) => match[1]);
  for (const isDark of [false, true]) {
    const theme = themeOf(isDark, []);
    for (const name of ['background', 'card', 'text', 'muted', 'line', 'soft', 'accent']) {
      assert.ok(blocks[Number(isDark)].includes(`--${name}: ${theme[name]};`), `${name} of ${isDark ? 'dark' : 'light'}`);
    }
  }
});

test('the first 40 names differ in colour, dash or symbol', () => {
  const names = Array.from({ length: 40 }, (_, i) => `method ${i}`);
  const theme = themeOf(false, names);
  assert.equal(new Set(names.map((name) => JSON.stringify(theme.styleOf(name)))).size, 40);
});
