// The page in a browser, as a reader meets it.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { axeSource, drawAll, launch, open, pageOf, run, temporaryFolder } from './support.mjs';

const MOST_BYTES_WITHOUT_DATA = 1.2e6;

const folder = temporaryFolder();
const pages = {};
let browser;

before(async () => {
  pages.suite = pageOf(folder, 'suite', '--method', 'random,tpe,bayes', '--objective', 'bbob/f1,2,3,8,10,21/d2/i1-2', '--trials', '25', '--seeds', '3');
  pages.trials = pageOf(folder, 'trials', '--method', 'random,random+hyperband', '--objective', 'tabular/wine-forest,tabular/digits-mlp', '--trials', '30', '--seeds', '3', '--record', 'steps');
  pages.plan = planPage();
  browser = await launch();
});

/** How many entries the series of a chart have, or its own canvas has pixels with a line. */
function drawnEntries(stage) {
  const option = charts.get(stage).chart.getOption();
  const title = stage.getAttribute('aria-label');
  const lines = stage.querySelector('canvas.lines');
  if (lines) {
    const { data } = lines.getContext('2d').getImageData(0, 0, lines.width, lines.height);
    return { title, entries: data.filter((value, i) => i % 4 === 3 && value > 0).length };
  }
  const isEntry = (entry) => [entry?.value ?? entry].flat().some(Number.isFinite);
  return { title, entries: option.series.flatMap((one) => one.data).filter(isEntry).length };
}

function planPage() {
  const sweep = join(folder, 'sweep.yaml');
  writeFileSync(sweep, 'method: random\nmetric: {name: loss, goal: minimize}\nrun_cap: 9\nparameters: {lr: {min: 0.0, max: 1.0}}\n');
  const page = join(folder, 'plan.html');
  run('plan', sweep, '--objective', "curve?of='(lr - 0.3)**2'&steps=9", '--seeds', '8', '--html', page, '--progress', 'none');
  return page;
}
after(() => browser?.close());

for (const [name, leastCharts] of [['suite', 4], ['trials', 7], ['plan', 1]]) {
  test(`the page of ${name} opens without an error or a request, and every chart has data`, async () => {
    const { page, problems } = await open(browser, pages[name]);
    await drawAll(page);
    assert.deepEqual(problems, []);
    assert.ok(await page.locator('.chart').count() >= leastCharts);
    for (const stage of await page.locator('.chart').all()) {
      const { title, entries } = await stage.evaluate(drawnEntries);
      assert.ok(entries > 0, `a chart is empty: ${title}`);
    }
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 390]) {
      test(`axe finds nothing in the page of ${name}, ${colorScheme}, ${width} pixels`, async () => {
        const { page } = await open(browser, pages[name], { colorScheme, viewport: { width, height: 900 } });
        await drawAll(page);
        for (const summary of await page.locator('main summary').all()) await summary.click();
        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() => axe.run());
        assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, 'the page is wider than the window');
        if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}-${colorScheme}-${width}.png`), fullPage: true });
        await page.context().close();
      });
    }
  }
}

test('the first screen has the verdict and a picture', async () => {
  const { page } = await open(browser, pages.suite);
  const sentence = page.locator('.verdict .prose').first();
  assert.match(await sentence.textContent(), /mean rank \d\.\d\d of 3 \[/);
  const box = await page.locator('.verdict .chart').boundingBox();
  assert.ok(box.y + box.height < 900, 'the picture is below the first screen');
  await page.context().close();
});

test('the slider changes the verdict and the curves, by keyboard too', async () => {
  const { page } = await open(browser, pages.suite);
  const slider = page.getByRole('slider', { name: /cost of an evaluation/ });
  await slider.scrollIntoViewIfNeeded();
  const says = page.locator('figure').filter({ has: slider }).locator('.says');
  const first = await says.textContent();
  assert.match(first, /^If an evaluation costs 1 us: /);
  await slider.focus();
  await page.keyboard.press('End');
  assert.match(await says.textContent(), /^If an evaluation costs 1 h: /);
  assert.match(page.url(), /cost\+of\+an\+evaluation=1\+h/);
  await page.reload();
  assert.match(await says.textContent(), /^If an evaluation costs 1 h: /, 'the address keeps the choice');
  await page.context().close();
});

test('a chosen problem is shown wherever it is to be chosen, with its table', async () => {
  const { page } = await open(browser, pages.suite);
  const selects = page.getByRole('combobox', { name: 'problem' });
  const value = await selects.first().locator('option').nth(3).getAttribute('value');
  await selects.first().selectOption(value);
  assert.equal(await selects.last().inputValue(), value);
  const figure = page.locator('section:has(h2:text-is("convergence")) figure').first();
  assert.ok((await figure.locator('figcaption').textContent()).startsWith(`${value}: `));
  await figure.locator('summary').click();
  assert.ok((await figure.locator('caption').textContent()).includes(value));
  assert.ok(await figure.locator('tbody tr').count() > 10);
  await page.context().close();
});

test('a series of the legend is hidden and shown', async () => {
  const { page } = await open(browser, pages.suite);
  const button = page.locator('.legend button').first();
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  await button.press('Enter');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  await page.context().close();
});

test('a page that is read anew shows what was chosen: theme, hidden series, limits, slice and table', async () => {
  const { page, problems } = await open(browser, pages.trials);
  await page.locator('#theme').click();
  const isDark = await page.locator('#theme').getAttribute('aria-pressed');
  assert.equal(isDark, 'true');
  const convergence = page.locator('section:has(h2:text-is("convergence")) figure').first();
  await convergence.locator('.legend button').first().click();
  const trials = page.locator('.trials');
  await page.getByRole('slider', { name: 'loss, to' }).press('PageDown');
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('limits+of+loss'));
  const count = await trials.locator('.count').textContent();
  const over = await trials.getByRole('combobox', { name: 'loss over' }).locator('option').nth(1).textContent();
  await trials.getByRole('combobox', { name: 'loss over' }).selectOption({ label: over });
  await trials.locator('summary').click();
  await trials.locator('tbody tr').first().waitFor();
  await page.waitForFunction(() => decodeURIComponent(location.hash).includes('=open'));

  await page.reload();
  assert.equal(await page.locator('#theme').getAttribute('aria-pressed'), isDark);
  assert.equal(await convergence.locator('.legend button').first().getAttribute('aria-pressed'), 'false');
  assert.equal(await trials.locator('.count').textContent(), count);
  assert.equal(await trials.getByRole('combobox', { name: 'loss over' }).evaluate((select) => select.selectedOptions[0].textContent), over);
  await trials.locator('tbody tr').first().waitFor();
  await page.getByRole('button', { name: 'All trials' }).click();
  assert.doesNotMatch(decodeURIComponent(page.url()), /limits/);
  assert.deepEqual(problems, []);
  await page.context().close();
});

test('charts of an objective that is no longer chosen are gone', async () => {
  const { page, problems } = await open(browser, pages.trials);
  await drawAll(page);
  const chartsNow = () => page.evaluate(() => charts.size);
  const [before, stage] = [await chartsNow(), await page.locator('.trials .chart').first().elementHandle()];
  const objective = page.locator('.trials').getByRole('combobox', { name: 'objective' });
  for (const i of [1, 0, 1]) await objective.selectOption({ index: i });
  assert.equal(await chartsNow(), before);
  assert.equal(await stage.evaluate((element) => element.getAttribute('_echarts_instance_')), '', 'it lives on');
  assert.equal(await page.evaluate(() => [...charts.keys()].every((element) => element.isConnected)), true);
  await drawAll(page);
  assert.deepEqual(problems, []);
  await page.context().close();
});

test('a link to a part brings the keyboard there', async () => {
  const { page } = await open(browser, pages.suite);
  await page.locator('#nav a').nth(1).press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'part-1');
  await page.context().close();
});

test('the table of regret against wall time goes with the slider', async () => {
  const { page } = await open(browser, pages.suite);
  const slider = page.getByRole('slider', { name: /cost of an evaluation/ });
  const figure = page.locator('figure').filter({ has: page.locator('h3:text-is("Regret against wall time")') });
  await figure.locator('summary').click();
  const lastSeconds = async () => Number(await figure.locator('tbody tr').last().locator('td').first().textContent());
  await slider.press('End');
  assert.match(await figure.locator('caption').textContent(), /if an evaluation costs 1 h/);
  const dear = await lastSeconds();
  assert.ok(dear >= 25 * 3600 && dear < 26 * 3600, `${dear} s`);
  await slider.press('Home');
  assert.ok(await lastSeconds() < 60);
  await page.context().close();
});

test('brushes filter trials, with the keyboard, and are taken back', async () => {
  const { page } = await open(browser, pages.trials);
  const count = page.locator('.count');
  const all = Number((await count.textContent()).match(/^(\d+) of/)[1]);
  const loss = page.getByRole('slider', { name: 'loss, to' });
  await loss.focus();
  for (let i = 0; i < 3; ++i) await page.keyboard.press('PageDown');
  await page.waitForFunction((before) => !document.querySelector('.count').textContent.startsWith(`${before} of`), all);
  assert.ok(Number((await count.textContent()).match(/^(\d+) of/)[1]) < all);
  await page.getByRole('button', { name: 'All trials' }).click();
  assert.ok((await count.textContent()).startsWith(`${all} of`));
  await page.context().close();
});

test('lines of trials are drawn, and others once a slider has moved', async () => {
  const { page } = await open(browser, pages.trials);
  await page.locator('.trials .chart').first().scrollIntoViewIfNeeded();
  const waitForInk = (least, most) => page.waitForFunction(([from, to]) => {
    const canvas = document.querySelector('.lines');
    if (!canvas) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let inked = 0;
    for (let i = 3; i < data.length; i += 4) inked += data[i] > 0;
    return inked >= from && inked <= to ? inked : false;
  }, [least, most]);
  const all = await (await waitForInk(10_000, Infinity)).jsonValue();
  await page.getByRole('slider', { name: 'loss, to' }).press('Home');
  await waitForInk(1, all / 2);
  await page.context().close();
});

test('trials have their best so far, and what stopping saved in money', async () => {
  const path = join(folder, 'priced.html');
  run('report', join(folder, 'trials.db'), '--html', path, '--price', '2.5/h');
  const { page } = await open(browser, path);
  const part = (name) => page.locator(`section:has(h2:text-is("${name}"))`);
  const best = part('best so far').locator('figure').first();
  await best.locator('.chart').scrollIntoViewIfNeeded();
  await best.locator('svg path').first().waitFor({ state: 'attached' });
  await best.locator('summary').click();
  await best.getByRole('rowheader', { name: 'random+hyperband' }).first().waitFor();
  assert.match(await part('duplicates').locator('.prose').textContent(), /^None of n = \d+ trials repeats an earlier one\.$/);
  const saved = part('savings').locator('.prose').first();
  assert.match(await saved.textContent(), /^random\+hyperband on .* saved \d+\.\d % of the steps over n = 3 cells: \d+ steps, .* h of workers, [\d.e-]+ at 2\.5 an hour\.$/);
  await part('savings').getByRole('columnheader', { name: 'price saved' }).waitFor();
  await page.context().close();
});

test('repeats have their share by method, with a picture and a table', async () => {
  const path = pageOf(folder, 'repeats', '--method', 'random,grid', '--objective', 'x**2', '--param', 'x={values: [1, 2, 3]}', '--trials', '9', '--seeds', '4');
  const { page, problems } = await open(browser, path);
  const part = page.locator('section:has(h2:text-is("duplicates"))');
  await part.locator('.chart').scrollIntoViewIfNeeded();
  await part.locator('svg path').first().waitFor({ state: 'attached' });
  await part.getByRole('columnheader', { name: 'repeats' }).waitFor();
  assert.match(await part.locator('figcaption').textContent(), /mean over n = 4 cells/);
  assert.deepEqual(problems, []);
  await page.context().close();
});

test('a plan begins with its answer, rings what it advises, and has every choice', async () => {
  const { page } = await open(browser, pages.plan);
  assert.match(await page.locator('.verdict .prose').first().textContent(), /^Take /);
  await page.locator('.verdict svg path').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'advised', pressed: true }).waitFor();
  await page.locator('section:has(h2:text-is("choices"))').getByRole('columnheader', { name: 'worker hours' }).waitFor();
  await page.context().close();
});

test('the verdict says whether comparisons disagree, and the slider that its tests are corrected', async () => {
  const { page } = await open(browser, pages.suite);
  assert.match(await page.locator('.verdict .says').first().textContent(), /disagree/);
  const slider = page.getByRole('slider', { name: /cost of an evaluation/ });
  assert.match(await page.locator('figure').filter({ has: slider }).locator('figcaption').textContent(), /corrected by Holm for all rivals at all 20 costs/);
  await page.context().close();
});

test('charts are saved as PNG, SVG and CSV', async () => {
  const { page, problems } = await open(browser, pages.suite);
  const beginnings = { PNG: '\x89PNG', SVG: '<svg', CSV: 'method,' };
  for (const [kind, beginning] of Object.entries(beginnings)) {
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Save ${kind}` }).first().click()]);
    assert.match(saved.suggestedFilename(), new RegExp(`^mean-rank.*\\.${kind.toLowerCase()}$`));
    assert.ok(readFileSync(await saved.path(), 'latin1').startsWith(beginning), kind);
  }
  assert.deepEqual(problems, []);
  await page.context().close();
});

test('the page is small without its data', () => {
  const text = readFileSync(pages.suite, 'utf8');
  const data = text.match(/<script type="application\/json" id="data">[^<]*<\/script>/)[0];
  assert.ok(statSync(pages.suite).size - Buffer.byteLength(data) < MOST_BYTES_WITHOUT_DATA);
});

test('names with markup stay names, and data that looks like a place of the frame stays data', async () => {
  const odd = '</script><img src=x onerror=alert(1)>@script@ $` \u2028';
  const store = join(folder, 'odd.db');
  run('--method', 'random', '--objective', 'x**2', '--param', 'x={min: 0.0, max: 1.0}', '--param', `c=${JSON.stringify({ values: [odd, 'b'] })}`,
    '--trials', '12', '--seeds', '2', '--record', 'trials', '--out', store, '--quiet');
  const path = join(folder, 'odd <b>&.html');
  run('report', store, '--measure', 'fixed-budget', '--html', path);
  const { page, problems } = await open(browser, path);
  await drawAll(page);
  assert.deepEqual(problems, []);
  await page.locator('.trials summary').click();
  await page.getByRole('cell', { name: odd.trim() }).first().waitFor();
  await page.context().close();
});
