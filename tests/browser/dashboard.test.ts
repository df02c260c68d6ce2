import { violations } from './support/accessibility';
import { clippedTexts } from './support/clippedTexts';
import { lookAtPanels } from './support/panels';
import { disconnect, leave, NARROW, visit, WIDE } from './support/visit';

afterEach(leave);
afterAll(disconnect);

describe.each([
  { theme: 'dark', width: WIDE },
  { theme: 'light', width: WIDE },
  { theme: 'dark', width: NARROW },
  { theme: 'light', width: NARROW },
])("the demo's dashboard, $theme, $width pixels wide", (look) => {
  it('shows something in every panel, nothing cut off, nothing broken, for everybody', async () => {
    const { page, complaints } = await visit('/', look);
    const panels = await lookAtPanels(page);
    expect(panels.length).toBeGreaterThan(5);
    expect(panels.filter(({ errors }) => errors > 0)).toEqual([]);
    expect(panels.filter(({ text, drawings }) => text === '' && drawings === 0)).toEqual([]);
    expect(panels.filter(({ text }) => /^(No data|Loading|Unable to render)/.test(text))).toEqual([]);
    expect(await page.evaluate(() => document.body.classList.value)).toContain(`theme-${look.theme}`);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
