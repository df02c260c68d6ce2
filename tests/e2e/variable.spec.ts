import { expect, test } from './test';
import { DEMO } from './demo';
import { pick } from './pick';

test('a variable lists the features, or the versions, of a log', async ({ variableEditPage, page }) => {
  await variableEditPage.setVariableType('Query');
  await variableEditPage.datasource.set(DEMO.name);
  await pick(page.getByLabel('File', { exact: true }), 'flights.parquet');
  await variableEditPage.runQuery();
  await expect(variableEditPage).toDisplayPreviews(['carrier', 'airport_delay_minutes']);
  await pick(page.getByLabel('Query type', { exact: true }), 'Versions or segments');
  // Only a part of a long list is drawn.
  await page.getByLabel('Values of', { exact: true }).fill('model');
  await page.getByRole('option', { name: /^model_version/ }).click();
  await variableEditPage.runQuery();
  // A new dashboard shows the last six hours: the flights of 2013 have none, so that all their versions are listed.
  await expect(variableEditPage).toDisplayPreviews(['2', '1', '1-backtest']);
});
