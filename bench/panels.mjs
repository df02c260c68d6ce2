// `npm run bench:panels`: how long the drift panel takes to draw many features and windows in a real browser, as Markdown.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/lib/findChromium.mjs';
import { CACHE, ROOT } from '../scripts/lib/project.mjs';
import { machine } from './lib/machine.mjs';
import { spread } from './lib/median.mjs';

const CASES = [
  { features: 200, windows: 168, width: 1300, height: 700 },
  { features: 200, windows: 168, width: 1300, height: 5700 },
  { features: 20, windows: 168, width: 1300, height: 700 },
];
const RUNS = 9;

const folder = path.join(CACHE, 'bench/panels');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['bench/panels/page.tsx'],
  outfile: path.join(folder, 'page.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  loader: { '.ttf': 'file' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
});
const page = `<!doctype html><meta charset="utf-8"><script>window.grafanaBootData={settings:{buildInfo:{}},user:{}};window.__grafana_public_path__='/';</script><body><script src="page.js"></script>`;
const server = http.createServer((request, response) => {
  const isScript = request.url === '/page.js';
  response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? fs.readFileSync(path.join(folder, 'page.js')) : page);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_FLAGS] });
try {
  const rows = [];
  for (const { features, windows, width, height } of CASES) {
    const tab = await browser.newPage({ locale: 'en-US', viewport: { width, height: 900 } });
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    const times = [];
    for (let run = 0; run <= RUNS; run++) {
      times.push(await tab.evaluate(([f, w, size]) => window.draw(f, w, size), [features, windows, { width, height }]));
    }
    // The first one compiles the code.
    const [first, ...others] = times;
    const shown = height > 1000 ? 'all rows in sight' : `${height} pixels high`;
    rows.push(`| ${features} × ${windows}, ${shown} | ${spread(others, 'ms')} | ${first.toFixed(0)} ms |`);
    await tab.close();
  }
  process.stdout.write(
    [
      `Measured on ${new Date().toISOString().slice(0, 10)}, ${machine()}, Chromium ${browser.version()}; median (smallest to largest) of ${RUNS} runs.`,
      '',
      '| drift panel, features × windows | from data to picture | the first, with code to compile |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n')
  );
} finally {
  await browser.close();
  server.close();
}
