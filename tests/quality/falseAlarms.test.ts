import { alarmRate, DAYS, MOST } from './alarmRate';
import { DEMO } from './flights';

it('seldom alarms over the untouched weeks of March to May', async () => {
  const { verdicts, alarms, atMost } = await alarmRate(
    { connection: 'demo', path: 'flights.parquet', timeField: 'time' },
    { demo: { type: 'file', folder: DEMO } }
  );
  expect(verdicts).toHaveLength(DAYS * new Set(verdicts.map(({ comparison }) => comparison.feature)).size);
  expect(atMost).toBeLessThanOrEqual(MOST);
  // The model was replaced at midnight on 31 March, and its versions are named otherwise since: that is found.
  expect(alarms.filter(({ comparison }) => comparison.feature === 'model_version').length).toBeGreaterThan(0);
});
