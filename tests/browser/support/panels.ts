import type { Locator, Page } from 'playwright-core';

export interface PanelLook {
  readonly title: string;
  readonly text: string;
  readonly drawings: number;
  readonly errors: number;
}

export function panel(page: Page, id: number): Locator {
  return page.locator(`[data-viz-panel-key="panel-${id}"]`);
}

const TEXT_LIMIT_MS = 20_000;

/**
 * Expects that a panel comes to show a text. A table draws its rows a while after its frame has come, which no request
 * tells.
 */
export async function expectText(page: Page, id: number, expected: string | RegExp): Promise<void> {
  const isThere = (text: string) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text));
  const limit = Date.now() + TEXT_LIMIT_MS;
  let text = await panel(page, id).innerText();
  while (!isThere(text) && Date.now() < limit) {
    await page.waitForTimeout(100);
    text = await panel(page, id).innerText();
  }
  expect(text).toEqual(
    typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected)
  );
}

/** What can be seen of each panel: its title, the text within, charts, and badges that say that a query failed. */
export function lookAtPanels(page: Page): Promise<PanelLook[]> {
  return page.locator('[data-viz-panel-key]').evaluateAll((panels) =>
    panels.map((element) => {
      // Not innerText: what a table leaves out of sight would count as empty.
      const content = element.querySelector('[data-testid="data-testid panel content"]');
      return {
        title: element.querySelector('h2, h6')?.textContent ?? '',
        text: content?.textContent?.trim() ?? '',
        drawings: content?.querySelectorAll('canvas, svg').length ?? 0,
        errors: element.querySelectorAll('[data-testid="data-testid Panel status error"]').length,
      };
    })
  );
}
