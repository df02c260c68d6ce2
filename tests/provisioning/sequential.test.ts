import { BaselineCache } from '../../src/baseline/BaselineCache';
import { auditDrift } from '../../src/evaluate/audit/auditDrift';
import { evaluate } from '../../src/evaluate/evaluate';
import { alertAnswer } from '../../src/frames/alert/AlertAnswer';
import type { AlertRow } from '../../src/frames/alert/AlertRow';
import type { DriftQuery } from '../../src/query/driftQuery';
import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import { DEMO } from '../quality/flights';
import { alertingSchema, type AlertRule } from './alertingSchema';
import { provisioned } from './provisioned';

const DAY = 86_400_000;
const SECOND = 1000;

const rules = provisioned('alerting')
  .flatMap(({ content }) => alertingSchema.parse(content).groups)
  .flatMap((group) => group.rules);
const overTime = rules.filter(({ condition }) => condition === 'drifted');

/** The demo goes on now; here it is asked as it was. */
const flights = { type: 'file', folder: DEMO } as const;
const connections = { flights, live: flights };
const baselines = { cache: new BaselineCache(), scope: 'demo' };

function ruleOf(name: string): AlertRule {
  return rules.find(({ uid }) => uid === `modelwatch-demo-${name}`)!;
}

function refuse(): never {
  throw new Error('not a drift rule');
}

function queryOf(rule: AlertRule): DriftQuery {
  const query = parseQuery(withoutHostKeys(rule.data.find(({ refId }) => refId === 'drift')!.model));
  return query.kind === 'drift' ? query : refuse();
}

/** What a rule sees when Grafana evaluates it at a time. */
async function look(rule: AlertRule, now: number): Promise<readonly AlertRow[]> {
  const query = queryOf(rule);
  const { relativeTimeRange } = rule.data.find(({ refId }) => refId === 'drift')!;
  const range = { from: now - relativeTimeRange.from * SECOND, to: now - relativeTimeRange.to * SECOND };
  return alertAnswer(await evaluate(query, { range, now, connections, baselines }), query).rows;
}

/** 9 o'clock in New York on the day after: the day is complete, as it is at any later look that day. */
const after = (date: string) => Date.parse(`${date}T13:00:00Z`) + DAY;

async function firing(name: string, date: string): Promise<string[]> {
  const rows = await look(ruleOf(name), after(date));
  return rows.filter(({ severity }) => severity === 2).map(({ labels }) => labels.feature);
}

test('every rule that compares windows over time promises how often it alarms without drift', () => {
  expect(overTime.map(({ uid }) => uid.replace('modelwatch-demo-', '')).sort()).toEqual([
    ...['drift', 'schedule', 'training', 'weather'],
  ]);
  overTime.forEach((rule) => {
    expect(queryOf(rule).decision).toMatchObject({ significance: 'sequential', falseAlarmEvery: '90d' });
    expect(rule.for).toBe('0s');
  });
});

test.each([
  ['the storm before Thanksgiving', 'weather', '2013-11-27', ['precipitation_in']],
  ['reports that were missing', 'weather', '2013-07-02', ['temperature_f', 'visibility_miles', 'precipitation_in']],
  ['Thanksgiving', 'schedule', '2013-11-28', ['scheduled_hour']],
  ['the heat of July, to a model that was trained in winter', 'training', '2013-07-18', ['temperature_f']],
])('fires on %s', async (_, name, date, features) => {
  expect(await firing(name, date)).toEqual(features);
});

test.each(['drift', 'weather', 'schedule'])('%s is quiet on a weekend and the Monday after', async (name) => {
  for (const date of ['2013-11-16', '2013-11-17', '2013-11-18']) {
    expect(await firing(name, date)).toEqual([]);
  }
});

test('no feature of the rule with a rule for "no verdict" is without one', async () => {
  const rows = await look(ruleOf('drift'), after('2013-11-16'));
  expect(rows.map(({ labels, severity }) => [labels.feature, severity])).toEqual([
    ['probability_late', 0],
    ['airport_delay_minutes', 0],
    ['prediction', 0],
  ]);
});

test('the twelve weeks from October on: evaluated each day, a rule fires when the audit said', async () => {
  const rule = ruleOf('weather');
  const first = Date.parse('2013-10-07T04:00:00Z');
  const days = Array.from({ length: 84 }, (_, i) => new Date(first + i * DAY).toISOString().slice(0, 10));
  const fired: string[] = [];
  for (const day of days) {
    if ((await firing('weather', day)).length > 0) {
      fired.push(day);
    }
  }
  const range = { from: first, to: Date.parse('2013-12-30T05:00:00Z') };
  const context = { range, now: range.to, connections, baselines };
  const { replays } = await auditDrift(queryOf(rule), context, { shuffles: 0 });
  const replay = replays.find(({ significance }) => significance === 'sequential')!;
  expect(replay).toMatchObject({ looks: 84, undecided: 0, alarms: fired.length });
  expect(replay.fired.map(({ from }) => new Date(from).toISOString().slice(0, 10))).toEqual(fired);
  // 84 days of a promise of one in 90; the storms that it fired on were there.
  expect(replay.promised).toBeCloseTo(84 / 90);
  expect(fired).toEqual(['2013-11-27', '2013-12-29']);
}, 120_000);
