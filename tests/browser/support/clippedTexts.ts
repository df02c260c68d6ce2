import type { Page } from 'playwright-core';

/**
 * Texts that are cut off: parts of them lie outside of an ancestor that hides what overflows it. What can be scrolled
 * to, and what is hidden on purpose for screen readers alone, is not cut off.
 */
export function clippedTexts(page: Page, within = 'main'): Promise<string[]> {
  return page.evaluate((selector) => {
    const TOLERANCE = 1.5;
    // Grafana's own pills of a variable's values: their lines are lower than their letters' box, which is not seen.
    const PILLS = '[class*="grafana-select-multi-value-container"]';
    const clipped: string[] = [];
    const root = document.querySelector(selector);
    const walker = document.createTreeWalker(root!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      if (
        text === '' ||
        parent.closest(PILLS) ||
        !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      ) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      if (isCut(range.getBoundingClientRect(), parent)) {
        clipped.push(text);
      }
    }
    return clipped;

    function isCut(box: DOMRect, from: Element): boolean {
      for (let element: Element | null = from; element && element !== document.body; element = element.parentElement) {
        const frame = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        if (frame.width <= 1 || frame.height <= 1 || style.clipPath !== 'none' || style.position === 'fixed') {
          return false;
        }
        const sideways = box.right > frame.right + TOLERANCE || box.left < frame.left - TOLERANCE;
        const upright = box.bottom > frame.bottom + TOLERANCE || box.top < frame.top - TOLERANCE;
        const ways = [sideways && style.overflowX, upright && style.overflowY];
        if (ways.includes('hidden') || ways.includes('clip')) {
          return true;
        }
        if (ways.includes('auto') || ways.includes('scroll')) {
          return false;
        }
      }
      return false;
    }
  }, within);
}
