import { disconnect, leave, visit } from './support/visit';

const START = '/a/modelwatch-app';
const CONFIGURATION = '/plugins/modelwatch-app';
/** Elsewhere than in Grafana: among them addresses of examples. */
const OUTSIDE = /^https?:/;

/** What the preview says where an address leads to nothing. */
const NOWHERE = /There is no such page: |The preview has no app|This page is not there: /;

afterEach(leave);
afterAll(disconnect);

/** Many links stand on several pages. */
const followed = new Set<string>();

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
    for (const link of links.filter((href) => !href.startsWith('#') && !followed.has(href))) {
      followed.add(link);
      const { page } = await visit(link);
      const text = await page.locator('main').innerText();
      expect([link, text.length > 20]).toEqual([link, true]);
      expect([link, NOWHERE.exec(text)?.[0]]).toEqual([link, undefined]);
      await leave();
    }
  },
  600_000
);
