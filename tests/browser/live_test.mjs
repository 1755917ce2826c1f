// A page of a run that goes on: it shows what the program writes next, without being asked.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { axeSource, launch, open, temporaryFolder } from './support.mjs';

const folder = temporaryFolder();
const store = join(folder, 'live.db');
const file = join(folder, 'live.html');
const started = [];
let browser;

const start = (...words) => {
  const child = spawn(process.env.SWEEP_BENCH, words, { stdio: 'ignore' });
  started.push(child);
  return child;
};
const until = async (isTime) => { while (!isTime()) await new Promise((resolve) => { setTimeout(resolve, 100); }); };

before(async () => { browser = await launch(); });
after(async () => {
  for (const child of started) child.kill('SIGKILL');
  await browser?.close();
});

test('the page of a run shows news by itself, keeps what was chosen, and rests when the run has ended', async () => {
  const run = start('run', '--method', 'random,bayes', '--objective', 'hartmann6', '--trials', '150', '--seeds', '40', '--threads', '1', '--quiet', '--out', store);
  await until(() => existsSync(store) && statSync(store).size > 0);
  const report = start('report', store, '--html', file, '--follow');
  await until(() => existsSync(file));
  const { page, problems } = await open(browser, file);
  const news = page.locator('#news');
  assert.match(await news.textContent(), /The run is under way: \d+ of 80 cells/);
  const theme = page.locator('#theme');
  const wasDark = await theme.getAttribute('aria-pressed');
  const isDark = wasDark === 'true' ? 'false' : 'true';
  await theme.click();
  assert.equal(await theme.getAttribute('aria-pressed'), isDark);
  await news.getByRole('button').click();
  const first = await news.textContent();
  assert.match(first, /Show news again/);
  assert.match(page.url(), /reload=off/);
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run());
  assert.deepEqual(violations.map((one) => one.id), []);
  await news.getByRole('button').click();
  assert.match(page.url(), /reload=on/);

  await page.waitForFunction((text) => document.getElementById('news')?.firstChild.textContent !== text, await news.evaluate((element) => element.firstChild.textContent));
  assert.match(page.url(), /reload=on/, 'the address has lost what was chosen');
  assert.equal(await theme.getAttribute('aria-pressed'), isDark, 'the theme that was chosen is lost');

  run.kill('SIGINT');
  const [code] = await once(report, 'exit');
  assert.equal(code, 0);
  await page.waitForFunction(() => !document.getElementById('news'));
  assert.deepEqual(problems, []);
});
