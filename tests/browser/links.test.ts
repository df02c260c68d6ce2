import { disconnect, leave, visit } from './support/visit';

const START = '/a/modelwatch-app';
const CONFIGURATION = '/plugins/modelwatch-app';
/** What Grafana's own pages have a link to, and so is no fault of the app. */
const OUTSIDE = /^https?:\/\/(?!127\.0\.0\.1|localhost)/;

afterEach(leave);
afterAll(disconnect);

/** Addresses of all links of a page of the app. */
async function linksOf(path: string): Promise<string[]> {
  const { page } = await visit(path);
  const hrefs = await page
    .locator('main a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return [...new Set(hrefs.filter((href): href is string => href !== null && !OUTSIDE.test(href)))];
}

it.each([START, CONFIGURATION, `${START}/docs`, `${START}/docs/install`])(
  'every link of %s leads to a page',
  async (path) => {
    const links = await linksOf(path);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links.filter((href) => !href.startsWith('#'))) {
      const { page } = await visit(link);
      const text = await page.locator('main').innerText();
      expect([link, text.length > 20]).toEqual([link, true]);
      expect([link, /There is no such page|has no app|is not there|failed/i.exec(text)?.[0]]).toEqual([
        link,
        undefined,
      ]);
      await leave();
    }
  },
  600_000
);
