import type { Page } from 'playwright-core';

/** Panels that hide a part of what they show to the right: by a bar to scroll with, or by cutting a cell of a table. */
export function sidewaysScrolls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const TOLERANCE = 2;
    const isCut = (element: Element) => {
      const { overflowX } = getComputedStyle(element);
      const hides = /auto|scroll/.test(overflowX) || (element.role === 'gridcell' && /hidden|clip/.test(overflowX));
      return hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + TOLERANCE;
    };
    return [...document.querySelectorAll('[data-viz-panel-key]')].flatMap((panel) => {
      const title = panel.querySelector('h2, h6')?.textContent ?? '';
      return [...panel.querySelectorAll('*')]
        .filter(isCut)
        .map((element) => `${title}: ${element.clientWidth} of ${element.scrollWidth} pixels`);
    });
  });
}
