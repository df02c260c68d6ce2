import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './test';

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: ReadonlyArray<{ readonly id: number; readonly type: string }>;
}

const FOLDER = path.resolve(__dirname, '../../src/app/dashboards');
const bundled = fs.readdirSync(FOLDER).map((file) => {
  const text = fs.readFileSync(path.join(FOLDER, file), 'utf8');
  return { file, text, ...(JSON.parse(text) as Dashboard) };
});

for (const { file, uid, title } of bundled) {
  test(`${file} is provisioned, and no panel of it fails`, async ({ gotoDashboardPage, page }) => {
    // Panels ask once the variables are there; what is scrolled away before it is answered never is.
    const answered = page.waitForResponse((response) => response.url().includes('/api/ds/query'), { timeout: 90_000 });
    const dashboard = await gotoDashboardPage({ uid });
    await answered;
    await dashboard.waitForPanelsQueriesToComplete({ scrollAll: true, timeout: 90_000 });
    await expect(page.getByText(title).first()).toBeVisible();
    await expect(page.getByTestId(/data-testid Panel status error/)).toHaveCount(0);
    await expect(page.getByText(/Panel plugin not found|No plugin found|An unexpected error happened/)).toHaveCount(0);
  });
}

test('a dashboard can be imported', async ({ page, request }) => {
  const [{ text }] = bundled;
  const copy = { ...(JSON.parse(text) as object), uid: 'modelwatch-imported', title: 'Imported by a test' };
  await page.goto('/dashboard/import');
  await page.getByTestId('data-testid-import-dashboard-textarea').fill(JSON.stringify(copy));
  await page.getByTestId('data-testid-load-dashboard').click();
  await page.getByRole('button', { name: /^Import/ }).click();
  await expect(page).toHaveURL(/\/d\/modelwatch-imported/);
  await expect(page.getByText('airport_delay_minutes').first()).toBeVisible();
  await request.delete('/api/dashboards/uid/modelwatch-imported');
});

test("the app's page leads to one that is there", async ({ gotoAppPage, page }) => {
  await gotoAppPage({ pluginId: 'modelwatch-app' });
  const link = page.locator('main a[href*="/d/modelwatch-"]').first();
  await expect(link).toBeVisible();
  const [, uid] = /\/d\/([\w-]+)/.exec((await link.getAttribute('href')) ?? '') ?? [];
  expect(bundled.map((dashboard) => dashboard.uid)).toContain(uid);
});
