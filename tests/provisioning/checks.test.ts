import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaselineCache } from '../../src/baseline/BaselineCache';
import { evaluate } from '../../src/evaluate/evaluate';
import { alertAnswer } from '../../src/frames/alert/AlertAnswer';
import type { AlertRow } from '../../src/frames/alert/AlertRow';
import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import type { Row } from '../quality/faults';
import { DEMO, flightsBetween, linesOf } from '../quality/flights';
import { alertingSchema, type AlertRule } from './alertingSchema';
import { provisioned } from './provisioned';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday afternoon in New York, ten minutes past the hour: the last complete hour is busy. */
const NOW = Date.UTC(2013, 2, 26, 20, 10);
const SECOND = 1000;

const rules = provisioned('alerting')
  .filter(({ name }) => name.endsWith('modelwatch-checks.yaml'))
  .flatMap(({ content }) => alertingSchema.parse(content).groups)
  .flatMap((group) => group.rules);

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));
const connections = { flights: { type: 'file', folder: DEMO }, live: { type: 'file', folder } } as const;

const baselines = { cache: new BaselineCache(), scope: 'demo' };

let log: Row[];
beforeAll(async () => {
  log = await flightsBetween(NOW - 10 * DAY, NOW);
});

const isWithin = (hours: number, { time }: Row) => Number(time) >= NOW - hours * HOUR;

/** What the rule's own query says of the log, by feature. */
async function ask(rule: AlertRule, refId: string): Promise<readonly AlertRow[]> {
  const { model, relativeTimeRange } = rule.data.find((query) => query.refId === refId)!;
  const asked = withoutHostKeys(model) as Record<string, unknown> & { current: object; baseline?: { kind: string } };
  const query = parseQuery({
    ...asked,
    current: { ...asked.current, path: 'log.ndjson' },
    ...(asked.baseline?.kind === 'selection' && { baseline: { ...asked.baseline, path: 'flights.parquet' } }),
  });
  const range = { from: NOW - relativeTimeRange.from * SECOND, to: NOW - relativeTimeRange.to * SECOND };
  const result = await evaluate(query, { range, now: NOW, connections, baselines });
  return alertAnswer(result, query).rows;
}

/** `rule feature` of all that is above its rule's threshold. */
async function firing(rows: readonly Row[]): Promise<string[]> {
  writeFileSync(join(folder, 'log.ndjson'), linesOf(rows));
  const fired: string[] = [];
  for (const rule of rules) {
    const { model } = rule.data.find(({ refId }) => refId === rule.condition)!;
    const { expression, conditions } = model as {
      expression: string;
      conditions: Array<{ evaluator: { type: string; params: [number] } }>;
    };
    expect(conditions[0].evaluator.type).toBe('gt');
    const above = (await ask(rule, expression)).filter(
      ({ severity }) => severity !== null && severity > conditions[0].evaluator.params[0]
    );
    fired.push(...above.map(({ labels }) => `${rule.uid.replace('modelwatch-demo-', '')} ${labels.feature}`));
  }
  return fired;
}

it('are silent over a day as it was', async () => {
  expect(await firing(log)).toEqual([]);
});

it.each<[string, (row: Row, i: number) => Row | null, string[]]>([
  ['half of the predictions did not come', (row, i) => (i % 2 ? row : null), ['volume predictions']],
  [
    'a probability of 7',
    (row, i) => (i % 20 ? row : { ...row, probability_late: 7 }),
    ['predictions probability_late'],
  ],
  ['a confidence that is NaN', (row, i) => (i % 20 ? row : { ...row, confidence: NaN }), ['predictions confidence']],
  ['a class that there is not', (row, i) => (i % 20 ? row : { ...row, prediction: 'cat' }), ['predictions prediction']],
  ['another version', (row) => ({ ...row, model_version: '3' }), ['versions model_version']],
])('fire within the hour: %s', async (_, change, expected) => {
  const rows = log.map((row, i) => (isWithin(1.2, row) ? change(row, i) : row));
  expect(await firing(rows.filter((row) => row !== null))).toEqual(expected);
});

it.each<[string, (row: Row, i: number) => Row | null, string[]]>([
  ['missing numbers', (row, i) => (i % 3 ? row : { ...row, temperature_f: null }), ['missing temperature_f']],
  ['NaN', (row, i) => (i % 3 ? row : { ...row, temperature_f: NaN }), ['missing temperature_f']],
  ['infinite', (row, i) => (i % 90 ? row : { ...row, wind_speed_mph: Infinity }), ['range wind_speed_mph']],
  ['less than nothing', (row, i) => (i % 90 ? row : { ...row, scheduled_minutes: -15 }), ['range scheduled_minutes']],
  ['text', (row, i) => (i % 20 ? row : { ...row, scheduled_minutes: 'cat' }), ['range scheduled_minutes']],
  [
    'an airport that there is not',
    (row, i) => (i % 400 ? row : { ...row, origin: 'cat' }),
    ['range origin', 'categories origin'],
  ],
  [
    'labels that come two days late',
    (row, i) => (i % 3 ? row : { ...row, label_time: new Date(Number(row.time) + 2 * DAY) }),
    ['arrival (delay)'],
  ],
  ['a log that stopped', (row) => (isWithin(13, row) ? null : row), ['volume predictions', 'arrival (rows)']],
  ['a column that is gone', ({ visibility_miles: _gone, ...row }) => row, ['columns visibility_miles']],
  ['a new name', ({ carrier, ...row }) => ({ ...row, airline: carrier }), ['columns carrier']],
  ['an airline that is new', (row, i) => (i % 20 ? row : { ...row, carrier: 'ZZ' }), ['categories carrier']],
  [
    'an airline that is gone',
    (row) => (row.carrier === 'DL' ? { ...row, carrier: 'UA' } : row),
    ['categories carrier'],
  ],
])('fire within the day: %s', async (_, change, expected) => {
  const rows = log.map((row, i) => (isWithin(24, row) ? change(row, i) : row));
  expect(await firing(rows.filter((row) => row !== null))).toEqual(expected);
});

it('of late arrival has a series for the rows and their delay alone, since no feature will ever have a verdict there', async () => {
  writeFileSync(join(folder, 'log.ndjson'), linesOf(log));
  const rows = await ask(
    rules.find(({ uid }) => uid === 'modelwatch-demo-arrival')!,
    'quality'
  );
  expect(rows.map(({ labels, severity }) => [labels.feature, severity])).toEqual([
    ['(rows)', 0],
    ['(delay)', 0],
  ]);
});

it('say since when, and what to do', async () => {
  const rows = log.map((row) => (isWithin(72, row) ? { ...row, probability_late: 7, visibility_miles: null } : row));
  writeFileSync(join(folder, 'log.ndjson'), linesOf(rows));
  const of = async (uid: string, refId: string, feature: string) => {
    const rule = rules.find((one) => one.uid === `modelwatch-demo-${uid}`)!;
    return (await ask(rule, refId)).find(({ labels }) => labels.feature === feature)!;
  };
  // As long as the rule looks back; and the first whole day of New York.
  expect((await of('predictions', 'since', 'probability_late')).since).toBe(Date.UTC(2013, 2, 24, 20));
  expect((await of('columns', 'since', 'visibility_miles')).since).toBe(Date.UTC(2013, 2, 24, 4));
  const { details } = await of('columns', 'details', 'visibility_miles');
  expect(details.reason).toMatch(/^The column vanished: no row has a value/);
  expect(details.next_step).toMatch(/^Look at the last change of what writes this data/);
});
