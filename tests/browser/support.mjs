// What the browser tests share: stores and pages made by the program, and a browser.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(here));
const modules = createRequire(pathToFileURL(join(process.env.NODE_MODULES, 'here.js')));
export const { chromium } = modules('playwright-core');
export const axeSource = readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');

const program = process.env.SWEEP_BENCH;
export const run = (...words) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A folder of its own, removed when the tests end. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-bench-page-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs an experiment and makes a page of its store; the page's path. */
export function pageOf(folder, name, ...experiment) {
  const store = join(folder, `${name}.db`);
  const page = join(folder, `${name}.html`);
  run(...experiment, '--out', store, '--quiet');
  run('report', store, '--html', page);
  return page;
}

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });

/** Opens a page and notes whatever goes wrong in it. */
export async function open(browser, path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`request of ${request.url()}`); });
  await page.goto(pathToFileURL(path).href);
  return { page, problems };
}

/** Brings every chart into view, so that all of them are drawn. */
export async function drawAll(page) {
  for (const stage of await page.locator('.chart').all()) {
    await stage.scrollIntoViewIfNeeded();
    await stage.locator('svg, canvas').first().waitFor();
  }
}

/** The page's own scripts, as functions in node. */
export function pageScripts(names) {
  const folder = join(root, 'bench/reports/html');
  const files = ['theme.js', 'tables.js', 'figures/common.js', 'figures/curves.js', 'figures/timed.js', 'figures/intervals.js',
    'figures/bars.js', 'figures/courses.js', 'figures/parallel.js', 'figures/points.js', 'figures/slice.js', 'figures/catalog.js', 'lines.js', 'trials.js'];
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return new Function(`'use strict';\n${text}\nreturn { ${names.join(', ')} };`)();
}

export function loadEcharts() {
  const text = readFileSync(join(root, 'bench/reports/html/echarts/echarts.min.js'), 'utf8');
  return new Function(`${text}\nreturn echarts;`)();
}
