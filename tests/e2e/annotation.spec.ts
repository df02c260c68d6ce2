import { expect, test } from './test';
import { DEMO } from './demo';
import { pick } from './pick';

test('changes of version are annotations', async ({ gotoAnnotationEditPage, page }) => {
  // The first one is Grafana's own.
  const edit = await gotoAnnotationEditPage({ dashboard: { uid: 'modelwatch-model-overview' }, id: '1' });
  await expect(edit.runQuery()).toBeOK();
  await expect(page.getByText(/^\d+ events/)).toBeVisible();
});

test('an annotation is made by pointing and picking', async ({ annotationEditPage, page }) => {
  await annotationEditPage.datasource.set(DEMO.name);
  await pick(page.getByLabel('Connection', { exact: true }), 'live');
  await pick(page.getByLabel('File', { exact: true }), 'flights.parquet');
  await pick(page.getByLabel('Time field', { exact: true }).first(), 'time');
  // A new dashboard shows the last six hours, in which no day ends.
  // Grafana asks by itself with what was picked so far, and may be answered that late: the answer is known by its question.
  const answered = page.waitForResponse((response) => (response.request().postData() ?? '').includes('"window":"1h"'));
  await pick(page.getByLabel('Window size', { exact: true }), '1 hour');
  await annotationEditPage.runQuery();
  expect((await answered).ok()).toBe(true);
});
