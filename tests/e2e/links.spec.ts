import { expect, test } from './test';

const START = '/a/modelwatch-app';
const MISSING = /Page not found|Unknown plugin|Plugin not found|Dashboard not found|could not be found/i;
/** What several pages lead to is visited once. */
const visited = new Set<string>();

for (const path of [START, '/plugins/modelwatch-app', `${START}/docs`, `${START}/docs/install`]) {
  test(`every link of ${path} leads to a page`, async ({ page }) => {
    // Some forty pages, each of which a busy machine draws in ten seconds.
    test.setTimeout(1_200_000);
    await page.goto(path);
    const links = page.locator('main a[href]');
    await expect(links.filter({ hasText: /\S/ }).first()).toBeVisible();
    const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    const own = [...new Set(hrefs)].filter((href) => href.startsWith('/') && !href.startsWith('/logout'));
    expect(own.length).toBeGreaterThan(0);
    for (const href of own.filter((one) => !visited.has(one))) {
      await page.goto(href);
      await expect(page.locator('main').first()).toBeVisible();
      // The documentation tells what Grafana says of a plugin that it lacks.
      await expect(page.getByText(MISSING).and(page.locator(':not(article *)')), href).toHaveCount(0);
      visited.add(href);
    }
  });
}
