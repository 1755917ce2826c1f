// A view: one figure of several that show the like, and what chooses among them.

/** Figures that follow one another and are drawn alike are one view. */
function viewsOf(sections) {
  const views = [];
  for (const section of sections) {
    const last = views.at(-1);
    if (section.type === 'figure' && last?.type === 'view' && isAlike(last.figures[0], section)) {
      last.figures.push(section);
    } else {
      views.push(section.type === 'figure' ? { type: 'view', figures: [section] } : section);
    }
  }
  for (const view of views) if (view.type === 'view' && view.figures.length > 1) nameChoices(view.figures);
  return views;
}

function isAlike(a, b) {
  const names = (figure) => figure.choices.map((choice) => choice.name).join('\n');
  if (a.kind !== b.kind || names(a) !== names(b)) return false;
  if (a.choices.length > 0) return a.title === b.title;
  return a.x.label === b.x.label && a.y.label === b.y.label;
}

// Those that say no more than a title are told apart by it.
function nameChoices(figures) {
  for (const figure of figures) {
    if (figure.choices.length === 0) figure.choices = [{ name: 'show', value: figure.title, amount: 0 }];
  }
}

function valuesOf(figures, name) {
  const values = new Map();
  for (const figure of figures) {
    const choice = figure.choices.find((one) => one.name === name);
    values.set(choice.value, choice.amount);
  }
  return [...values];
}

/** The figure that fits the most choices, the first ones before the later. */
function chosenFigure(figures, keyOf) {
  let fitting = figures;
  for (const { name, value } of figures[0].choices) {
    const wanted = choiceOf(keyOf(name), value);
    const narrower = fitting.filter((figure) => figure.choices.some((one) => one.name === name && one.value === wanted));
    if (narrower.length > 0) fitting = narrower;
  }
  return fitting[0];
}

function selectElement(name, key, values, fallback) {
  const select = create('select', { on: { change: () => choose(key, select.value) } },
    ...values.map(([value]) => create('option', { value, textContent: value })));
  const follow = () => { select.value = choiceOf(key, fallback); };
  follow();
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  watchChoice(key, follow);
  return create('label', {}, name, select);
}

function sliderElement(name, key, values, fallback) {
  const output = create('output');
  const slider = create('input', {
    type: 'range', min: 0, max: values.length - 1, step: 1, id: `slider-${key}`,
    on: { input: () => choose(key, values[Number(slider.value)][0]) },
  });
  const follow = () => {
    const at = Math.max(0, values.findIndex(([value]) => value === choiceOf(key, fallback)));
    slider.value = String(at);
    output.textContent = values[at][0];
    slider.setAttribute('aria-valuetext', values[at][0]);
  };
  follow();
  watchChoice(key, follow);
  return create('label', { className: 'slider' }, name, slider, output);
}

/** One control for each choice that leaves something to choose. */
function controlElements(figures, keyOf) {
  const controls = [];
  for (const { name, value } of figures[0].choices) {
    const values = valuesOf(figures, name);
    if (values.length < 2) continue;
    const make = values.every(([, amount]) => amount > 0) ? sliderElement : selectElement;
    controls.push(make(name, keyOf(name), values, value));
  }
  return controls;
}

function glyphElement(style) {
  const glyph = createSvg('svg', { width: 34, height: 12, viewBox: '0 0 34 12', 'aria-hidden': 'true' });
  const dash = style.dash === 'solid' ? 'none' : style.dash.join(' ');
  glyph.append(createSvg('line', { x1: 1, y1: 6, x2: 33, y2: 6, stroke: style.colour, 'stroke-width': 2, 'stroke-dasharray': dash }));
  const fill = style.symbol.startsWith('empty') ? 'var(--background)' : style.colour;
  const paths = { circle: 'M17 2a4 4 0 1 0 .01 0z', rect: 'M13 2h8v8h-8z', triangle: 'M17 1l5 9h-10z', diamond: 'M17 1l5 5-5 5-5-5z' };
  const shape = style.symbol.replace('empty', '').toLowerCase();
  if (paths[shape]) glyph.append(createSvg('path', { d: paths[shape], fill, stroke: style.colour, 'stroke-width': 1.5 }));
  return glyph;
}

/** Names of the series, each with how it is drawn; pressing one hides it. */
function fillLegend(list, figure, hidden, changed) {
  const names = [...new Set(figure.series.map((s) => s.name))];
  const styles = {
    courses: (name) => ({ ...courseStyle(name, theme), symbol: 'none' }),
    points: (name) => pointStyle(name, theme),
    bars: (name) => ({ colour: theme.colours[names.indexOf(name) % theme.colours.length], dash: [0, 99], symbol: 'rect' }),
  };
  const styleOf = styles[figure.kind] ?? theme.styleOf;
  list.replaceChildren(...names.map((name) => {
    const button = create('button', {
      type: 'button', 'aria-pressed': String(!hidden.has(name)),
      on: {
        click: () => {
          if (!hidden.delete(name)) hidden.add(name);
          button.setAttribute('aria-pressed', String(!hidden.has(name)));
          changed();
        },
      },
    }, glyphElement(styleOf(name)), name);
    return create('li', {}, button);
  }));
}

function toolElements(titleOf, optionOf, tableOf) {
  const tool = (text, act) => create('button', { type: 'button', textContent: text, on: { click: act } });
  return create('div', { className: 'tools' },
    tool('Save PNG', () => savePng(titleOf(), optionOf)),
    tool('Save SVG', () => saveSvg(titleOf(), optionOf)),
    tool('Save CSV', () => download(`${fileName(titleOf())}.csv`, csvOf(tableOf()), 'text/csv')));
}

/** A table that is made when it is first opened, and again when it changes. */
function tableDetails(key, label, tableOf) {
  const name = `table ${key}`;
  const place = create('div');
  const fill = () => { if (details.open) place.replaceChildren(tableElement(tableOf(), label())); };
  const toggle = () => { choose(name, details.open ? 'open' : null); fill(); };
  const details = create('details', { open: choiceOf(name, '') === 'open', on: { toggle } },
    create('summary', { textContent: 'Table' }), place);
  return { details, fill };
}

function heightOf(figure) {
  if (figure.kind === 'intervals') return `${Math.max(9, 5.5 + 2.4 * figure.series.length)}rem`;
  if (figure.kind === 'bars') return `${Math.max(12, 6 + 3.2 * figure.x.names.length)}rem`;
  return null;
}

function viewElement(view, level, heading) {
  const { figures } = view;
  if (figures[0].kind === 'parallel') return trialsElement(figures, level);
  const keyOf = (name) => (name === 'show' ? `show ${figures[0].x.label} ${figures[0].y.label}` : name);
  const key = `${heading.name}, ${figures[0].title}`;
  const hiddenNames = `without ${key}`;
  const hidden = new Set(listOf(hiddenNames));
  const current = () => chosenFigure(figures, keyOf);
  if (!FIGURES[figures[0].kind]) return tableElement(tableOfFigure(current(), costNow().seconds), figures[0].title);
  const isTimed = figures[0].kind === 'timed';
  const optionOf = (settings) => FIGURES[current().kind](current(), theme,
    { ...settings, hidden, cost: costNow().seconds });
  const titleOf = () => [current().title, ...current().choices.map((one) => one.value), ...(isTimed ? [costNow().text] : [])].join(' ');
  const chart = chartElement(optionOf, rendererOf(figures[0]), heightOf(figures[0]));
  const says = create('p', { className: 'says', 'aria-live': 'polite' });
  const caption = create('figcaption', { className: 'caption' });
  const legend = create('ul', { className: 'legend' });
  const tableOf = () => tableOfFigure(current(), costNow().seconds);
  const table = tableDetails(key, titleOf, tableOf);
  const hide = () => { chooseList(hiddenNames, [...hidden]); chart.draw(); };
  const update = () => {
    says.textContent = current().says;
    says.hidden = current().says === '';
    caption.textContent = captionOf(current());
    if (current().kind !== 'intervals') fillLegend(legend, current(), hidden, hide);
    chart.draw();
    table.fill();
  };
  for (const { name } of figures[0].choices) watchChoice(keyOf(name), update);
  if (isTimed) watchChoice(costName, update);
  update();
  document.addEventListener('theme', update);
  const title = figures[0].choices.some((one) => one.name === 'show') ? figures[0].y.label : figures[0].title;
  const isSaid = title.toLowerCase() === heading.name;
  return create('figure', {}, ...(isSaid ? [] : [create(level, { textContent: title })]),
    create('div', { className: 'controls' }, ...controlElements(figures, keyOf)),
    says, chart.stage, legend, caption, toolElements(titleOf, optionOf, tableOf), table.details);
}

/** What explains the symbols; figures of measures have axes that say it. */
function captionOf(figure) {
  const zeros = isLogarithmic(figure.y) && figure.series.some((s) => s.y.some((y) => y !== null && y <= 0))
    ? ' A logarithmic axis has no 0: what is 0 or less is drawn at the lower edge.' : '';
  if (figure.caption) return figure.caption + zeros;
  return `${figure.title}: ${figure.y.label} over ${figure.x.label}, a line for each method.${zeros}`;
}

const COSTS = ['cost of an evaluation', 'cost of a step'];
let costName = COSTS[0];
let costs = [];

/** Finds the slider that moves what is drawn over wall time. */
function noteCosts(figures) {
  costName = COSTS.find((name) => figures.some((figure) => figure.choices.some((one) => one.name === name))) ?? COSTS[0];
  const timed = figures.filter((figure) => figure.choices.some((one) => one.name === costName));
  if (timed.length > 0) costs = valuesOf(timed, costName);
}

/** The cost that the slider says; the first one without a slider. */
function costNow() {
  const [text, seconds] = costs.find(([value]) => value === choiceOf(costName, null)) ?? costs[0] ?? ['1 s', 1];
  return { text: `if ${costName.replace('cost of ', '')} costs ${text}`, seconds };
}
