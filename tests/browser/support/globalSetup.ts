import { chromium, type BrowserServer } from 'playwright-core';
import { runStart, type StartedProgram } from './runStart';

declare global {
  var startedForTests: { preview: StartedProgram; browser: BrowserServer };
}

/** One preview and one browser for all tests; these find them in the environment. */
export default async function globalSetup(): Promise<void> {
  const { CHROMIUM_FLAGS, findChromium } = await import('../../../scripts/lib/findChromium.mjs');
  const [preview, executablePath] = await Promise.all([runStart(['--port', '0']), findChromium()]);
  const browser = await chromium.launchServer({ executablePath, args: [...CHROMIUM_FLAGS] });
  globalThis.startedForTests = { preview, browser };
  process.env.PREVIEW_URL = preview.url;
  process.env.PREVIEW_PID = String(preview.child.pid);
  process.env.BROWSER_ENDPOINT = browser.wsEndpoint();
}
