import { expect, test } from './test';
import { DEMO, demoFolder } from './demo';

const UID = 'modelwatch-e2e-own';
const BOARD = `/d/modelwatch-drift-explorer?var-datasource=${UID}&var-connection=now&var-source=flights.parquet`;
const DELIVERED = '2013-04-01T04:00:00.000Z';

/** The flights as they would go on now: in the time of the delivered dashboard there are none. */
test.beforeEach(async ({ request }) => {
  await request.delete(`/api/datasources/uid/${UID}`);
  const connections = { now: { type: 'file', folder: await demoFolder(request), replay: '364d' } };
  const source = { uid: UID, name: 'Modelwatch of our own', type: DEMO.type, access: 'proxy' };
  const made = await request.post('/api/datasources', { data: { ...source, jsonData: { version: 1, connections } } });
  expect(made.ok(), await made.text()).toBe(true);
});
test.afterEach(async ({ request }) => {
  await request.delete(`/api/datasources/uid/${UID}`);
});

test('a dashboard leaves the time with which it is delivered for data that have nothing there', async ({ page }) => {
  await page.goto(BOARD);
  await expect(page.getByText(/Newest data: 20\d\d-/)).toBeVisible();
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('from')).not.toBe(DELIVERED);
  expect(Date.parse(searchParams.get('var-baseline_from') ?? '')).toBeGreaterThan(Date.UTC(2020, 0));
  await expect(page.getByText(/features (is|are) drifting/).first()).toBeVisible();
});

test('a time that was chosen stays, and the text says that it has no data', async ({ page }) => {
  await page.goto(`${BOARD}&from=2012-02-01T00:00:00.000Z&to=2012-03-01T00:00:00.000Z`);
  await expect(page.getByText(/No rows in this time range\. The selected data runs from 20\d\d-/)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('from')).toBe('2012-02-01T00:00:00.000Z');
});
