// Pictures of the demo's dashboard, dark and light, wide and narrow, into .cache/screenshots; with --readme the first
// screen, dark and wide, into docs/img for the README too.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './lib/findChromium.mjs';
import { CACHE, ROOT } from './lib/project.mjs';
import { startPreview } from './lib/startPreview.mjs';

const FOLDER = path.join(CACHE, 'screenshots');
const README_PICTURE = path.join(ROOT, 'docs/img/demo.png');
const WIDTHS = { wide: 1400, narrow: 420 };
const FIRST_SCREEN = 900;
const ANSWER_LIMIT_MS = 120_000;

const { url, stop } = await startPreview({ port: 0 });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const theme of ['dark', 'light']) {
    for (const [name, width] of Object.entries(WIDTHS)) {
      await picture(path.join(FOLDER, `${theme}-${name}.png`), theme, width);
    }
  }
  if (process.argv.includes('--readme')) {
    fs.mkdirSync(path.dirname(README_PICTURE), { recursive: true });
    await picture(README_PICTURE, 'dark', WIDTHS.wide, FIRST_SCREEN);
  }
} finally {
  await browser.close();
  await stop();
}

/** Without a height all of the page: in a window that high, since panels draw only what is in sight. */
async function picture(file, theme, width, height) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width, height: height ?? FIRST_SCREEN } });
  const page = await context.newPage();
  await page.goto(`${url}/?theme=${theme}`);
  await atRest(page);
  if (height === undefined) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: whole });
    await atRest(page);
  }
  await page.screenshot({ path: file });
  await context.close();
  process.stdout.write(`${path.relative(ROOT, file)}\n`);
}

async function atRest(page) {
  await page.waitForSelector('[data-viz-panel-key]');
  await page.waitForFunction(
    () => {
      const contents = [...document.querySelectorAll('[data-testid="data-testid panel content"]')];
      const shown = contents.filter((content) => content.textContent !== '' || content.querySelector('canvas, svg'));
      return shown.length === contents.length && document.querySelector('[aria-label="Panel loading bar"]') === null;
    },
    undefined,
    { timeout: ANSWER_LIMIT_MS }
  );
  await page.waitForTimeout(500);
}
