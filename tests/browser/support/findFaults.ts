import type { Page } from 'playwright-core';
import { violations } from './accessibility';
import { clippedTexts } from './clippedTexts';
import { lookAtPanels } from './panels';
import type { Visit } from './visit';

/** Everything that a page must be free of; each list is empty on a page as it should be. */
export async function findFaults({ page, complaints }: Visit) {
  const panels = await lookAtPanels(page);
  const titles = (faulty: typeof panels) => faulty.map(({ title, text }) => `${title}: ${text.slice(0, 200)}`);
  return {
    failedPanels: titles(panels.filter(({ errors }) => errors > 0)),
    emptyPanels: titles(
      panels.filter(({ text, drawings }) => (text === '' && drawings === 0) || /^(No data|Loading|Unable)/.test(text))
    ),
    clippedTexts: await clippedTexts(page),
    wideElements: await wideElements(page),
    violations: await violations(page),
    complaints,
  };
}

export const NO_FAULTS: Awaited<ReturnType<typeof findFaults>> = {
  failedPanels: [],
  emptyPanels: [],
  clippedTexts: [],
  wideElements: [],
  violations: [],
  complaints: [],
};

/** What makes the page wider than the window: the innermost of the elements that stick out. */
function wideElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) {
      return [];
    }
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > width + 1
    );
    return wide
      .filter((element) => !wide.some((other) => other !== element && element.contains(other)))
      .map((element) => element.outerHTML.slice(0, 200));
  });
}
