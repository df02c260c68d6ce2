// `npm run e2e`: tests/e2e in the Grafana at GRAFANA_URL. Arguments go to Playwright, such as `-g alert` or `--headed`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from './lib/findChromium.mjs';
import { ROOT } from './lib/project.mjs';

try {
  if (!process.env.GRAFANA_URL) {
    throw new Error(
      'These tests need a Grafana with the bundle and its demo: set GRAFANA_URL, such as http://localhost:3000 after ' +
        '"npm run build" and "docker compose up".'
    );
  }
  process.exitCode = await run(await findChromium());
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function run(chromium) {
  const program = path.join(ROOT, 'node_modules/@playwright/test/cli.js');
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts', ...process.argv.slice(2)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: chromium },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
