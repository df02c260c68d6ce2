import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, chromium } from '@playwright/test';
import type { PluginOptions } from '@grafana/plugin-e2e';

const { GRAFANA_URL, GRAFANA_ADMIN_USER, GRAFANA_ADMIN_PASSWORD, CHROMIUM_PATH, CI } = process.env;
const ROOT = path.resolve(__dirname, '../..');
/** Playwright's own browser where it is installed, as in CI; else the one that scripts/e2e.mjs found. */
const executablePath = existsSync(chromium.executablePath()) ? undefined : CHROMIUM_PATH;

/** Flows that only a whole Grafana has: `npm run e2e`. */
export default defineConfig<PluginOptions>({
  testDir: __dirname,
  outputDir: path.join(ROOT, 'test-results'),
  // One Grafana, one Modelwatch: what one test saves another would see.
  workers: 1,
  // A busy machine needs a minute for a page of Grafana alone.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  forbidOnly: Boolean(CI),
  reporter: CI
    ? [['github'], ['list'], ['html', { open: 'never', outputFolder: path.join(ROOT, 'playwright-report') }]]
    : 'list',
  use: {
    baseURL: GRAFANA_URL,
    locale: 'en-US',
    viewport: { width: 1500, height: 1100 },
    // Without a film: a machine without a graphics card draws each of its pictures.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    ...(GRAFANA_ADMIN_USER && {
      grafanaAPICredentials: { user: GRAFANA_ADMIN_USER, password: GRAFANA_ADMIN_PASSWORD ?? 'admin' },
    }),
    provisioningRootDir: path.join(ROOT, 'provisioning'),
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] },
  },
});
