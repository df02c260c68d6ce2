import { chromium, type Browser, type Page, type Request } from 'playwright-core';

export const WIDE = 1400;
export const NARROW = 420;
const HEIGHT = 900;
const QUIET_MS = 600;
const POLL_MS = 100;
const SETTLE_LIMIT_MS = 180_000;

/** Requests that have not been answered yet. */
const underWay = new WeakMap<Page, Set<Request>>();

export interface Visit {
  readonly page: Page;
  /** What the page complained of on its console, and errors that nobody caught. */
  readonly complaints: string[];
}

let browser: Browser | undefined;

/** A fresh page of the preview, at rest. */
export async function visit(
  path: string,
  { width = WIDE, theme = 'dark', at = process.env.PREVIEW_URL } = {}
): Promise<Visit> {
  browser ??= await chromium.connect(process.env.BROWSER_ENDPOINT!);
  // Without a locale of their own some builds of Chromium say one that Intl refuses.
  const context = await browser.newContext({ locale: 'en-US', viewport: { width, height: HEIGHT } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(`${message.text()} ${message.location().url}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  const url = new URL(path, at);
  url.searchParams.set('theme', theme);
  await page.goto(url.href);
  await settle(page);
  return { page, complaints };
}

/** Gives the page another width, and all the height that it needs: tables draw only the rows in sight. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await settle(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > HEIGHT) {
    await page.setViewportSize({ width, height });
    await settle(page);
  }
}

/**
 * Waits until nothing is asked of the server and every panel shows something. After a while it waits no longer: what is
 * missing then is for the test to say.
 */
export async function settle(page: Page): Promise<void> {
  const limit = Date.now() + SETTLE_LIMIT_MS;
  for (let quietSince = Date.now(); Date.now() < Math.min(quietSince + QUIET_MS, limit);) {
    await page.waitForTimeout(POLL_MS);
    if (underWay.get(page)!.size > 0 || !(await page.evaluate(isAtRest))) {
      quietSince = Date.now();
    }
  }
  await page.evaluate(() => document.fonts.ready);
}

function isAtRest(): boolean {
  /** A panel that has not drawn its frame yet has no content at all. */
  function showsSomething(panel: Element): boolean {
    const content = panel.querySelector('[data-testid="data-testid panel content"]');
    const hasFailed = panel.querySelector('[data-testid="data-testid Panel status error"]') !== null;
    return (
      hasFailed || (content !== null && (content.textContent !== '' || content.querySelector('canvas, svg') !== null))
    );
  }

  const main = document.querySelector('main')?.textContent ?? '';
  const panels = [...document.querySelectorAll('[data-viz-panel-key]')];
  return (
    main !== '' &&
    !/^Loading the/.test(main) &&
    document.querySelector('[aria-label="Panel loading bar"]') === null &&
    panels.every(showsSomething)
  );
}

export async function leave(): Promise<void> {
  await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
}

/** Ends this test file's connection to the browser. */
export async function disconnect(): Promise<void> {
  await browser?.close();
  browser = undefined;
}
