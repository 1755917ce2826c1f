// The page: a part for each heading, in the order in which the program sent them.

function partsOf(sections) {
  const parts = [];
  for (const section of sections) {
    if (section.type === 'heading' || parts.length === 0) parts.push({ heading: section, sections: [] });
    if (section.type !== 'heading') parts.at(-1).sections.push(section);
  }
  return parts;
}

function sectionElement(section, heading) {
  if (section.type === 'view') return viewElement(section, 'h3', heading);
  if (section.type === 'table') {
    const table = { columns: section.columns, rows: section.rows, text_columns: section.text_columns };
    return create('div', {}, tableElement(table, heading.meaning || heading.name),
      create('div', { className: 'tools' }, create('button', {
        type: 'button', textContent: 'Save CSV',
        on: { click: () => download(`${fileName(heading.name)}.csv`, csvOf(table), 'text/csv') },
      })));
  }
  return create('p', { className: section.type, textContent: section.text.trim() });
}

/** A part's name as a heading: measures that are known by their letters in capitals. */
function headingText(name) {
  return /^(ert|ecdf|auc|aocc)$/.test(name) ? name.toUpperCase() : name.replaceAll('-', ' ');
}

function partElement({ heading, sections }, place) {
  const id = `part-${place}`;
  const views = viewsOf(sections.filter((one) => one.text !== ''));
  return create('section', { className: place === 0 ? 'verdict' : '', 'aria-labelledby': id },
    create('h2', { id, tabIndex: -1, textContent: headingText(heading.name) }),
    ...(place > 0 ? [create('p', { className: 'meaning', textContent: [heading.meaning, heading.source].filter(Boolean).join('. Source: ') })] : []),
    ...views.map((view) => sectionElement(view, heading)));
}

/** A series without `x` has that of the one before it. */
function restorePlaces(figure) {
  let x = [];
  for (const series of figure.series) {
    series.x = series.x ?? x;
    x = series.x;
  }
}

/** Names in the order in which charts bring them: styles go by it. */
function namesOf(figures) {
  const names = new Set();
  const isMethod = (s) => s.y.length > 0 && s.name !== ADVISED;
  for (const { kind, series, axes } of figures) {
    const of = kind === 'parallel' ? axes[0].names : kind === 'courses' || kind === 'bars' ? [] : series.filter(isMethod).map((s) => s.name).sort();
    for (const name of of) names.add(name);
  }
  return [...names];
}

/** The reader's theme, else that of the system. */
function followTheme(names) {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => setTheme(choiceOf('theme', prefersDark.matches ? 'dark' : 'light') === 'dark', names);
  follow();
  prefersDark.addEventListener('change', follow);
  watchChoice('theme', follow);
  find('theme').addEventListener('click', () => choose('theme', theme.isDark ? 'light' : 'dark'));
}

function setTheme(isDark, names) {
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  const fontSize = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8);
  theme = themeOf(isDark, names, fontSize);
  find('theme').setAttribute('aria-pressed', String(isDark));
  document.dispatchEvent(new Event('theme'));
  drawAllCharts();
}

function navElement(parts) {
  return create('ul', { tabIndex: -1 }, ...parts.map(({ heading }, i) => create('li', {},
    create('a', { href: `#part-${i}`, textContent: headingText(heading.name),
      on: { click: (event) => { event.preventDefault(); find(`part-${i}`).scrollIntoView(); find(`part-${i}`).focus(); } } }))));
}

function main() {
  const sections = JSON.parse(find('data').textContent);
  const figures = sections.filter((section) => section.type === 'figure');
  figures.forEach(restorePlaces);
  const names = namesOf(figures);
  noteCosts(figures);
  followTheme(names);
  find('title').textContent = document.title;
  const parts = partsOf(sections);
  find('nav').append(navElement(parts));
  find('content').replaceChildren(...parts.map(partElement));
}
