import { expect, test } from './test';
import { DEMO, QUESTION } from './demo';

const UID = 'modelwatch-e2e-marks';

/** Weather reports are missing from 2 July 2013 on: the newest window of this range is in alarm. */
const PANEL = {
  id: 1,
  type: 'modelwatch-drift-panel',
  title: 'Alarms',
  gridPos: { x: 0, y: 0, w: 24, h: 10 },
  datasource: { type: DEMO.type, uid: DEMO.uid },
  targets: [
    {
      ...QUESTION,
      refId: 'A',
      datasource: { type: DEMO.type, uid: DEMO.uid },
      format: 'table',
      window: '1d',
      timezone: 'America/New_York',
      current: { ...QUESTION.current, features: [{ name: 'temperature_f' }] },
      baseline: { kind: 'seasonal', period: '1w', count: 4 },
      decision: { significance: 'sequential' },
    },
  ],
};
const dashboard = {
  uid: UID,
  title: 'Marks of alarms',
  panels: [PANEL],
  time: { from: '2013-06-20T04:00:00Z', to: '2013-07-05T04:00:00Z' },
  timezone: 'utc',
};

test('a click on an alarm tells since when, and marks it by an annotation', async ({ page, request }) => {
  const saved = await request.post('/api/dashboards/db', { data: { dashboard, overwrite: true } });
  expect(saved.ok()).toBe(true);
  const marks = async () => {
    const answer = await request.get(`/api/annotations?dashboardUID=${UID}&tags=modelwatch&from=1&to=${Date.now()}`);
    return (await answer.json()) as Array<{ id: number; time: number; timeEnd: number; tags: string[] }>;
  };
  try {
    await page.goto(`/d/${UID}/x`);
    await page.getByRole('rowheader', { name: 'temperature_f' }).first().click();
    await expect(page.getByText(/^Since \d+ \w+ \d\d:\d\d: missing share changed|^No change point found/)).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Mark as incident' }).click();
    await expect(page.getByText(/^Marked as incident: /)).toBeVisible();
    const [mark] = await marks();
    expect(mark.tags).toEqual(
      expect.arrayContaining([
        'modelwatch-mark:incident',
        'modelwatch-of:flights/flights.parquet',
        'modelwatch-feature:temperature_f',
      ])
    );
    expect(mark.timeEnd).toBe(Date.parse('2013-07-05T04:00:00Z'));
  } finally {
    for (const { id } of await marks()) {
      await request.delete(`/api/annotations/${id}`);
    }
    await request.delete(`/api/dashboards/uid/${UID}`);
  }
});
