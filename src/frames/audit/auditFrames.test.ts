/** @jest-environment node */
import type { AuditedResult } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import { HOUR, START } from '../../../tests/fixtures/frames/verdict';
import { writeFrames } from '../writeFrames';

const DAY = 24 * HOUR;
const rate = { looks: 100, undecided: 2, days: 100, rate: 1.8, rateLow: 0.2, rateHigh: 6.5 };
const marked = { trueAlarms: 0, falseAlarms: 0, unmarked: 0, precision: null, low: null, high: null };
const fired = (day: number, feature: string, others = 0) => ({
  ...{ from: START + day * DAY, to: START + (day + 1) * DAY, alarms: 1, feature, segment: { version: '1' }, others },
  reason: 'It moved.',
});
const result: AuditedResult = {
  kind: 'audit',
  queryHash: '0',
  baseline: { kind: 'seasonal', description: 'past windows', facts: {} },
  significance: 'sequential',
  range: { from: START, to: START + 100 * DAY },
  per: 90,
  replays: [
    { significance: 'iid', ...rate, alarms: 100, episodes: 1, promised: 5, fired: [fired(0, 'x', 2)], marked },
    {
      ...{
        significance: 'calibrated',
        looks: 0,
        undecided: 0,
        alarms: 0,
        episodes: 0,
        days: 0,
        promised: 0,
        fired: [],
        marked,
      },
      ...{ rate: null, rateLow: null, rateHigh: null, problem: 'Too short.' },
    },
    {
      significance: 'sequential',
      ...rate,
      alarms: 3,
      episodes: 2,
      promised: 1.1,
      fired: [fired(5, 'y'), fired(9, 'x')],
      marked: { trueAlarms: 1, falseAlarms: 1, unmarked: 0, precision: 0.5, low: 0.09, high: 0.91 },
    },
  ],
  shuffled: [{ significance: 'sequential', ...rate, rate: 0.9, alarms: 1, episodes: 1, promised: 1.1 }],
  halves: [{ significance: 'sequential', ...rate, rate: 0, alarms: 2, episodes: 2, promised: 1.1 }],
  planted: [
    { significance: 'sequential', size: 1, seasons: 8, found: 8, delay: 1 },
    { significance: 'sequential', size: 0.1, seasons: 8, found: 2, delay: 4.5 },
    { significance: 'sequential', size: 0.3, seasons: 8, found: 6, delay: 2 },
  ],
  notices: ['One notice.'],
};
const query = parseQuery({
  ...{ kind: 'drift', format: 'audit', window: '1d', baseline: { kind: 'seasonal' } },
  ...{ current: { path: 'log.csv', timeField: 'time' }, decision: { significance: 'sequential' } },
});
const [table, episodes] = writeFrames(result, query);
const rows = (frame: typeof table) =>
  (frame.fields[0].values as readonly unknown[]).map((_, row) =>
    Object.fromEntries(frame.fields.map(({ name, values }) => [name, (values as readonly unknown[])[row]]))
  );

test('has a row for each way to judge: looks, alarms, what was promised and what was seen', () => {
  const [iid, calibrated, sequential] = rows(table);
  expect(iid).toMatchObject({
    ...{ significance: 'iid', own: false, looks: 100, alarms: 100, alarm_share: 1, promised: 5 },
    ...{ promised_counts: 'alarms', first_time: START, first_cause: 'x, version 1 (and 2 more)', delay_small: null },
  });
  expect(sequential).toMatchObject({
    ...{ own: true, episodes: 2, rate: 1.8, rate_low: 0.2, rate_high: 6.5, promised: 1.1, promised_counts: 'episodes' },
    ...{ shuffled_rate: 0.9, delay_small: 4.5, found_small: 0.25, found_medium: 0.75, delay_large: 1, found_large: 1 },
    ...{
      halves_share: 0.02,
      marked_true: 1,
      marked_false: 1,
      precision: 0.5,
      precision_low: 0.09,
      precision_high: 0.91,
    },
  });
  expect(calibrated).toMatchObject({ problem: 'Too short.', alarm_share: null, promised: null, rate: null });
  expect(table.meta?.notices?.map(({ text }) => text)).toEqual(['One notice.']);
});

test('lists what each way would have fired on, by time', () => {
  expect(rows(episodes).map(({ time, significance, own, cause }) => [time, significance, own, cause])).toEqual([
    [START, 'iid', false, 'x, version 1 (and 2 more)'],
    [START + 5 * DAY, 'sequential', true, 'y, version 1'],
    [START + 9 * DAY, 'sequential', true, 'x, version 1'],
  ]);
});
