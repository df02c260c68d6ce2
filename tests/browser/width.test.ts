import { DASHBOARDS } from '../../src/app/places';
import { sidewaysScrolls } from './support/sidewaysScrolls';
import { disconnect, leave, settle, visit, WIDE } from './support/visit';

/** A tablet, or half of a screen: panels still stand beside one another. */
const HALF = 800;

afterEach(leave);
afterAll(disconnect);

describe.each([WIDE, HALF])('%s pixels wide', (width) => {
  it.each(DASHBOARDS)('$title has no panel to scroll sideways, and no cell that is cut', async ({ uid }) => {
    const { page } = await visit(`/d/${uid}`, { width });
    // Tables draw only the rows in sight.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    await settle(page);
    expect(await sidewaysScrolls(page)).toEqual([]);
  });
});
