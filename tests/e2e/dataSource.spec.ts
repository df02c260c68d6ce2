import { expect, test } from './test';
import { DEMO, demoFolder } from './demo';

test('a data source that is made by hand says whether its connection works', async ({
  createDataSourceConfigPage,
  page,
  request,
}) => {
  const folder = await demoFolder(request);
  const config = await createDataSourceConfigPage({ type: DEMO.type });
  await page.getByRole('button', { name: /add a connection to files/i }).click();
  await page.getByRole('textbox', { name: /^folder/i }).fill(folder);
  await expect(config.saveAndTest()).toBeOK();
  await expect(config).toHaveAlert('success', { hasText: /has 2 files to read/ });
});

test('and what is wrong with one that does not', async ({ createDataSourceConfigPage, page }) => {
  const config = await createDataSourceConfigPage({ type: DEMO.type });
  await page.getByRole('button', { name: /add a connection to files/i }).click();
  await page.getByRole('textbox', { name: /^folder/i }).fill('/nowhere/to/be/found');
  await expect(config.saveAndTest()).not.toBeOK();
  await expect(config).toHaveAlert('error', { hasText: /files: Folder of the connection not found/ });
});

test('the provisioned data source works', async ({ gotoDataSourceConfigPage, page }) => {
  await gotoDataSourceConfigPage(DEMO.uid);
  await page.getByRole('button', { name: /^(save & )?test$/i }).click();
  await expect(page.getByText(/All 2 connections work/)).toBeVisible();
});
