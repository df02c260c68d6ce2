import { expect, test } from './test';

const START = '/a/modelwatch-app';

for (const path of [START, '/plugins/modelwatch-app', `${START}/docs`, `${START}/docs/install`]) {
  test(`every link of ${path} leads to a page`, async ({ page }) => {
    await page.goto(path);
    const links = page.locator('main a[href]');
    await expect(links.filter({ hasText: /\S/ }).first()).toBeVisible();
    const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    const own = [...new Set(hrefs)].filter((href) => href.startsWith('/') && !href.startsWith('/logout'));
    expect(own.length).toBeGreaterThan(0);
    for (const href of own) {
      await page.goto(href);
      await expect(page.locator('main').first()).toBeVisible();
      await expect(
        page.getByText(/Page not found|Unknown plugin|Plugin not found|Dashboard not found|could not be found/i),
        href
      ).toHaveCount(0);
    }
  });
}
