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
